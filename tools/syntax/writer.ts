import type { Row } from './training-table.ts';

/** Writes what `codec.ts` and `linear-model.ts` of the syntax read. */
export class Writer {
	#bytes = new Uint8Array(1 << 20);
	#at = 0;

	byte(value: number): void {
		if (this.#at === this.#bytes.length) {
			const larger = new Uint8Array(this.#bytes.length * 2);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		this.#bytes[this.#at++] = value;
	}

	varint(value: number): void {
		let rest = value;
		while (rest >= 128) {
			this.byte((rest % 128) + 128);
			rest = Math.floor(rest / 128);
		}
		this.byte(rest);
	}

	float(value: number): void {
		for (const byte of new Uint8Array(new Float32Array([value]).buffer)) this.byte(byte);
	}

	words(words: readonly string[]): void {
		const bytes = new TextEncoder().encode(words.join('\n'));
		this.varint(bytes.length);
		for (const byte of bytes) this.byte(byte);
	}

	/** A linear model: hashes, then classes, then weights, each kind together so that it packs well. */
	model(rows: readonly Row[]): void {
		let max = 0;
		let entries = 0;
		for (const row of rows) {
			entries += row.entries.length;
			for (const { weight } of row.entries) max = Math.max(max, Math.abs(weight));
		}
		this.varint(rows.length);
		this.varint(entries);
		this.float(max);
		let last = 0;
		for (const { hash } of rows) {
			this.varint(hash - last);
			last = hash;
		}
		for (const row of rows) {
			this.byte(row.entries.length);
			for (const { cls } of row.entries) this.byte(cls);
		}
		for (const row of rows) {
			for (const { weight } of row.entries) {
				this.byte(128 + Math.round(Math.sign(weight) * 127 * Math.sqrt(Math.abs(weight) / max)));
			}
		}
	}

	bytes(): Uint8Array {
		return this.#bytes.slice(0, this.#at);
	}
}
