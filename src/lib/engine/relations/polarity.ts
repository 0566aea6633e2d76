import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';
import { shareOf } from './overlap.ts';

/** Words that exclude each other, said of one thing. */
export function compareOpposites(a: Gist, b: Gist, words: Words): Finding | null {
	for (const x of a.terms)
		for (const y of b.terms) {
			if (x.lemma === y.lemma || x.varies || y.varies || !words.opposite(x.lemma, y.lemma)) continue;
			// "The first and the last train": a claim that has both words sets neither against the other.
			if (a.terms.some((t) => t.lemma === y.lemma) || b.terms.some((t) => t.lemma === x.lemma)) continue;
			const [one, other] = speakers(a, b);
			const text = `${one} says “${wordsAt(a, x)}” and ${other} “${wordsAt(b, y)}”, which exclude each other.`;
			const evidence = [evidenceOf(a, x), evidenceOf(b, y)];
			return { kind: 'conflicts', code: 'opposite', text, evidence, fit: shareOf(a, b, words) };
		}
	return null;
}

/** Hedged words against stated ones. */
export function compareCertainty(a: Gist, b: Gist): Finding | null {
	const [x, y] = [a.claim.certainty, b.claim.certainty];
	if (x === y || (x !== 'hedged' && y !== 'hedged') || x === 'denied' || y === 'denied') return null;
	const [one, other] = speakers(a, b);
	const [open, firm] = x === 'hedged' ? [one, other] : [other, one];
	const text = `${firm} states what ${open} leaves open.`;
	const evidence = [evidenceOf(a, a.claim), evidenceOf(b, b.claim)];
	return { kind: 'differs', code: 'certainty', text, evidence, fit: 0.7 };
}
