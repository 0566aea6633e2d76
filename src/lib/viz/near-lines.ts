import type { Line } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';

/** Most lines that are proposed. */
const MOST = 6;

/** Words of fewer letters say too little about what a line is about. */
const SHORTEST = 4;

function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.filter((word) => word.length >= SHORTEST || /\d/.test(word)));
}

/** The other lines whose words are most like a claim's: rare words in common count for more than frequent ones. */
export function nearLines(claim: string, index: ComparisonIndex): Line[] {
	const home = index.lineOf.get(claim);
	const wanted = wordsOf(index.claims.get(claim)?.text ?? '');
	const lines = index.comparison.lines.map((line) => ({
		line,
		words: wordsOf([line.title, ...(index.claimsOf.get(line.id) ?? []).map(({ text }) => text)].join(' '))
	}));
	const weights = new Map<string, number>();
	for (const word of wanted) {
		const lined = lines.filter(({ words }) => words.has(word)).length;
		weights.set(word, Math.log(1 + lines.length / Math.max(1, lined)));
	}
	const score = (words: ReadonlySet<string>) => {
		let sum = 0;
		for (const [word, weight] of weights) if (words.has(word)) sum += weight;
		return sum / Math.sqrt(1 + words.size);
	};
	return lines
		.filter(({ line }) => line !== home)
		.map(({ line, words }, at) => ({ line, at, score: score(words) }))
		.filter((one) => one.score > 0)
		.sort((a, b) => b.score - a.score || a.at - b.at)
		.slice(0, MOST)
		.map(({ line }) => line);
}
