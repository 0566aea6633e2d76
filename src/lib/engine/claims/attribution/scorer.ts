import type { LexiconFiles } from '../../types.ts';
import { readJson } from '../names/lists.ts';
import { candidatesOf } from './candidates.ts';
import type { Range } from './ranges.ts';
import { cueSigns, eachSign, SIGN_BITS, type Sheet } from './signs.ts';
import { speakerHeads, speakerSigns } from './speaker-signs.ts';

/** What was learned of which words introduce what: a weight for each sign, and which lemmas are alike. */
export type Weights = { table: Int8Array; classes: ReadonlyMap<string, number>; threshold: number };

/**
 * `claims-attribution.json`: the signs with a weight, each as the distance from the one before; the weights in
 * units of 1/`SCALE`; and the classes of lemmas.
 */
export type WeightsFile = {
	threshold: number;
	signs: number[];
	weights: number[];
	classes: Record<string, number>;
};

export const SCALE = 24;

/** A cue with its likeliest content; `p` is how likely it introduces any at all. */
export type Judged = { cue: number; content: Range[]; pattern: string; p: number };

/** Loads the weights that `tools/train/attribution.ts` learns; null without them, and rules decide alone. */
export function loadWeights(files: LexiconFiles): Weights | null {
	const file = readJson<WeightsFile | null>(files, 'claims-attribution.json', null);
	if (file === null) return null;
	const table = new Int8Array(1 << SIGN_BITS);
	let sign = 0;
	file.signs.forEach((distance, at) => {
		sign += distance;
		table[sign] = file.weights[at]!;
	});
	return { table, classes: new Map(Object.entries(file.classes)), threshold: file.threshold };
}

/** Judges each word of a sentence that `mayBe` a cue: its candidates compete with each other and with "introduces nothing". */
export function judgeCues(
	sheet: Sheet,
	{ table }: Weights,
	mayBe: (cue: number) => boolean = () => true
): Judged[] {
	const { tree, quoted } = sheet;
	const found: Judged[] = [];
	if (tree.tokens.length < 3) return found;
	for (let cue = 0; cue < tree.tokens.length; cue++) {
		const candidates = mayBe(cue) ? candidatesOf(tree, cue, quoted) : [];
		if (candidates.length === 0) continue;
		const shared = cueSigns(sheet, cue).reduce((sum, sign) => sum + table[sign]!, 0);
		let total = 0;
		let best = -1;
		let most = 0;
		candidates.forEach((candidate, at) => {
			let sum = shared;
			eachSign(sheet, candidate, (sign) => (sum += table[sign]!));
			const weight = Math.exp(Math.min(30, sum / SCALE));
			total += weight;
			if (weight > most) [best, most] = [at, weight];
		});
		if (best < 0) continue;
		const { content, patterns } = candidates[best]!;
		found.push({ cue, content, pattern: patterns[0]!, p: total / (1 + total) });
	}
	return found;
}

const size = (ranges: readonly Range[]) => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** Whether two contents are one: they share half of what they cover together. */
export function isSame(a: readonly Range[], b: readonly Range[]): boolean {
	let shared = 0;
	for (const x of a)
		for (const y of b) shared += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
	return shared * 2 >= size(a) + size(b) - shared;
}

/** The cues that introduce something more likely than `threshold`, the likelier of two for one content. */
export function pickCues(judged: readonly Judged[], threshold: number): Judged[] {
	const picked: Judged[] = [];
	const likely = judged.filter(({ p }) => p >= threshold).sort((a, b) => b.p - a.p || a.cue - b.cue);
	for (const one of likely) if (!picked.some(({ content }) => isSame(content, one.content))) picked.push(one);
	return picked.sort((a, b) => a.cue - b.cue);
}

/**
 * The head of the phrase that is likeliest behind a cue, given the phrase that the rules have; -1 for nobody. Another
 * phrase than the rules' has to be likelier by `margin`, in natural logarithms of odds; only what `mayBe` is weighed.
 */
export function judgeSpeaker(
	sheet: Sheet,
	{ cue, content }: Pick<Judged, 'cue' | 'content'>,
	rule: Range | null,
	{ table }: Weights,
	margin = 0,
	mayBe: (head: number) => boolean = () => true
): number {
	const heads = speakerHeads(sheet.tree, cue, content);
	let [best, most] = [-1, 0];
	let [ruled, score] = [-1, -Infinity];
	for (const head of heads) {
		if (!mayBe(head)) continue;
		let sum = 0;
		for (const sign of speakerSigns(sheet, cue, content, heads, head, rule)) sum += table[sign]!;
		if (sum > most) [best, most] = [head, sum];
		if (rule !== null && head >= rule.from && head < rule.to && sum > score) [ruled, score] = [head, sum];
	}
	return ruled >= 0 && most - score < margin * SCALE ? ruled : best;
}
