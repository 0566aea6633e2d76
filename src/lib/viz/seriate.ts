/**
 * Orders things so that near ones stand together: they are joined by average linkage, and at every join the
 * groups are turned so that the nearest ends meet (Gruvaeus and Wainer 1972). `distance(i, j)` is symmetric.
 * Deterministic: ties go to the earlier pair. Cubic, so meant for at most about a hundred things.
 */
export function seriate(count: number, distance: (i: number, j: number) => number): number[] {
	const groups: (number[] | null)[] = Array.from({ length: count }, (_, at) => [at]);
	const apart = Array.from({ length: count }, (_, i) =>
		Array.from({ length: count }, (_, j) => (i === j ? 0 : distance(i, j)))
	);
	for (let joins = 1; joins < count; joins += 1) {
		let best: [number, number, number] = [-1, -1, Infinity];
		for (let i = 0; i < count; i += 1)
			for (let j = i + 1; j < count; j += 1)
				if (groups[i] && groups[j] && apart[i]![j]! < best[2]) best = [i, j, apart[i]![j]!];
		const [i, j] = best;
		const [a, b] = [groups[i]!, groups[j]!];
		for (let k = 0; k < count; k += 1) {
			if (!groups[k] || k === i || k === j) continue;
			const mean = (apart[i]![k]! * a.length + apart[j]![k]! * b.length) / (a.length + b.length);
			apart[i]![k] = mean;
			apart[k]![i] = mean;
		}
		groups[i] = joined(a, b, distance);
		groups[j] = null;
	}
	return groups[0] ?? [];
}

/** Two ordered groups as one, turned so that the ends that meet are the nearest of the four. */
function joined(
	a: readonly number[],
	b: readonly number[],
	distance: (i: number, j: number) => number
): number[] {
	const turned = [...a].reverse();
	const other = [...b].reverse();
	const ways: [readonly number[], readonly number[]][] = [
		[a, b],
		[a, other],
		[turned, b],
		[turned, other]
	];
	const cost = ([left, right]: (typeof ways)[number]) => distance(left.at(-1)!, right[0]!);
	const [left, right] = ways.reduce((best, way) => (cost(way) < cost(best) ? way : best));
	return [...left, ...right];
}
