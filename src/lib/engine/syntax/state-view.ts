import { between, columnAt, distance, labelAt, tagAt, type Tagged, wordAt } from './tagged.ts';
import type { State } from './transitions.ts';

/** Writes features of a state and returns their number. */
export type Features = (view: StateView, out: Uint32Array) => number;

/**
 * What the features of a state are made of. A name says whose it is: `s0` to `s2` from the top of the stack down, `b0`
 * to `b2` the next words; then `l`, `l2`, `r` and `r2` for the outermost and second child on either side; and what of
 * it: `w` word, `x` its last three letters, `m` its case marker, `t` tag, `c` and `cc` fine and coarse cluster, `d`
 * label, `vl` and `vr` how many children, `ls` and `rs` which labels they have.
 */
export class StateView {
	s0w = 0;
	s1w = 0;
	s2w = 0;
	b0w = 0;
	b1w = 0;
	b2w = 0;
	s0x = 0;
	s1x = 0;
	b0x = 0;
	s0t = 0;
	s1t = 0;
	s2t = 0;
	b0t = 0;
	b1t = 0;
	b2t = 0;
	s0c = 0;
	s1c = 0;
	b0c = 0;
	b1c = 0;
	s0cc = 0;
	s1cc = 0;
	s2cc = 0;
	b0cc = 0;
	s0mw = 0;
	s1mw = 0;
	b0mw = 0;
	s0lw = 0;
	s0rw = 0;
	s1lw = 0;
	s1rw = 0;
	b0lw = 0;
	s0lt = 0;
	s0l2t = 0;
	s0rt = 0;
	s0r2t = 0;
	s1lt = 0;
	s1rt = 0;
	s1r2t = 0;
	b0lt = 0;
	b0l2t = 0;
	s0ld = 0;
	s0l2d = 0;
	s0rd = 0;
	s0r2d = 0;
	s1ld = 0;
	s1rd = 0;
	s1r2d = 0;
	b0ld = 0;
	b0l2d = 0;
	s0vl = 0;
	s0vr = 0;
	s1vl = 0;
	s1vr = 0;
	b0vl = 0;
	s0ls = 0;
	s0rs = 0;
	s1ls = 0;
	s1rs = 0;
	b0ls = 0;
	/** The distances of `s1` and `s0`, and of `s0` and `b0`, and what marks stand between them. */
	far = 0;
	near = 0;
	marksFar = 0;
	marksNear = 0;
	/** Which of `s1`, `s0` and `b0` are quoted. */
	quote = 0;

	/** Looks at a state. */
	read(s: State, t: Tagged): void {
		const root = s.count;
		const s0 = s.stack[s.depth - 1]!;
		const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1;
		const s2 = s.depth > 2 ? s.stack[s.depth - 3]! : -1;
		const b0 = s.front < root ? s.front : -1;
		const b1 = s.front + 1 < root ? s.front + 1 : -1;
		const b2 = s.front + 2 < root ? s.front + 2 : -1;
		this.#readWords(t, root, s0, s1, s2, b0, b1, b2);
		this.#readTop(s, t, root, s0);
		this.#readSecond(s, t, root, s1);
		this.#readNext(s, t, root, b0);
		this.far = distance(s1, s0, root);
		this.near = distance(s0, b0, root);
		this.marksFar = between(t, s1, s0, root);
		this.marksNear = between(t, s0, b0 < 0 ? root - 1 : b0, root);
	}

