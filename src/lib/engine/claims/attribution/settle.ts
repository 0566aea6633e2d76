import type { Cues } from './cues.ts';
import { afterMark } from './contents.ts';
import { frameBase, mannerOf, type Frame } from './frames.ts';
import { childBy, type Tree } from '../tree.ts';
import { hasVerb, headOf, nounRange, type Range } from './ranges.ts';
import { accusedOf } from './subjects.ts';
import { isSame, judgeCues, judgeSpeaker, type Judged, type Weights } from './scorer.ts';
import type { Sheet } from './signs.ts';

/** From here on the weights know better than a rule what a cue introduces. */
const SURE = 0.6;
/** A cue that no rule could read is one when the weights are this sure of it. */
const SURER = 0.9;
/** Below this a word that only its place made a cue is none: "the country fired missiles". */
const UNLIKELY = 0.02;
/** Below this an infinitive introduces nothing, whatever hangs on it. */
const HARDLY = 0.01;
/** How much likelier another source must be than the one that a rule found. */
const MARGIN = 1;
/** Rules that go by a word's place beside commas, colons and quotation marks, not by a clause that hangs on it. */
const BY_PLACE = /^(?:rest-after|words-after|words-before|frame-inside|called)$/;
/** Rules whose content is more than the words that were said, or that no weights were learned for. */
const KEPT = /^(?:called|denied-thing|asked-to)$/;
/** Rules of which the weights know nothing. */
const UNLEARNED = /^(?:colon|points|reply|called-false|asked|position|puts|heard|emerging|view)$/;

const TIME =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|morning|afternoon|evening|night|week|month|year)s?$/;

/** Words that were said without who said them, where the weights took that in: `“…,” one of them, Pia Lund, said`. */
function beforeSpeaker(tree: Tree, frame: Frame, range: Range): Range {
	const after = frame.source !== null && range.to <= frame.source.from ? afterMark(tree, range) : null;
	return after === null ? range : { from: range.from, to: after.from };
}

function holds(range: Range | null, index: number): boolean {
	return range !== null && index >= range.from && index < range.to;
}

function isTime({ tree }: Sheet, { from, to }: Range): boolean {
	for (let index = from; index < to; index++)
		if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[index]!.upos) && !TIME.test(tree.lower[index]!))
			return false;
	return true;
}

/** Whether a word is a noun for what never says anything. */
function isMute(tree: Tree, head: number, cue: number, { mute }: Cues): boolean {
	const { upos, lemma } = tree.tokens[head]!;
	// "The prefecture says": what says something does.
	if (/^(?:say|insist|announce)$/.test(tree.tokens[cue]!.lemma) && tree.tokens[cue]!.head !== head)
		return false;
	if (upos !== 'NOUN' || !mute.has(lemma.toLowerCase())) return false;
	// "The head of personnel, Greta Holm, said"
	const beside = childBy(tree, head, 'appos');
	return beside < head || tree.tokens[beside]!.upos !== 'PROPN';
}

/**
 * Puts right who speaks in a frame, where the weights find somebody and the rule found nobody or another; null where
 * only a thing is left that says nothing: "the broken beam suggested that".
 */
