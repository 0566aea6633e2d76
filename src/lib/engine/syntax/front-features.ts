import { mix } from './hash.ts';
import type { StateView } from './state-view.ts';

/** Writes the features that only the next three words decide, and returns their number. */
export function frontFeatures(v: StateView, out: Uint32Array): number {
	let n = 0;
	out[n++] = mix(0, 1);
	out[n++] = mix(4, v.b0w, v.b0t);
	out[n++] = mix(5, v.b0w);
	out[n++] = mix(6, v.b0t);
	out[n++] = mix(7, v.b1w, v.b1t);
	out[n++] = mix(8, v.b1w);
	out[n++] = mix(9, v.b1t);
	out[n++] = mix(10, v.b2w, v.b2t);
	out[n++] = mix(11, v.b2t);
	out[n++] = mix(24, v.b0t, v.b1t);
	out[n++] = mix(35, v.b0w, v.b1w);
	out[n++] = mix(36, v.b0w, v.b1t);
	out[n++] = mix(39, v.b0t, v.b1t, v.b2t);
	out[n++] = mix(123, v.b0c, v.b0t);
	out[n++] = mix(136, v.b1c, v.b1t, v.b0t);
	return n;
}
