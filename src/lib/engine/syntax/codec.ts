const UTF8 = new TextDecoder();

/** Reads the numbers and words of a weights file in order. */
export class Reader {
	#at = 0;
	readonly #bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	byte(): number {
		return this.#bytes[this.#at++]!;
	}

	/** An unsigned number below 2 ** 32 in groups of seven bits, lowest first. */
	varint(): number {
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = this.#bytes[this.#at++]!;
			value += (byte & 127) * scale;
			if (byte < 128) return value;
			scale *= 128;
		}
	}

	float(): number {
		const value = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 4).getFloat32(0, true);
		this.#at += 4;
		return value;
	}

	/** A list of words, written as its length in bytes and the words with line feeds between. */
	words(): string[] {
		const length = this.varint();
		const text = UTF8.decode(this.#bytes.subarray(this.#at, this.#at + length));
		this.#at += length;
		return text === '' ? [] : text.split('\n');
	}
}