function settleSource<T extends Pick<Frame, 'source' | 'passive'>>(
	sheet: Sheet,
	frame: T,
	cue: Pick<Judged, 'cue' | 'content'>,
	cues: Cues,
	weights: Weights
): T | null {
	const { tree } = sheet;
	if (frame.source === null && frame.passive) return frame;
	// "Alarmed by reports that": who hears of them has not said it.
	if (
		frame.source === null &&
		tree.tokens[cue.cue]!.upos === 'NOUN' &&
		/^(?:report|rumou?r)$/.test(tree.tokens[cue.cue]!.lemma)
	)
		return frame;
	if (accusedOf(tree, cue.cue) >= 0) return frame;
	const named = frame.source === null ? -1 : headOf(tree, frame.source);
	const isThing = named >= 0 && isMute(tree, named, cue.cue, cues);
	// "…, the coroner said on Tuesday, denying that": who goes on is who spoke.
	const goesOn =
		frame.source !== null &&
		tree.tokens[cue.cue]!.xpos === 'VBG' &&
		tree.lower[cue.cue - 1] === ',' &&
		tree.tokens[cue.cue]!.deprel === 'advcl' &&
		tree.tokens[named]!.head === tree.tokens[cue.cue]!.head;
	if (goesOn && !isThing) return frame;
	// "A lawsuit that accused the maker": the clause says whose it is.
	const isRelative = frame.source !== null && /^(?:that|who|which)$/.test(tree.lower[frame.source.to] ?? '');
	if (isRelative && !isThing && tree.tokens[cue.cue]!.deprel === 'acl:relcl') return frame;
	// "The opposition, which says that": it stands right before the clause.
	const isBehind =
		frame.source !== null &&
		tree.lower[frame.source.to] === ',' &&
		/^(?:who|which)$/.test(tree.lower[frame.source.to + 1] ?? '') &&
		cue.cue === frame.source.to + 2;
	if (isBehind && !isThing) return frame;
	// "On Friday lashed out": a day that the parser took for the subject says nothing.
	const rule = frame.source !== null && (isThing || isTime(sheet, frame.source)) ? null : frame.source;
	// Whose the thing is does not speak by it: "his decision suggests".
	const mayBe = (at: number) =>
		!/^(?:who|whom|which|that|what)$/.test(tree.lower[at]!) &&
		// "Reyes has been the target": a clause is nobody.
		childBy(tree, at, 'cop') < 0 &&
		!isMute(tree, at, cue.cue, cues) &&
		!(isThing && at >= tree.low[named]! && at < tree.high[named]!);
	const head = judgeSpeaker(sheet, cue, rule, weights, MARGIN, mayBe);
	// Who stands inside a quotation does not introduce it from outside.
	const isOther = head >= 0 && !holds(rule, head) && sheet.quoted[head] === sheet.quoted[cue.cue];
	if (isOther) return { ...frame, source: nounRange(tree, head), agentless: false };
	return isThing ? null : frame;
}

/** Whether a verb stands beside nothing but words in quotation marks, or calls somebody something in them. */
function isQuoting({ quoted }: Sheet, { rule, source, content, cue }: Frame): boolean {
	if (source === null || quoted[cue.from]! >= 0 || content.length === 0) return false;
	const [{ from, to }] = content as [Range];
	if (rule === 'called') return quoted.subarray(cue.to, to).some((at) => at >= 0);
	return rule === 'words-before' && quoted.subarray(from, to).every((at) => at >= 0);
}

/** "They were hurt, officials say, more than we knew": what was said stands whole before, and what comes after only adds. */
function isTold({ tree }: Sheet, { rule, cue, source, content }: Frame, learned: readonly Range[]): boolean {
	const [said] = content as [Range];
	const start = Math.min(cue.from, source?.from ?? cue.from);
	// "…, engineers told us: the money went elsewhere": both are theirs, and the rule's are no less.
	const isLed = learned.some(({ from }) => tree.lower[from - 1] === ':');
	return (
		/^(?:words-before|clause-before|frame-inside)$/.test(rule) &&
		said.to < cue.from &&
		tree.lower[start - 1] === ',' &&
		(isLed || tree.lower[cue.to] === ',') &&
		learned.every(({ from }) => from >= cue.to) &&
		hasVerb(tree, said)
	);
}

/** "…, said the head teacher, Ngozi Lee": what was said stands before, and no part of it after. */
function isInverted({ tree }: Sheet, { cue, source, content }: Frame): boolean {
	const [said] = content as [Range];
	return (
		source?.from === cue.to && tree.lower[cue.from - 1] === ',' && said.to < cue.from && hasVerb(tree, said)
	);
}

function isAside({ tree }: Sheet, { rule, source, content }: Frame): boolean {
	if (rule !== 'clause-after' || source === null || source.from < 2) return false;
	return (
		/^(?:who|which)$/.test(tree.lower[source.from - 1]!) &&
		content[0]!.from > source.to &&
		/^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[content[0]!.from]!.xpos)
	);
}

