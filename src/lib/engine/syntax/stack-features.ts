import { mix } from './hash.ts';
import type { Features, StateView } from './state-view.ts';

function first(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(1, v.s0w, v.s0t);
	out[n++] = mix(2, v.s0w);
	out[n++] = mix(3, v.s0t);
	out[n++] = mix(12, v.s1w, v.s1t);
	out[n++] = mix(14, v.s1t);
	out[n++] = mix(26, v.s0w, v.s0t, v.s1t);
	out[n++] = mix(57, v.s1t, v.s0t, v.s0lt);
	out[n++] = mix(59, v.s0lw, v.s0lt, v.s0t);
	out[n++] = mix(62, v.s1lw, v.s1lt, v.s1t);
	out[n++] = mix(63, v.s1rw, v.s1rt, v.s1t);
	out[n++] = mix(66, v.s1ld, v.s1t, v.s1rd);
	out[n++] = mix(67, v.s0t, v.s0lt, v.s0l2t);
	out[n++] = mix(70, v.s1t, v.s1rt, v.s1r2t);
	out[n++] = mix(77, v.s0w, v.s0vl, v.s0t);
	out[n++] = mix(81, v.s1w, v.s1vr);
	out[n++] = mix(84, v.s0w, v.s0ls);
	out[n++] = mix(89, v.s1t, v.s1rs, v.s0t);
	out[n++] = mix(91, v.s1t, v.s1rs, v.s0t, v.s0ls);
	out[n++] = mix(96, v.s1t, v.s0t, v.far);
	out[n++] = mix(98, v.s0w, v.far);
	out[n++] = mix(109, v.s0mw, v.s1w);
	out[n++] = mix(110, v.s0mw, v.s1t, v.s0t);
	out[n++] = mix(116, v.s1mw, v.s0mw, v.s1t, v.s0t);
	out[n++] = mix(118, v.s0mw, v.s1t, v.s2t, v.s0t);
	out[n++] = mix(121, v.s1x, v.s0t);
	out[n++] = mix(122, v.s0c, v.s0t);
	out[n++] = mix(124, v.s1c, v.s1t);
	out[n++] = mix(128, v.s1c, v.s0c);
	out[n++] = mix(134, v.s1c, v.s0mw, v.s0t);
	out[n++] = mix(139, v.s1c, v.s1rs, v.s0t);
	out[n++] = mix(141, v.s1t, v.s0t, v.far, v.marksFar);
	return n;
}

function second(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(13, v.s1w);
	out[n++] = mix(16, v.s2t);
	out[n++] = mix(27, v.s0t, v.s1w, v.s1t);
	out[n++] = mix(37, v.s2w, v.s0w);
	out[n++] = mix(38, v.s2w, v.s0t);
	out[n++] = mix(55, v.s1t, v.s1lt, v.s0t);
	out[n++] = mix(74, v.s1t, v.s1rd, v.s1r2d, v.s0t);
	out[n++] = mix(100, v.s1t, v.s0t, v.marksFar);
	out[n++] = mix(111, v.s0mw, v.s1t, v.s0w);
	out[n++] = mix(130, v.s1t, v.s0c, v.s0t);
	return n;
}

function last(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(15, v.s2w, v.s2t);
	out[n++] = mix(25, v.s0t, v.s1t);
	out[n++] = mix(28, v.s0w, v.s1w);
	out[n++] = mix(42, v.s2t, v.s1t, v.s0t);
	out[n++] = mix(56, v.s1t, v.s1rt, v.s0t);
	out[n++] = mix(80, v.s1t, v.s1vr, v.s1vl);
	out[n++] = mix(88, v.s1w, v.s1rs);
	out[n++] = mix(90, v.s1t, v.s1ls, v.s0t);
	out[n++] = mix(97, v.s1w, v.far);
	out[n++] = mix(103, v.s1w, v.s0t, v.marksFar);
	out[n++] = mix(104, v.s1t, v.s0w, v.marksFar);
	out[n++] = mix(114, v.s0mw, v.s2w, v.s1t);
	out[n++] = mix(115, v.s1mw, v.s1t, v.s0t);
	out[n++] = mix(117, v.s0mw, v.s1w, v.s0w);
	out[n++] = mix(129, v.s1c, v.s0t, v.s1t);
	out[n++] = mix(132, v.s1cc, v.s0cc, v.s1t, v.s0t);
	out[n++] = mix(133, v.s1cc, v.s0mw, v.s0cc, v.s0t);
	out[n++] = mix(135, v.s1t, v.s0c, v.s0mw);
	out[n++] = mix(137, v.s2cc, v.s0cc, v.s2t, v.s0t);
	return n;
}

/**
 * The features that only the stack decides, those that tell most first; the others are for states that leave a doubt.
 * What lies beneath a word of the stack, and whatever hangs on its left, is settled once the word is pushed: they change
 * with its case marker alone.
 */
export const STACK_FEATURES: readonly Features[] = [first, second, last];