	#readWords(
		t: Tagged,
		root: number,
		s0: number,
		s1: number,
		s2: number,
		b0: number,
		b1: number,
		b2: number
	): void {
		const { words, tags } = t;
		const { lower, fine, coarse, suffix3, quoted } = words;
		this.s0w = wordAt(lower, root, s0);
		this.s1w = wordAt(lower, root, s1);
		this.s2w = wordAt(lower, root, s2);
		this.b0w = wordAt(lower, root, b0);
		this.b1w = wordAt(lower, root, b1);
		this.b2w = wordAt(lower, root, b2);
		this.s0t = tagAt(tags, root, s0);
		this.s1t = tagAt(tags, root, s1);
		this.s2t = tagAt(tags, root, s2);
		this.b0t = tagAt(tags, root, b0);
		this.b1t = tagAt(tags, root, b1);
		this.b2t = tagAt(tags, root, b2);
		this.s0c = columnAt(fine, root, s0);
		this.s1c = columnAt(fine, root, s1);
		this.b0c = columnAt(fine, root, b0);
		this.b1c = columnAt(fine, root, b1);
		this.s0cc = columnAt(coarse, root, s0);
		this.s1cc = columnAt(coarse, root, s1);
		this.s2cc = columnAt(coarse, root, s2);
		this.b0cc = columnAt(coarse, root, b0);
		this.s0x = columnAt(suffix3, root, s0);
		this.s1x = columnAt(suffix3, root, s1);
		this.b0x = columnAt(suffix3, root, b0);
		this.quote = columnAt(quoted, root, s1) * 4 + columnAt(quoted, root, s0) * 2 + columnAt(quoted, root, b0);
	}

	#readTop(s: State, { words: { lower }, tags }: Tagged, root: number, s0: number): void {
		const left = s.left1[s0]!;
		const right = s.right1[s0]!;
		const left2 = s.left2[s0]!;
		const right2 = s.right2[s0]!;
		this.s0mw = wordAt(lower, root, s.marker[s0]!);
		this.s0lw = wordAt(lower, root, left);
		this.s0rw = wordAt(lower, root, right);
		this.s0lt = tagAt(tags, root, left);
		this.s0l2t = tagAt(tags, root, left2);
		this.s0rt = tagAt(tags, root, right);
		this.s0r2t = tagAt(tags, root, right2);
		this.s0ld = labelAt(s.labels, left);
		this.s0l2d = labelAt(s.labels, left2);
		this.s0rd = labelAt(s.labels, right);
		this.s0r2d = labelAt(s.labels, right2);
		this.s0vl = s.leftCount[s0]!;
		this.s0vr = s.rightCount[s0]!;
		this.s0ls = s.leftSet[s0]!;
		this.s0rs = s.rightSet[s0]!;
	}

	#readSecond(s: State, { words: { lower }, tags }: Tagged, root: number, s1: number): void {
		const none = s1 < 0;
		const left = none ? -1 : s.left1[s1]!;
		const right = none ? -1 : s.right1[s1]!;
		const right2 = none ? -1 : s.right2[s1]!;
		this.s1mw = wordAt(lower, root, none ? -1 : s.marker[s1]!);
		this.s1lw = wordAt(lower, root, left);
		this.s1rw = wordAt(lower, root, right);
		this.s1lt = tagAt(tags, root, left);
		this.s1rt = tagAt(tags, root, right);
		this.s1r2t = tagAt(tags, root, right2);
		this.s1ld = labelAt(s.labels, left);
		this.s1rd = labelAt(s.labels, right);
		this.s1r2d = labelAt(s.labels, right2);
		this.s1vl = none ? 0 : s.leftCount[s1]!;
		this.s1vr = none ? 0 : s.rightCount[s1]!;
		this.s1ls = none ? 0 : s.leftSet[s1]!;
		this.s1rs = none ? 0 : s.rightSet[s1]!;
	}

	#readNext(s: State, { words: { lower }, tags }: Tagged, root: number, b0: number): void {
		const none = b0 < 0;
		const left = none ? -1 : s.left1[b0]!;
		const left2 = none ? -1 : s.left2[b0]!;
		this.b0mw = wordAt(lower, root, none ? -1 : s.marker[b0]!);
		this.b0lw = wordAt(lower, root, left);
		this.b0lt = tagAt(tags, root, left);
		this.b0l2t = tagAt(tags, root, left2);
		this.b0ld = labelAt(s.labels, left);
		this.b0l2d = labelAt(s.labels, left2);
		this.b0vl = none ? 0 : s.leftCount[b0]!;
		this.b0ls = none ? 0 : s.leftSet[b0]!;
	}
}
