import type { Gist } from '../lines/gist.ts';
import { evidenceOf, holderOf, type Finding } from './finding.ts';

/** A denial against an affirmation, and hedged words against stated ones. */
export function comparePolarity(a: Gist, b: Gist): Finding | null {
	const [x, y] = [a.claim.certainty, b.claim.certainty];
	if (x === y) return null;
	const evidence = [evidenceOf(a, a.claim), evidenceOf(b, b.claim)];
	if (x === 'denied' || y === 'denied') {
		if (x === 'hedged' || y === 'hedged') return null;
		const [no, yes] = x === 'denied' ? [a, b] : [b, a];
		const text = `${holderOf(yes)} affirms what ${holderOf(no)} denies.`;
		return { kind: 'conflicts', code: 'negation', text, evidence, score: 0.6 };
	}
	const [open, firm] = x === 'hedged' ? [a, b] : [b, a];
	const text = `${holderOf(firm)} states what ${holderOf(open)} leaves open.`;
	return { kind: 'differs', code: 'certainty', text, evidence, score: 0.7 };
}
