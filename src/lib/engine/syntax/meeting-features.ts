import { mix } from './hash.ts';
import type { Features, StateView } from './state-view.ts';

function first(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(29, v.s1t, v.b0t);
	out[n++] = mix(40, v.s0t, v.b0t, v.b1t);
	out[n++] = mix(60, v.s0rw, v.s0rt, v.s0t);
	out[n++] = mix(61, v.b0lw, v.b0lt, v.b0t);
	out[n++] = mix(64, v.s0ld, v.s0t, v.s0rd);
	out[n++] = mix(65, v.b0ld, v.b0t, v.s0t);
	out[n++] = mix(69, v.b0t, v.b0lt, v.b0l2t);
	out[n++] = mix(71, v.s0t, v.s0ld, v.s0l2d, v.b0t);
	out[n++] = mix(76, v.s0t, v.s0vr, v.s0vl);
	out[n++] = mix(79, v.b0t, v.b0vl, v.s0t);
	out[n++] = mix(82, v.s0w, v.s0rs);
	out[n++] = mix(83, v.s0t, v.s0rs, v.b0t);
	out[n++] = mix(86, v.b0w, v.b0ls);
	out[n++] = mix(87, v.b0t, v.b0ls, v.s0t);
	out[n++] = mix(95, v.b0w, v.near);
	out[n++] = mix(99, v.s0t, v.b0t, v.marksNear);
	out[n++] = mix(105, v.quote, v.s0t, v.b0t);
	out[n++] = mix(108, v.s0mw, v.s0t, v.b0t);
	out[n++] = mix(112, v.b0mw, v.s0t, v.b0t);
	out[n++] = mix(113, v.b0mw, v.s0w);
	out[n++] = mix(119, v.s0x, v.b0t);
	out[n++] = mix(138, v.s0c, v.s0rs);
	return n;
}

function second(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(32, v.s1t, v.b0w);
	out[n++] = mix(33, v.s0w, v.b1t);
	out[n++] = mix(52, v.s0t, v.s0lt, v.b0t);
	out[n++] = mix(68, v.s0t, v.s0rt, v.s0r2t);
	out[n++] = mix(73, v.b0t, v.b0ld, v.b0l2d, v.s0t);
	out[n++] = mix(75, v.s0w, v.s0vr, v.s0t);
	out[n++] = mix(85, v.s0t, v.s0ls, v.b0t);
	out[n++] = mix(101, v.s1t, v.s0t, v.marksFar, v.b0t);
	out[n++] = mix(102, v.s0w, v.b0t, v.marksNear);
	out[n++] = mix(107, v.quote, v.s1t, v.s0t, v.marksFar);
	out[n++] = mix(120, v.b0x, v.s0t);
	out[n++] = mix(125, v.s0c, v.b0c);
	out[n++] = mix(126, v.s0c, v.b0t, v.s0t);
	out[n++] = mix(140, v.s0t, v.b0t, v.near, v.marksNear);
	return n;
}

function last(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(17, v.s0w, v.s0t, v.b0w, v.b0t);
	out[n++] = mix(18, v.s0w, v.s0t, v.b0w);
	out[n++] = mix(19, v.s0w, v.b0w, v.b0t);
	out[n++] = mix(20, v.s0w, v.s0t, v.b0t);
	out[n++] = mix(21, v.s0t, v.b0w, v.b0t);
	out[n++] = mix(22, v.s0w, v.b0w);
	out[n++] = mix(23, v.s0t, v.b0t);
	out[n++] = mix(30, v.s1w, v.b0w);
	out[n++] = mix(31, v.s1w, v.b0t);
	out[n++] = mix(34, v.s0t, v.b1w);
	out[n++] = mix(41, v.s1t, v.s0t, v.b0t);
	out[n++] = mix(43, v.s1t, v.s0t, v.b0t, v.b1t);
	out[n++] = mix(44, v.s2t, v.s1t, v.s0t, v.b0t);
	out[n++] = mix(45, v.s0w, v.b0t, v.b1t);
	out[n++] = mix(46, v.s0t, v.b0w, v.b1t);
	out[n++] = mix(47, v.s1w, v.s0t, v.b0t);
	out[n++] = mix(48, v.s1t, v.s0w, v.b0t);
	out[n++] = mix(49, v.s1t, v.s0t, v.b0w);
	out[n++] = mix(50, v.s1w, v.s0w, v.b0t);
	out[n++] = mix(51, v.s0t, v.b0t, v.b1t, v.b2t);
	out[n++] = mix(53, v.s0t, v.s0rt, v.b0t);
	out[n++] = mix(54, v.s0t, v.b0t, v.b0lt);
	out[n++] = mix(58, v.s1t, v.s0t, v.s0rt);
	out[n++] = mix(72, v.s0t, v.s0rd, v.s0r2d, v.b0t);
	out[n++] = mix(78, v.b0t, v.b0vl, v.b0w);
	out[n++] = mix(92, v.s0t, v.s0ls, v.s0rs, v.b0t);
	out[n++] = mix(93, v.s0t, v.b0t, v.near);
	out[n++] = mix(94, v.s0w, v.near);
	out[n++] = mix(106, v.quote, v.s1t, v.s0t);
	out[n++] = mix(127, v.s0t, v.b0c, v.b0t);
	out[n++] = mix(131, v.s0cc, v.b0cc, v.s0t, v.b0t);
	return n;
}

/**
 * The features in which the stack meets the next words, or the word on the stack its right children, those that tell
 * most first. These are new in every state.
 */
export const MEETING_FEATURES: readonly Features[] = [first, second, last];
