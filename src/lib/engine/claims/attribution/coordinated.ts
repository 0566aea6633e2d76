import type { Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { hasVerb, type Range } from './ranges.ts';

const JOINS = /^(?:and|but|yet|while|whereas|although|though)$/;
const MARK = /^(?:["“”″]|``|'')$/;
/** Words that, after a comma, go on with what the same one says: "said the pier was shut, adding that". */
const GOES_ON = new Set('add argue insist note warn stress continue'.split(' '));
/** How far before a verb its joining word may stand: "and later also said". */
const BESIDE = 4;

const isBetween = (at: number, { from, to }: Range) => at > from + 1 && at < to;

/** The joining word before a stretch, or its comma; -1 where there is none. */
function joinBefore(tree: Tree, start: number): number {
	let at = start - 1;
	for (let steps = 0; steps < BESIDE && at > 0 && tree.tokens[at]!.upos === 'ADV'; steps++) at--;
	if (at < 1 || !JOINS.test(tree.lower[at]!)) return -1;
	return tree.lower[at - 1] === ',' ? at - 1 : at;
}

/** Where what `outer` has somebody say ends, because `inner` says something beside it; -1 where it lies inside. */
function endBefore(tree: Tree, outer: Frame, inner: Frame): number {
	const { cue, source, manner, lemma } = inner;
	const denies = manner === 'denies' && inner.rule === 'clause-after';
	if (manner !== 'says' && manner !== 'holds' && !denies) return -1;
	const { xpos } = tree.tokens[cue.to - 1]!;
	// "Denied it, saying that": who denies something says the rest.
	if (xpos === 'VBG') {
		// `… "at the border," adding` as well as "… at the border, adding".
		const comma = MARK.test(tree.lower[cue.from - 1] ?? '') ? cue.from - 2 : cue.from - 1;
		return tree.lower[comma] === ',' && (outer.manner === 'denies' || GOES_ON.has(lemma)) ? comma : -1;
	}
	const hasOwn = source !== null && source.from >= outer.cue.to && source.to <= cue.from;
	if (hasOwn) return manner !== 'holds' ? joinBefore(tree, source.from) : -1;
	return /^VB[DZP]$/.test(xpos) ? joinBefore(tree, cue.from) : -1;
}

/** What a frame has somebody say, up to a semicolon outside quotation marks: beyond it another sentence begins. */
function untilSemicolon(tree: Tree, { cue, content }: Frame): Range[] {
	return content.map((range) => {
		if (range.from < cue.to) return range;
		for (let at = range.from; at < range.to; at++) {
			if (MARK.test(tree.lower[at]!)) break;
			if (tree.lower[at] === ';' && isBetween(at, range)) return { from: range.from, to: at };
		}
		return range;
	});
}

/** "While Lee insists that it is safe, tests found lead": what Lee insists on ends at the comma. */
function cutContrast(tree: Tree, frame: Frame): void {
	if (!/^(?:while|although|though)$/.test(tree.lower[0] ?? '') || frame.cue.from > 8) return;
	frame.content = frame.content.map((range) => {
		const comma = tree.lower.indexOf(',', range.from);
		if (range.from < frame.cue.to || !isBetween(comma, range)) return range;
		if (tree.lower.slice(range.from - 1, comma).some((word) => MARK.test(word))) return range;
		return hasVerb(tree, { from: comma, to: range.to }) ? { from: range.from, to: comma } : range;
	});
}

/** "Lee told the board that it sank, according to Ortega": what Lee said ends before the comma; Ortega says all of it. */
function cutAt(tree: Tree, frames: Frame[], according: number): void {
	const comma = according - 1;
	if (tree.lower[comma] !== ',') return;
	for (const frame of frames) {
		if (frame.manner !== 'says' || frame.cue.from >= according || frame.passive) continue;
		frame.content = frame.content.map((range) => {
			if (range.from < frame.cue.to || !isBetween(comma, range)) return range;
			const marks = tree.lower.slice(range.from - 1, comma).filter((word) => MARK.test(word)).length;
			return marks % 2 > 0 ? range : { from: range.from, to: comma };
		});
	}
}

/** What somebody says inside words that end before "…, Lee said" ends there too. */
function keepInside(tree: Tree, outer: Frame, inner: Frame): void {
	const words = outer.content.find(({ from, to }) => inner.cue.from >= from && inner.cue.to <= to);
	if (words === undefined || outer.cue.from < words.to) return;
	inner.content = inner.content.flatMap(({ from, to }) => {
		if (from >= words.to || to <= words.to) return [{ from, to }];
		const kept = { from, to: words.to };
		return kept.to - kept.from > 1 && hasVerb(tree, kept) ? [kept] : [];
	});
}

/** "Lee said A: B, she argued": what she argued begins where Lee's words do, and not before Lee. */
function beginInside(tree: Tree, outer: Frame, inner: Frame): void {
	const [said] = outer.content;
	if (!said || !inner.source || inner.cue.from < said.from || outer.cue.from >= said.from) return;
	if (tree.tokens[inner.source.from]!.upos !== 'PRON' || outer.manner !== 'says' || (outer.likely ?? 1) < 0.5)
		return;
	inner.content = inner.content.map(({ from, to }) =>
		from <= outer.cue.from && to > said.from ? { from: said.from, to } : { from, to }
	);
}

/**
 * Parts what is said side by side: of "Quito said it fell on land and Lima said it fell at sea" a parser makes a
 * second saying inside the first, and of "denied that it sank, saying it was afloat" a denial of both. What stands in
 * quotation marks, or goes on with "that", stays whole.
 */
export function partSayings(tree: Tree, frames: readonly Frame[]): Frame[] {
	const parted = frames.map((frame) => ({ ...frame, content: untilSemicolon(tree, frame) }));
	for (const frame of parted) cutContrast(tree, frame);
	for (const { cue, lemma } of frames) if (lemma === 'according') cutAt(tree, parted, cue.from);
	for (const outer of frames) for (const inner of parted) keepInside(tree, outer, inner);
	for (const outer of frames) for (const inner of parted) beginInside(tree, outer, inner);
	for (const outer of parted)
		for (const inner of parted) {
			if (inner === outer || outer.content.length === 0) continue;
			const end = endBefore(tree, outer, inner);
			// "A, Lee said, while Reed said B": what is taken for the rest of Lee's words is Reed's alone.
			outer.content = outer.content.filter(
				(range, index) => index === 0 || end < outer.cue.to || Math.abs(range.from - end) > 2
			);
			const at = outer.content.findIndex(
				(range) => isBetween(end, range) && outer.cue.to <= range.from && inner.cue.to <= range.to
			);
			if (end < 0 || at < 0) continue;
			const range = outer.content[at]!;
			// Inside a quotation nothing is parted.
			if (tree.lower.slice(range.from - 1, inner.cue.from).filter((word) => MARK.test(word)).length % 2 > 0)
				continue;
			outer.content = outer.content.with(at, { from: range.from, to: end });
			// Who has yet to find something out says nothing.
			if (outer.manner === 'asks') continue;
			const isOwn = inner.source !== null && inner.source.from >= outer.cue.to;
			if (!isOwn || tree.tokens[inner.cue.to - 1]!.xpos === 'VBG') {
				inner.source = outer.source;
				inner.agentless = outer.agentless;
			}
		}
	return parted.filter((frame) => frame.content.length > 0 && !isToldOf(parted, frame));
}

/** "Lee said drivers had complained of the heat": that they did is what Lee says, and they are not heard. */
function isToldOf(frames: readonly Frame[], { rule, lemma, cue }: Frame): boolean {
	if (rule !== 'called' || !/^(?:tell|ask|complain|warn|boast)$/.test(lemma)) return false;
	return frames.some(
		(outer) =>
			outer.rule !== 'called' &&
			outer.source !== null &&
			outer.content.some(({ from, to }) => cue.from > from && cue.to <= to)
	);
}