/** "A teacher who says it was so told the Herald": what is said ends before the verb that the saying hangs on. */
function holdsGovernor({ tree }: Sheet, cue: number, content: readonly Range[]): boolean {
	if (!tree.tokens[cue]!.deprel.startsWith('acl')) return false;
	let up = tree.tokens[cue]!.head;
	for (let steps = 0; up >= 0 && steps < 12; steps++) {
		if (up > cue && content.some((range) => holds(range, up))) return true;
		up = tree.tokens[up]!.head;
	}
	return false;
}

/**
 * "Announced his resignation in a message" is one statement with its verb; to show somebody a picture is none. Null for
 * what says nothing.
 */
function asTold(tree: Tree, frame: Frame, cue: number): Frame | null {
	const [{ from, to }] = frame.content as [Range];
	const object = childBy(tree, cue, 'obj', 'iobj');
	if (object < from || object >= to || from !== frame.cue.to || tree.low[object] !== from) return frame;
	if (frame.lemma === 'show') return null;
	if (!/^(?:announce|propose|promise|predict)$/.test(frame.lemma)) return frame;
	let end = from;
	while (end < to && tree.lower[end] !== ',') end++;
	return { ...frame, content: [{ from: frame.cue.from, to: end }], rule: 'called' };
}

const SUBJECT = /^(?:he|she|they|it|we|i)$/;

/** "Told the inquiry she had raised it": who was told is no part of what was said. */
function afterHearer({ tree }: Sheet, { cue, lemma }: Frame, content: Range[]): Range[] {
	const [first, ...rest] = content as [Range];
	if (!/^(?:tell|inform|remind|assure|warn)$/.test(lemma) || first.from !== cue.to) return content;
	let at = first.from;
	while (at < first.to && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tree.tokens[at]!.upos)) at++;
	const isSubject = at > first.from && at < first.to - 1 && SUBJECT.test(tree.lower[at]!);
	return isSubject ? [{ from: at, to: first.to }, ...rest] : content;
}

/** What a rule found before who speaks, with what weights found behind their colon. */
function ledOn({ tree }: Sheet, { content }: Frame, learned: readonly Range[]): Range[] {
	const [said] = content as [Range];
	const [more] = learned;
	const isLed = more !== undefined && more.from > said.to && tree.lower[more.from - 1] === ':';
	return isLed && content.length === 1 ? [said, more] : content;
}

/** What weights found, with what a rule found right before it: "that it could be harmful “if it got wet”" is one. */
function joined({ tree }: Sheet, rule: readonly Range[], learned: Range[]): Range[] {
	const [first] = learned;
	const [before] = rule;
	if (rule.length !== 1 || learned.length !== 1 || before!.to > first!.from) return learned;
	const between = tree.tokens.slice(before!.to, first!.from);
	return between.every(({ upos }) => upos === 'PUNCT') ? [{ from: before!.from, to: first!.to }] : learned;
}

/** "Passengers complained of the cold": what somebody called something reads by itself with who did. */
function withSpeaker(frame: Frame): Frame {
	const { rule, source, cue, content } = frame;
	const [first, ...rest] = content;
	if (!/^(?:called|denied-thing)$/.test(rule) || source?.to !== cue.from || first?.from !== cue.from)
		return frame;
	// "Lee accused Reyes" says too little.
	if (first.to - cue.from < 3) return frame;
	return { ...frame, content: [{ from: source.from, to: first.to }, ...rest] };
}

/** "The market had overreacted: the books were sound, she argued": who says the end of it again is none of the words. */
function withoutTail({ lower }: Tree, frame: Frame, others: readonly Frame[]): Frame {
	const last = frame.content.at(-1)!;
	const tail = others.find(({ cue, source }) => cue.to === last.to && source?.to === cue.from)?.source;
	if (!tail || tail.from - 1 <= last.from || tail.to - tail.from > 1 || lower[tail.from - 1] !== ',')
		return frame;
	return { ...frame, content: [...frame.content.slice(0, -1), { from: last.from, to: tail.from - 1 }] };
}

