import { childBy, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { trimRange, type Range } from './ranges.ts';

/** Tenses that tell that somebody is still heard: "the pier was closed, Lee said, and the bridge would follow". */
const HEARD = /^(?:had|would|could|might|['’]d)$/;
const PRESENT = /^(?:is|are|has|have|will|can|may|do|does)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
/** What whoever speaks does, and not what they speak of: "…, Lee said, and left". */
const SPEAKS =
	/^(?:say|add|tell|ask|call|note|argue|warn|insist|urge|deny|declare|stress|explain|refuse|decline|promise|vow|apologi[sz]e|thank|praise|blame|claim|describe|reply|point|cite|repeat|concede|admit|leave|walk|turn|hang|smile|laugh|nod|shake|weep|cry|sit|stand|shrug|pause|sigh)$/;
const MARK = /^(?:["“”″]|''|``)$/;

/** The first word of a stretch that has a tense; -1 for none. */
function tensedIn(tree: Tree, from: number, to: number): number {
	for (let at = from; at < to; at++) if (FINITE.test(tree.tokens[at]!.xpos)) return at;
	return -1;
}

/** What goes on with what happened, and not with who speaks: "…, Lee said, bringing the toll to three". */
export const RESULT =
	/^(?:bringing|taking|raising|leaving|making|killing|injuring|wounding|forcing|causing|prompting|ending|damaging|destroying|trapping|cutting|blocking|closing|burying|sending)$/;

/** Behind where and when it was said: "…, police said on Thursday evening, bringing", "in a statement on Saturday, and". */
function afterPlace(tree: Tree, end: number, most: number): number {
	let at = end;
	while (at < tree.tokens.length && at - end < most && /^(?:ADP|PROPN|NOUN|DET)$/.test(tree.tokens[at]!.upos))
		at++;
	return at;
}

/**
 * B of "it lasted five hours, Lee said, and ended in a row", which has no subject of its own but that of what Lee said,
 * or of "…, Lee said, killing two"; null where B goes on with Lee. Given where the words about Lee end.
 */
function sameSubject(tree: Tree, before: Range, end: number): Range | null {
	const comma = afterPlace(tree, end, 5);
	if (tree.lower[comma] !== ',' || tree.lower[comma - 1] === ',') return null;
	const first = tensedIn(tree, before.from, before.to);
	const next = tree.tokens[comma + 1];
	if (first < 0 || next === undefined) return null;
	let from = comma + 1;
	if (tree.lower[from] === 'and') {
		const { xpos, lemma } = tree.tokens[from + 1] ?? next;
		const isPast = comma === end && xpos === 'VBD' && tree.tokens[first]!.xpos === 'VBD';
		// "…, Lee said, and added that"
		if (!isPast || SPEAKS.test(lemma)) return null;
		from++;
	} else if (!RESULT.test(tree.lower[from]!)) return null;
	let to = from;
	while (to < tree.tokens.length && !MARK.test(tree.lower[to]!) && !/^[;,]$/.test(tree.lower[to]!)) to++;
	if (to < tree.tokens.length && MARK.test(tree.lower[to]!)) return null;
	const range = trimRange(tree, { from, to });
	return range.to - range.from > 2 ? range : null;
}

/** B of "A, Lee said, and B", given where Lee's words stand and where the words about Lee end; null where B is not Lee's. */
function rest(tree: Tree, before: Range, end: number, cue: number): Range | null {
	const comma = afterPlace(tree, end, 8);
	if (tree.lower[comma] !== ',' || !/^(?:and|but)$/.test(tree.lower[comma + 1] ?? '')) return null;
	const from = comma + 2;
	const tensed = tensedIn(tree, from, Math.min(tree.tokens.length, from + 12));
	if (tensed <= from) return null;
	const verb = /^(?:aux|cop)/.test(tree.tokens[tensed]!.deprel) ? tree.tokens[tensed]!.head : tensed;
	if (verb < tensed || childBy(tree, verb, 'nsubj', 'expl') < from) return null;
	const word = tree.lower[tensed]!;
	const first = tensedIn(tree, before.from, before.to);
	const isSame = PRESENT.test(word) && first >= 0 && PRESENT.test(tree.lower[first]!);
	const isPast = tree.tokens[cue]!.xpos === 'VBD' || tree.lower[cue] === 'to';
	if (!(isPast && (HEARD.test(word) || isSame))) return null;
	let to = from;
	while (to < tree.tokens.length && !MARK.test(tree.lower[to]!) && tree.lower[to] !== ';') to++;
	return to < tree.tokens.length && MARK.test(tree.lower[to]!) ? null : trimRange(tree, { from, to });
}

/**
 * Lets what somebody says go on behind the words about them, where the tense tells that it does: a report is not told
 * in "had" and "would" but by somebody. What another says there is left to them.
 */
export function carryOn(tree: Tree, frames: readonly Frame[]): Frame[] {
	return frames.map((frame) => {
		const { cue, source, manner, content, rule } = frame;
		const last = content.at(-1);
		if (manner !== 'says' || last === undefined || source === null || last.to > cue.from) return frame;
		if (!/^(?:words-before|clause-before|frame-inside|according-to|learned)$/.test(rule)) return frame;
		const end = Math.max(cue.to, source.to);
		const more = rest(tree, last, end, cue.to - 1) ?? sameSubject(tree, last, end);
		const isOthers =
			more !== null &&
			frames.some((other) => other !== frame && other.cue.from >= more.from && other.cue.to <= more.to);
		return more === null || isOthers ? frame : { ...frame, content: [...content, more] };
	});
}
