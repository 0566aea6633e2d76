/**
 * Places of a longest common subsequence of two lists of words, in order, by dynamic programming. Time and memory
 * grow with the product of the lengths, so callers bound them; neither may be longer than 65,535.
 */
export function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
	const width = b.length + 1;
	const length = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i -= 1)
		for (let j = b.length - 1; j >= 0; j -= 1)
			length[i * width + j] =
				a[i] === b[j]
					? length[(i + 1) * width + j + 1]! + 1
					: Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length;)
		if (a[i] === b[j]) pairs.push([i++, j++]);
		else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i += 1;
		else j += 1;
	return pairs;
}
