import { commonWords } from '#lib/text/common-words.ts';
import { type DiffRun, wordDiff } from './word-diff.ts';

/** A paragraph that is not in both texts, or not in the same words. */
export type ParagraphChange = { before?: DiffRun[]; after?: DiffRun[] };

export type ParagraphChanges = {
	changes: ParagraphChange[];
	/** Paragraphs that both have. */
	same: number;
};

/** Most paragraphs that are lined up; beyond it, a text is shown as new as a whole. */
const MOST = 1_500;

/** Share of the shorter paragraph's words from which one was edited into the other. */
const EDITED = 0.4;

const bare = (paragraph: string) =>
	paragraph
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const whole = (text: string): DiffRun[] => [{ text, same: false }];

/** Sets what was in a place beside what is there now, in order; those that share words are one paragraph, edited. */
function paired(before: readonly string[], after: readonly string[]): ParagraphChange[] {
	const changes: ParagraphChange[] = [];
	const left = [...after];
	for (const old of before) {
		const at = left.findIndex((young) => {
			const { same, words } = wordDiff(old, young);
			return same >= EDITED * Math.max(1, Math.min(...words));
		});
		if (at < 0) {
			changes.push({ before: whole(old) });
			continue;
		}
		changes.push(...left.splice(0, at).map((young) => ({ after: whole(young) })));
		const diff = wordDiff(old, left.shift()!);
		changes.push({ before: diff.a, after: diff.b });
	}
	return [...changes, ...left.map((young) => ({ after: whole(young) }))];
}

/** What changed between two texts, paragraph by paragraph; white space and punctuation alone are no change. */
export function paragraphChanges(before: string, after: string): ParagraphChanges {
	const [old, young] = [before, after].map((text) => text.split('\n').filter((line) => bare(line) !== ''));
	if (old!.length > MOST || young!.length > MOST)
		return { changes: [{ before: whole(before) }, { after: whole(after) }], same: 0 };
	const common = commonWords(old!.map(bare), young!.map(bare));
	const changes: ParagraphChange[] = [];
	let [i, j] = [0, 0];
	for (const [x, y] of [...common, [old!.length, young!.length] as const]) {
		changes.push(...paired(old!.slice(i, x), young!.slice(j, y)));
		[i, j] = [x + 1, y + 1];
	}
	return { changes, same: common.length };
}
