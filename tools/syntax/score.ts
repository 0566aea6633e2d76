import type { NameSpan, Token } from '../../src/lib/engine/syntax/index.ts';
import type { GoldSentence } from './conllu.ts';
import { goldNames } from './gold-names.ts';

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

/** F1 of names, by span alone and by kind, and how well the score tells right from wrong ones; lines to print. */
export function markNames(
	gold: readonly GoldSentence[],
	find: (sentence: GoldSentence) => NameSpan[]
): string[] {
	const counts = new Map<string, { gold: number; ours: number; same: number }>();
	const bins = new Map<number, { all: number; right: number }>();
	const count = (key: string): { gold: number; ours: number; same: number } => {
		const entry = counts.get(key) ?? { gold: 0, ours: 0, same: 0 };
		counts.set(key, entry);
		return entry;
	};
	for (const sentence of gold) {
		const places = goldNames(sentence).map(({ start, end, kind }) => ({
			start: sentence.words[start]!.start,
			end: sentence.words[end - 1]!.end,
			kind
		}));
		for (const { kind } of places) for (const key of ['span', 'named', kind]) count(key).gold++;
		for (const { start, end, kind, score } of find(sentence)) {
			const same = places.find((place) => place.start === start && place.end === end);
			for (const key of ['span', 'named', kind]) count(key).ours++;
			if (same) count('span').same++;
			if (same?.kind === kind) for (const key of ['named', kind]) count(key).same++;
			const bin = bins.get(Math.floor(score * 5)) ?? { all: 0, right: 0 };
			bins.set(Math.floor(score * 5), bin);
			bin.all++;
			if (same) bin.right++;
		}
	}
	const lines = [...counts].map(([key, c]) => {
		const share = (n: number): string => n.toFixed(3);
		return `names ${key}: P ${share(c.same / c.ours)} R ${share(c.same / c.gold)} F1 ${share((2 * c.same) / (c.gold + c.ours))}`;
	});
	for (const [bin, { all, right }] of [...bins].sort((a, b) => a[0] - b[0])) {
		lines.push(`score from ${bin / 5}: ${all} spans, ${((100 * right) / all).toFixed(0)} % right`);
	}
	return lines;
}