/**
 * Settles what the rules found in a sentence by the learned weights: a word that is no cue is left out, a likelier
 * content or source is taken, and a verb of saying that no rule could read is added.
 */
export function settleFrames(sheet: Sheet, rules: readonly Frame[], cues: Cues, weights: Weights): Frame[] {
	const { tokens } = sheet.tree;
	// Only words that a rule took for a cue, or that may say something, are worth the time.
	const judged = judgeCues(
		sheet,
		weights,
		(cue) =>
			rules.some((frame) => holds(frame.cue, cue)) ||
			(tokens[cue]!.upos === 'VERB' && mannerOf(tokens[cue]!.lemma.toLowerCase(), cues) !== null)
	);
	if (judged.length === 0) return [...rules];
	const states = (content: Range[]) => content.some((range) => hasVerb(sheet.tree, range));
	const settled: Frame[] = [];
	const push = (frame: Frame | null) => {
		if (frame !== null) settled.push(frame);
	};
	for (const frame of rules) {
		const likeliest = judged
			.filter(({ cue }) => holds(frame.cue, cue))
			.reduce<Judged | null>((best, one) => (best === null || one.p > best.p ? one : best), null);
		if (likeliest === null || UNLEARNED.test(frame.rule)) {
			settled.push(frame);
			continue;
		}
		const { cue, p } = likeliest;
		const content = likeliest.content.map((range) => beforeSpeaker(sheet.tree, frame, range));
		const isMarked = frame.content.some(({ from }) => sheet.tree.lower[from - 1] === 'that');
		if (p < UNLIKELY && BY_PLACE.test(frame.rule) && !isMarked && !isQuoting(sheet, frame)) continue;
		// "Waited for somebody to say that": nobody has said it.
		if (p < HARDLY && tokens[cue]!.xpos === 'VB') continue;
		// "Who police say was drunk": what they say stands between the commas, and is theirs.
		if (isAside(sheet, frame)) {
			settled.push({ ...frame, likely: p });
			continue;
		}
		const moves =
			p >= SURE &&
			!KEPT.test(frame.rule) &&
			!isInverted(sheet, frame) &&
			!isTold(sheet, frame, content) &&
			!holdsGovernor(sheet, cue, content) &&
			!(frame.content.length > 1 && isSame(content, frame.content.slice(-1))) &&
			// "…, a minister said, in a move that critics called a gift"
			!(
				frame.rule === 'words-before' &&
				content[0]!.from > cue &&
				(tokens[content[0]!.from]!.upos === 'ADP' || TIME.test(sheet.tree.lower[content[0]!.from]!))
			) &&
			!isSame(content, frame.content) &&
			states(content);
		const moved: Frame = moves
			? {
					...frame,
					content: afterHearer(sheet, frame, joined(sheet, frame.content, content)),
					rule: 'learned',
					likely: p
				}
			: { ...frame, likely: p, content: ledOn(sheet, frame, content) };
		const told = asTold(sheet.tree, moved, cue);
		if (told !== null) push(settleSource(sheet, told, { cue, content: told.content }, cues, weights));
	}
	for (const one of judged) {
		if (one.p < SURER || sheet.tree.tokens[one.cue]!.upos !== 'VERB') continue;
		if (rules.some(({ cue }) => holds(cue, one.cue))) continue;
		const base = frameBase(sheet.tree, one.cue, cues);
		if (base === null || base.manner === 'refuses' || base.passive || !states(one.content)) continue;
		const frame = asTold(
			sheet.tree,
			{ ...base, content: one.content, rule: 'learned', likely: one.p },
			one.cue
		);
		if (frame !== null) push(settleSource(sheet, frame, { ...one, content: frame.content }, cues, weights));
	}
	return settled
		.map((frame) => withoutTail(sheet.tree, withSpeaker(frame), settled))
		.sort((a, b) => a.cue.from - b.cue.from);
}
