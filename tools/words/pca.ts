/**
 * Eigenvectors of a symmetric matrix, by cyclic Jacobi rotations, ordered by falling eigenvalue. Slow and exact: the
 * matrices here have a hundred rows.
 */
export function eigenvectors(matrix: readonly (readonly number[])[]): number[][] {
	const n = matrix.length;
	const a = matrix.map((row) => [...row]);
	const v = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
	for (let sweep = 0; sweep < 60; sweep++) {
		let off = 0;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
		if (off < 1e-18) break;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
	}
	const order = matrix.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
	return order.map((column) => v.map((row) => row[column]!));
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
	const apq = a[p]![q]!;
	if (apq === 0) return;
	const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
	const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (const row of a) {
		const [kp, kq] = [row[p]!, row[q]!];
		row[p] = c * kp - s * kq;
		row[q] = s * kp + c * kq;
	}
	for (let k = 0; k < a.length; k++) {
		const pk = a[p]![k]!;
		const qk = a[q]![k]!;
		a[p]![k] = c * pk - s * qk;
		a[q]![k] = s * pk + c * qk;
		const vp = v[k]![p]!;
		const vq = v[k]![q]!;
		v[k]![p] = c * vp - s * vq;
		v[k]![q] = s * vp + c * vq;
	}
}
