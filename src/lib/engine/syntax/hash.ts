/** Joins up to four values under a template's seed into one 32-bit feature, never 0 (0 marks an empty slot). */
export function mix(seed: number, a: number, b = 0, c = 0, d = 0): number {
	let h = Math.imul(seed + 1, 0x9e3779b1) ^ a;
	h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
	h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f) ^ d;
	h = Math.imul(h ^ (h >>> 15), 0x165667b1);
	h = (h ^ (h >>> 16)) >>> 0;
	return h === 0 ? 1 : h;
}

/** A 32-bit FNV-1a hash of `word.slice(from, to)`. */
export function hashText(word: string, from = 0, to = word.length): number {
	let h = 0x811c9dc5;
	for (let at = from; at < to; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
	return h | 0;
}
