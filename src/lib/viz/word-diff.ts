import { commonWords } from '#lib/text/common-words.ts';

/** A run of words that both texts have, or only this one. */
export type DiffRun = { text: string; same: boolean };

export type WordDiff = {
	a: DiffRun[];
	b: DiffRun[];
	/** Words in common. */
	same: number;
	/** Words of each text. */
	words: [number, number];
};

type Word = { key: string; text: string };

/** Most words a side that are aligned exactly; beyond it, only the common beginning and end are found. */
const MOST = 300;

/** Fewest letters that a run in common must have between two differences: lone articles only make confetti. */
const LEAST = 5;

/** A word with the marks and the space after it, so that the runs joined are the text again. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}’'-]*[\p{L}\p{N}])?[^\p{L}\p{N}]*/gu;

/** The words of a text; quotation marks and case do not make a word another. */
export function wordsOf(text: string): Word[] {
	const lead = /^[^\p{L}\p{N}]*/u.exec(text)?.[0] ?? '';
	return [...text.matchAll(WORD)].map((match, at) => ({
		text: at === 0 ? lead + match[0] : match[0],
		key: match[0]
			.toLowerCase()
			.replace(/’/g, "'")
			.replace(/[^\p{L}\p{N}'-]|['-]+(?=[^\p{L}\p{N}]*$)/gu, '')
	}));
}

function align(a: readonly Word[], b: readonly Word[]): [number, number][] {
	const least = Math.min(a.length, b.length);
	let head = 0;
	while (head < least && a[head]!.key === b[head]!.key) head += 1;
	let tail = 0;
	while (tail < least - head && a[a.length - 1 - tail]!.key === b[b.length - 1 - tail]!.key) tail += 1;
	const [inA, inB] = [a, b].map((words) => words.slice(head, words.length - tail).map(({ key }) => key));
	const between =
		inA!.length <= MOST && inB!.length <= MOST
			? commonWords(inA!, inB!).map(([i, j]): [number, number] => [i + head, j + head])
			: [];
	return [
		...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
		...between,
		...Array.from({ length: tail }, (_, at): [number, number] => [a.length - tail + at, b.length - tail + at])
	];
}

/** Drops common runs too short to mean anything: both texts must keep the same ones. */
function withoutConfetti(pairs: [number, number][], a: readonly Word[], b: readonly Word[]) {
	const runs: [number, number][][] = [];
	for (const pair of pairs) {
		const last = runs.at(-1)?.at(-1);
		if (last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1]) runs.at(-1)!.push(pair);
		else runs.push([pair]);
	}
	const letters = (run: [number, number][]) => run.reduce((sum, [i]) => sum + a[i]!.key.length, 0);
	const atEdge = (run: [number, number][]) =>
		(run[0]![0] === 0 && run[0]![1] === 0) ||
		(run.at(-1)![0] === a.length - 1 && run.at(-1)![1] === b.length - 1);
	const numeric = (run: [number, number][]) => run.some(([i]) => /\d/.test(a[i]!.key));
	return runs.filter((run) => letters(run) >= LEAST || atEdge(run) || numeric(run)).flat();
}

function runsOf(words: readonly Word[], same: ReadonlySet<number>): DiffRun[] {
	const runs: DiffRun[] = [];
	words.forEach((word, at) => {
		const last = runs.at(-1);
		if (last?.same === same.has(at)) last.text += word.text;
		else runs.push({ text: word.text, same: same.has(at) });
	});
	return runs;
}

/** Share of the shorter one's words in common from which on differences between words tell something. */
const ENOUGH = 0.34;

/** Whether two texts share so many words that the others are worth marking; else nearly all would be marked. */
export function isNear({ same, words }: WordDiff): boolean {
	return same >= ENOUGH * Math.min(...words);
}

/** What two texts have in common, word by word, and what only one of them has. */
export function wordDiff(a: string, b: string): WordDiff {
	const [left, right] = [wordsOf(a), wordsOf(b)];
	const pairs = withoutConfetti(align(left, right), left, right);
	return {
		a: runsOf(left, new Set(pairs.map(([i]) => i))),
		b: runsOf(right, new Set(pairs.map(([, j]) => j))),
		same: pairs.length,
		words: [left.length, right.length]
	};
}
