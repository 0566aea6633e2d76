import type { Link } from '#lib/model/index.ts';
import type { Quotation, ReadText } from '../text/index.ts';
import { RESULT } from './attribution/carried.ts';
import type { Frame } from './attribution/frames.ts';
import { isPointing } from './attribution/pointing.ts';
import { hasVerb, headOf, type Range } from './attribution/ranges.ts';
import type { Parsed } from './parsed.ts';
import { FEWEST_SAID } from './propositions.ts';
import { quotationAt } from './quoted.ts';
import { HOLDS_CUE } from './statement.ts';
import type { Tree } from './tree.ts';

function total(ranges: readonly Range[]): number {
	return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function continued(link: Link): Frame & { link: Link } {
	return {
		cue: { from: 0, to: 1 },
		lemma: '',
		manner: 'says',
		source: null,
		content: [],
		rule: 'continued',
		agentless: false,
		negated: false,
		passive: false,
		link
	};
}

/** Whether words outside every content say something of their own, and do not only frame. */
function keepsOwn(tree: Tree, range: Range, frames: readonly Frame[], fewest: number): boolean {
	if (frames.length === 0) return true;
	for (let index = range.from; index < range.to; index++) {
		const { upos } = tree.tokens[index]!;
		if (
			(upos === 'VERB' || upos === 'AUX') &&
			!frames.some(
				({ cue, source }) =>
					(index >= cue.from && index < cue.to) ||
					(source !== null && index >= source.from && index < source.to)
			)
		)
			return range.to - range.from >= fewest;
	}
	return false;
}

/** Whether who speaks is only described so: in "sued by her manager, who claims that" the manager belongs to the suit. */
function isDescribed(tree: Tree, source: Range, cue: Range): boolean {
	const isObject = /^(?:obl|obj|nmod)/.test(tree.tokens[headOf(tree, source)]!.deprel);
	// "Threw out a lawsuit that accused the maker"
	const that = tree.lower[source.to] ?? '';
	if (isObject && /^(?:that|who|which)$/.test(that) && cue.from === source.to + 1) return true;
	const who = source.to + 1;
	if (cue.from <= who || tree.lower[source.to] !== ',' || !/^(?:who|which)$/.test(tree.lower[who] ?? ''))
		return false;
	const isOwn = cue.from - who < 4 && !tree.lower.slice(who, cue.from).includes(',');
	return isOwn && isObject;
}

/** Whether who speaks is first of all said to do something: "the mill employs 400 people and said that it would pay". */
function doesMore(tree: Tree, source: Range, { cue }: Frame, frames: readonly Frame[]): boolean {
	const head = headOf(tree, source);
	const { head: verb, deprel } = tree.tokens[head]!;
	if (verb < source.to || verb >= cue.from || !deprel.startsWith('nsubj')) return false;
	// "Investigators seek to learn whether": one thing is done, and not two.
	if (/^(?:xcomp|ccomp|acl)/.test(tree.tokens[cue.to - 1]!.deprel)) return false;
	return frames.every((frame) => verb < frame.cue.from || verb >= frame.cue.to);
}

/** Where "his agent, Bruno Sala" begins, given where the name does; the name's own place where nothing introduces it. */
function introductionOf(tree: Tree, name: number): number {
	const noun = name - 2;
	if (noun < 0 || tree.lower[name - 1] !== ',' || tree.tokens[noun]!.upos !== 'NOUN') return name;
	let from = noun;
	while (from > 0 && noun - from < 5 && /^(?:NOUN|ADJ|PROPN|PART)$/.test(tree.tokens[from - 1]!.upos)) from--;
	if (from > 0 && /^(?:the|an?|his|her|its|their|our|my)$/.test(tree.lower[from - 1]!)) from--;
	const isFirst = from === 0 || /^(?:PUNCT|CCONJ|SCONJ)$/.test(tree.tokens[from - 1]!.upos);
	return isFirst ? from : name;
}

/** "Confirmed to us that deputies had asked", of which a parser makes a pronoun. */
function opensWithThat(tree: Tree, at: number): boolean {
	if (tree.lower[at] !== 'that' || !/^(?:IN|WDT|DT)$/.test(tree.tokens[at]!.xpos)) return false;
	// "Said that man was there" may mean that man.
	const isOne =
		tree.tokens[at]!.xpos === 'DT' &&
		/^(?:man|woman|person|boy|girl|day|night|time|year|one)$/.test(tree.lower[at + 1] ?? '');
	if (isOne) return false;
	return /^(?:NOUN|PROPN|DET|NUM)$/.test(tree.tokens[at + 1]?.upos ?? '');
}

/** A stretch with its chain, and the words about who speaks that break into it. */
type Region = { range: Range; chain: Parsed['frames']; said?: Range };

/** Joins what somebody's name breaks into: "the bus, Lee said, had been slow" is one statement, and half of it is none. */
function joinBroken(tree: Tree, regions: readonly Region[]): Region[] {
	const joined: Region[] = [];
	for (const region of regions) {
		const last = joined.at(-1);
		const spoken = joined.findLastIndex(({ chain, range }) => chain.length > 0 || hasVerb(tree, range));
		if (spoken >= 0 && goesOnWithout(tree, joined[spoken]!, region)) {
			const { range, chain } = joined[spoken]!;
			joined.length = spoken;
			joined.push({
				range: { from: range.from, to: region.range.to },
				chain,
				said: { from: range.to, to: region.range.from }
			});
			continue;
		}
		const isMark = tree.tokens
			.slice(region.range.from, region.range.to)
			.every(({ upos }) => upos === 'PUNCT');
		if (isMark && region.chain.length === 0) continue;
		const isRest =
			last !== undefined &&
			last.chain.length > 0 &&
			last.chain[0] === region.chain[0] &&
			last.chain.length === region.chain.length &&
			!hasVerb(tree, last.range) &&
			hasSubjectIn(tree, region.range, last.range);
		// "The man, who police say was drunk, hit a wall": the account's own words go on around theirs.
		const around = joined.at(-2);
		const isAround =
			around !== undefined &&
			region.chain.length === 0 &&
			around.chain.length === 0 &&
			last!.chain.length > 0 &&
			!hasVerb(tree, around.range) &&
			hasSubjectIn(tree, region.range, around.range);
		if (isAround) around.range = { from: around.range.from, to: region.range.to };
		else if (isRest)
			joined[joined.length - 1] = {
				range: { from: last.range.from, to: region.range.to },
				chain: last.chain
			};
		else joined.push(region);
	}
	return joined;
}

/** Whether words behind a break go on with the verb alone: "the boat hit a rock, Lee said, and sank", "…, killing two". */
function goesOnWithout(tree: Tree, before: Region, { range: { from, to }, chain }: Region): boolean {
	const { xpos } = tree.tokens[from]!;
	if (chain.length === 0 || before.chain[0] !== chain[0] || before.chain.length !== chain.length)
		return false;
	if (!RESULT.test(tree.lower[from]!) && (xpos !== 'VBD' || to - from >= FEWEST_SAID)) return false;
	if (!/^(?:,|and)$/.test(tree.lower[from - 1] ?? '')) return false;
	if (before.range.to >= from - 1 || !hasVerb(tree, before.range)) return false;
	return !tree.tokens.slice(from, to).some(({ deprel, head }) => deprel.startsWith('nsubj') && head === from);
}

function hasSubjectIn(tree: Tree, range: Range, before: Range): boolean {
	for (let at = before.from; at < before.to; at++) {
		const { head, deprel } = tree.tokens[at]!;
		if (deprel.startsWith('nsubj') && head >= range.from && head < range.to) return true;
	}
	return false;
}

/** The stretches of a sentence with one chain of frames each: every content, and what lies outside all. */
export function readRegions(
	tree: Tree,
	frames: Parsed['frames'],
	read: ReadText,
	speakers: Map<Quotation, Link>
): Region[] {
	const size = tree.tokens.length;
	const useful = frames.filter(({ source, link }) => source === null || link !== null);
	const chains: Parsed['frames'][] = Array.from({ length: size }, () => []);
	const framing = new Uint8Array(size);
	const ordered = [...useful].sort((a, b) => total(b.content) - total(a.content));
	for (const frame of ordered) {
		for (const { from, to } of frame.content)
			for (let index = from; index < to; index++)
				if (HOLDS_CUE.test(frame.rule) || index < frame.cue.from || index >= frame.cue.to)
					chains[index]!.push(frame);
		if (!HOLDS_CUE.test(frame.rule))
			for (let index = frame.cue.from; index < frame.cue.to; index++) framing[index] = 1;
		if (
			frame.source &&
			!isDescribed(tree, frame.source, frame.cue) &&
			!doesMore(tree, frame.source, frame, useful)
		)
			for (let index = introductionOf(tree, frame.source.from); index < frame.source.to; index++)
				framing[index] = 1;
	}
	// Quoted words take their quotation's speaker where no frame has them.
	for (let index = 0; index < size; index++) {
		const { start, end } = tree.tokens[index]!;
		const quotation = quotationAt(read.quotations, start, end);
		const link = quotation ? speakers.get(quotation) : undefined;
		if (!link || chains[index]!.some((frame) => frame.link?.name === link.name) || framing[index]) continue;
		chains[index]!.unshift(continued(link));
	}
	const regions: { range: Range; chain: Parsed['frames'] }[] = [];
	const keys = chains.map((chain, index) => {
		if (chain.length === 0) return framing[index] ? '#' : '';
		return chain
			.map(({ manner, link, negated }) => `${manner}${negated}${link?.name ?? ''}`)
			.filter((part, at, parts) => part !== parts[at - 1])
			.join('|');
	});
	let from = 0;
	for (let index = 1; index <= size; index++) {
		if (index < size && keys[index] === keys[from]) continue;
		const inside = chains.slice(from, index);
		const chain =
			inside.find((links) => links.length > 0 && links.every(({ rule }) => rule !== 'continued')) ??
			inside[0]!;
		const first = chain.length > 0 && opensWithThat(tree, from) ? from + 1 : from;
		if (!framing[from] || chain.length > 0) regions.push({ range: { from: first, to: index }, chain });
		from = index;
	}
	return joinBroken(tree, regions).filter(
		({ range, chain }) =>
			isPointing(chain) ||
			keepsOwn(
				tree,
				range,
				useful.filter((frame) => !chain.includes(frame)),
				// "Said that a man fell" is short and says all the same.
				chain.length > 0 ? 3 : 4
			)
	);
}
