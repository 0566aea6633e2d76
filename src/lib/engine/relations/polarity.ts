import type { Gist } from '../lines/gist.ts';
import { does, evidenceOf, speakers, type Finding } from './finding.ts';

/** Hedged words against stated ones. */
export function compareCertainty(a: Gist, b: Gist): Finding | null {
	const [x, y] = [a.claim.certainty, b.claim.certainty];
	if (x === y || (x !== 'hedged' && y !== 'hedged') || x === 'denied' || y === 'denied') return null;
	const [one, other] = speakers(a, b);
	const [open, firm] = x === 'hedged' ? [one, other] : [other, one];
	const text = `${does(firm, 'states')} what ${does(open, 'leaves')} open.`;
	const evidence = [evidenceOf(a, a.claim), evidenceOf(b, b.claim)];
	return { kind: 'differs', code: 'certainty', text, evidence, fit: 0.7 };
}
