import type { Link } from '#lib/model/index.ts';
import type { Parsed } from '../parsed.ts';
import { baseRelation, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';
import { ownerOf, type Resolve } from './owners.ts';
import { POINTS } from './pointing.ts';
import { FALSE, isPutForward, PUT_FORWARD } from './put-forward.ts';
import { hasVerb, nounRange, trimRange, type Range } from './ranges.ts';

const SUGGESTING = /^(?:suggesting|saying|claiming|alleging|asserting|indicating)$/;

type Spoken = Parsed['frames'][number];
/** Who holds what a frame denies, and the words that say so. */
export type Counter = { link: Link; words: Range; noun: number };

/** The noun for what is denied, right after the cue: "denied the union's recent claim that"; -1 where there is none. */
function deniedNoun(tree: Tree, from: number, to: number): number {
	for (let at = from; at < Math.min(to, from + 9); at++) {
		const { upos, deprel } = tree.tokens[at]!;
		// A parser takes the last noun of "media reports that" for a verb.
		if (tree.lower[at + 1] === 'that' && PUT_FORWARD.has(tree.tokens[at]!.lemma.toLowerCase())) return at;
		if (isPutForward(tree, at) && baseRelation(deprel) !== 'compound') return at;
		if (upos === 'VERB' || upos === 'AUX' || /^[,;:.]$/.test(tree.lower[at]!)) return -1;
	}
	return -1;
}

/** Whether the words after a noun tell what it says: "claims that …", "reports suggesting …", not "claims of racism". */
function isSpelledOut(tree: Tree, noun: number, to: number): boolean {
	let next = noun + 1;
	if (/^["”’]$/.test(tree.lower[next] ?? '')) next++;
	const opens = tree.lower[next] === 'that' || SUGGESTING.test(tree.lower[next] ?? '');
	return opens && to - next > 3 && hasVerb(tree, { from: next + 1, to });
}

/** "Denied the union's claim that": whose it is that the frame denies, with the words from there to the content's end. */
function counterOfNoun(tree: Tree, frame: Spoken, resolve: Resolve): Counter | null {
	const last = frame.content.at(-1);
	const noun = last === undefined ? -1 : deniedNoun(tree, frame.cue.to, Math.max(last.to, frame.cue.to));
	if (last === undefined || noun < 0) return null;
	// A parser may have ended what is denied with the noun.
	const to = last.to > noun + 2 ? last.to : endOf(tree, noun + 3);
	if (!isSpelledOut(tree, noun, to)) return null;
	const link = ownerOf(tree, noun, frame.cue.to, resolve);
	return link && { link, noun, words: { from: frame.cue.to, to: beforeAs(tree, { ...last, to }) } };
}

/** The verb of "as some members have suggested", from its "as", at the end of a stretch; -1 where another clause stands there. */
function suggestedAt(tree: Tree, as: number, to: number): number {
	if (tree.lower[as] !== 'as') return -1;
	for (let at = as + 1; at < to && at - as < 12; at++) {
		const { upos } = tree.tokens[at]!;
		if (upos === 'VERB') return at > as + 1 && to - at <= 4 ? at : -1;
		if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|CCONJ|ADP|AUX|NUM|ADV)$/.test(upos)) return -1;
	}
	return -1;
}

/** "…, as some members have suggested" at the end of what is denied: who holds it after all, and where that begins. */
function counterOfAs(tree: Tree, frame: Spoken, cues: Cues, resolve: Resolve): Counter | null {
	const last = frame.content.at(-1);
	if (last === undefined) return null;
	const end = endOf(tree, last.to);
	for (let as = last.from + 2; as < end; as++) {
		const verb = suggestedAt(tree, as, end);
		if (verb < 0 || !cues.speech.has(tree.tokens[verb]!.lemma.toLowerCase())) continue;
		let to = verb;
		while (tree.tokens[to - 1]!.upos === 'AUX' || tree.tokens[to - 1]!.upos === 'ADV') to--;
		const link = to > as + 1 ? resolve({ from: as + 1, to }) : null;
		return link && { link, noun: verb, words: { from: last.from, to: verb + 1 } };
	}
	return null;
}

/** The end of the clause in which a stretch ends, with what a parser hung elsewhere. */
function endOf(tree: Tree, to: number): number {
	let end = to;
	while (end < tree.tokens.length && !/^(?:[.;:]|["”])$/.test(tree.lower[end]!)) end++;
	return end;
}

/** Where what is denied ends: before ", as members have suggested" and before "as false". */
function beforeAs(tree: Tree, { from, to }: Range): number {
	for (let as = from + 2; as < to - 1; as++) {
		if (tree.lower[as] !== 'as') continue;
		const isCalled = tree.lower.slice(as + 1, to).some((_, at) => FALSE.has(tree.tokens[as + 1 + at]!.lemma));
		if (isCalled || suggestedAt(tree, as, to) > 0) return tree.lower[as - 1] === ',' ? as - 1 : as;
	}
	return to;
}

/** The noun that what is called false hangs on; -1 for "it is not true that". */
function calledNoun(tree: Tree, { content }: Spoken): number {
	for (let at = content[0]!.from - 1; at >= Math.max(0, content[0]!.from - 3); at--)
		if (isPutForward(tree, at)) return at;
	return -1;
}

function counterOf(tree: Tree, frame: Spoken, cues: Cues, resolve: Resolve): Counter | null {
	if (frame.rule !== 'called-false')
		return counterOfNoun(tree, frame, resolve) ?? counterOfAs(tree, frame, cues, resolve);
	const noun = calledNoun(tree, frame);
	const link = noun < 0 ? null : ownerOf(tree, noun, Math.max(0, noun - 6), resolve);
	return link && { link, noun, words: { from: nounRange(tree, noun).from, to: frame.content[0]!.to } };
}

/** Whether a frame is that of the noun for what is denied, or of "suggesting" right behind it. */
function isOfNoun(tree: Tree, { cue }: Spoken, noun: number): boolean {
	if (cue.from <= noun && cue.to > noun) return true;
	return cue.from > noun && cue.from - noun < 3 && SUGGESTING.test(tree.lower[cue.from]!);
}

const FALSELY = /^(?:falsely|wrongly|wrongfully|unfairly|incorrectly|erroneously|mistakenly|baselessly)$/;

/** "Lee falsely claimed that": whoever tells it so denies what Lee holds. */
function falselySaid(tree: Tree, frame: Spoken): Spoken | null {
	const { manner, link, cue, content, source } = frame;
	const isFalse = tree.lower.slice(Math.max(0, cue.from - 1), cue.to).some((word) => FALSELY.test(word));
	const said = content.at(-1)!;
	if (manner !== 'says' || !link || !isFalse || content.length !== 1 || said.from < cue.to) return null;
	const from = source && source.to <= cue.from && cue.from - source.to < 3 ? source.from : cue.from;
	const counter = { link, noun: cue.to - 1, words: { from, to: said.to } };
	return { ...frame, manner: 'denies', rule: 'called-false', source: null, link: null, counter };
}

/** Whether a frame denies what it carries: "denied that", "does not believe that". */
function isDenying({ manner, negated }: Spoken): boolean {
	return negated ? manner === 'holds' : manner === 'denies';
}

/**
 * Where a sentence itself tells that somebody denies what another holds, the denying frame gets that other as its
 * `counter`, and the frame of the noun between ("claim", "report") goes: its holder does not deny.
 */
export function readContests(tree: Tree, frames: readonly Spoken[], cues: Cues, resolve: Resolve): Spoken[] {
	const gone = new Set<Spoken>();
	const read = frames.map((frame): Spoken => {
		const called = falselySaid(tree, frame);
		if (called) return called;
		if (!isDenying(frame)) return { ...frame, content: beside(tree, frame, frames) };
		const counter = counterOf(tree, frame, cues, resolve);
		const content = frame.content.map((range) => trimRange(tree, { ...range, to: beforeAs(tree, range) }));
		if (counter === null) return { ...frame, content };
		for (const other of frames) if (other !== frame && isOfNoun(tree, other, counter.noun)) gone.add(other);
		const last = content.at(-1)!;
		// "Denied media reports that": what is denied begins behind the noun.
		if (counter.noun >= last.from && counter.noun < last.to) {
			const suggests = tree.lower.findIndex((word, at) => at > counter.noun && SUGGESTING.test(word));
			const isNext = suggests > 0 && suggests - counter.noun < 3;
			const from = isNext ? suggests + 1 : counter.noun + 1;
			content[content.length - 1] = trimRange(tree, { from, to: Math.max(last.to, counter.words.to) });
		}
		return counter.link.name === frame.link?.name ? { ...frame, content } : { ...frame, content, counter };
	});
	return read.filter((_, at) => !gone.has(frames[at]!));
}

/** Where the account adds a denial of its own telling: ", a claim that others reject", ", but others deny it"; else -1. */
function addedAt(tree: Tree, { rule, content }: Spoken): number {
	const [{ from }] = content as [Range];
	if (rule !== POINTS || from < 2) return -1;
	if (/^(?:[,;—–-]|--)$/.test(tree.lower[from - 1]!)) return from - 1;
	const joins = /^(?:but|though|although|while|and)$/.test(tree.lower[from - 1]!);
	return joins && tree.lower[from - 2] === ',' ? from - 2 : -1;
}

/** What a frame has somebody say, up to where the account adds who denies it. */
function beside(tree: Tree, frame: Spoken, frames: readonly Spoken[]): Range[] {
	const added = frames
		.filter((other) => other !== frame)
		.map((other) => [addedAt(tree, other), other.content[0]!.to] as const);
	return frame.content.flatMap((range) => {
		const cut = added.find(([at, end]) => at >= range.from - 2 && at < range.to && end <= range.to + 1);
		if (cut === undefined || cut[0] < 0) return [range];
		return cut[0] > range.from + 1 ? [{ from: range.from, to: cut[0] }] : [];
	});
}

/** How far before a verb its subject ends at most, so that both are read as one: "Lee has always denied". */
const BESIDE = 3;

/** All the words of a denial: who denies, where that stands right before, the verb, and what is denied with whose it is. */
export function denialOf(tree: Tree, { source, cue }: Spoken, { words }: Counter): Range {
	const isBeside = source !== null && source.to <= cue.from && cue.from - source.to <= BESIDE;
	return trimRange(tree, {
		from: Math.min(words.from, cue.from, isBeside ? source.from : cue.from),
		to: Math.max(words.to, cue.to)
	});
}

/** The frame of whoever holds what another denies, as the words tell of it. */
export function counterFrame(tree: Tree, { link, words, noun }: Counter): Spoken {
	return {
		cue: { from: noun, to: noun + 1 },
		lemma: tree.tokens[noun]!.lemma.toLowerCase(),
		manner: 'says',
		source: null,
		content: [words],
		rule: 'contested',
		agentless: false,
		negated: false,
		passive: false,
		link
	};
}
