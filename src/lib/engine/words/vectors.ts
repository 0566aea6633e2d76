/** Word vectors, and how frequent a word is by its place in their list. */
export type Vectors = {
	dimensions: number;
	/** Place in the list of words by falling frequency, from 0; undefined for an unknown word. */
	rank(word: string): number | undefined;
	/** Cosine of two words' vectors; 0 when either is unknown. */
	cosine(a: string, b: string): number;
	/** Adds the word's unit vector, times `weight`, to `sum`; false when the word is unknown. */
	add(sum: Float64Array, word: string, weight: number): boolean;
};

const NONE: Vectors = { dimensions: 1, rank: () => undefined, cosine: () => 0, add: () => false };

/**
 * Decodes `vectors.bin`, whose format tools/words/vectors.ts describes. Without the file every word is unknown, and
 * alignment goes by the words alone.
 */
export function createVectors(bytes: Uint8Array | undefined): Vectors {
	if (bytes === undefined) return NONE;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [count, dimensions, listed] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [
		number,
		number,
		number
	];
	const list = new TextDecoder().decode(bytes.subarray(12, 12 + listed)).split('\n');
	const rows = new Int8Array(bytes.buffer, bytes.byteOffset + 12 + listed, count * dimensions);
	const ranks = new Map(list.map((word, i) => [word, i]));
	const lengths = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		let sum = 0;
		for (let d = i * dimensions; d < (i + 1) * dimensions; d++) sum += rows[d]! * rows[d]!;
		lengths[i] = Math.sqrt(sum) || 1;
	}
	return {
		dimensions,
		rank: (word) => ranks.get(word),
		cosine(a, b) {
			const [i, j] = [ranks.get(a), ranks.get(b)];
			if (i === undefined || j === undefined) return 0;
			let dot = 0;
			for (let d = 0; d < dimensions; d++) dot += rows[i * dimensions + d]! * rows[j * dimensions + d]!;
			return dot / (lengths[i]! * lengths[j]!);
		},
		add(sum, word, weight) {
			const i = ranks.get(word);
			if (i === undefined) return false;
			const scale = weight / lengths[i]!;
			for (let d = 0; d < dimensions; d++) sum[d]! += rows[i * dimensions + d]! * scale;
			return true;
		}
	};
}
