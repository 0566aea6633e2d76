import type { Token } from '../../src/lib/engine/syntax/index.ts';
import type { GoldSentence } from './conllu.ts';

/** How well own tokens, tags and trees meet the treebank; shares between 0 and 1, punctuation left out of arcs. */
export type Marks = { tokens: number; upos: number; uas: number; las: number };

/** Scores a parse of every sentence; words count as the same where both ends are. */
export function markParses(gold: readonly GoldSentence[], parse: (sentence: GoldSentence) => Token[]): Marks {
	const sum = { gold: 0, ours: 0, same: 0, upos: 0, goldArcs: 0, ourArcs: 0, heads: 0, labels: 0 };
	for (const sentence of gold) {
		const ours = parse(sentence);
		const { words } = sentence;
		sum.gold += words.length;
		sum.ours += ours.length;
		sum.goldArcs += words.filter((word) => word.deprel !== 'punct').length;
		sum.ourArcs += ours.filter((token) => token.deprel !== 'punct').length;
		const place = (span: { start: number; end: number } | undefined): string =>
			span === undefined ? 'root' : `${span.start}-${span.end}`;
		const byPlace = new Map(ours.map((token) => [place(token), token]));
		for (const word of words) {
			const token = byPlace.get(place(word));
			if (!token) continue;
			sum.same++;
			if (token.upos === word.upos) sum.upos++;
			if (word.deprel === 'punct') continue;
			if (place(ours[token.head]) !== place(words[word.head])) continue;
			sum.heads++;
			if (token.deprel === word.deprel) sum.labels++;
		}
	}
	const f = (same: number, a: number, b: number): number => (2 * same) / (a + b);
	return {
		tokens: f(sum.same, sum.gold, sum.ours),
		upos: f(sum.upos, sum.gold, sum.ours),
		uas: f(sum.heads, sum.goldArcs, sum.ourArcs),
		las: f(sum.labels, sum.goldArcs, sum.ourArcs)
	};
}

/** A line of marks to print. */
export const showMarks = ({ tokens, upos, uas, las }: Marks): string =>
	[
		`tokens ${tokens.toFixed(4)}`,
		`UPOS ${upos.toFixed(4)}`,
		`UAS ${uas.toFixed(4)}`,
		`LAS ${las.toFixed(4)}`
	].join('  ');
