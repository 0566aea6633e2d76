import type { Account, Link } from '#lib/model/index.ts';
import type { Quotation, ReadText } from '../../text/index.ts';
import type { Entities } from '../names/entities.ts';
import type { Parsed } from '../parsed.ts';
import { quotationAt, quotedShare, quotedTokens, wholeQuotations } from '../quoted.ts';
import { childBy, placeOf, type Tree } from '../tree.ts';
import { readContests } from './contested.ts';
import { carryOn } from './carried.ts';
import { partSayings } from './coordinated.ts';
import type { Cues } from './cues.ts';
import { findFrames, leadFrame, type Frame } from './frames.ts';
import { hasVerb, nounRange, type Range } from './ranges.ts';
import { goesOn, readRelay, type Relay } from './relay.ts';
import type { Weights } from './scorer.ts';
import { settleFrames } from './settle.ts';
import { readSheet } from './signs.ts';
import { introduceBodies, newMemory, remember, rememberDocument } from './memory.ts';
import { SourceReader } from './sources.ts';
import { anonymityReason } from './anonymity.ts';
import { together } from './together.ts';
import { isUnsaid, isVouchedFor } from './vouched.ts';

/** How many sentences after opening words whoever spoke them is named at the latest. */
const NEAR = 2;

/**
 * Finds the frames of every sentence and who stands behind each, in reading order, and puts them into `parsed`; gives
 * who speaks each quotation.
 */
export function attribute(
	account: Account,
	read: ReadText,
	parsed: Parsed[],
	entities: Entities,
	cues: Cues,
	weights: Weights | null
): Map<Quotation, Link> {
	const memory = newMemory();
	const sources = new SourceReader(entities, cues, account.source.name);
	const speakers = new Map<Quotation, Link>();
	const waiting: [Parsed, Link][] = [];
	const unspoken: Parsed[] = [];
	let relay: Relay | null = null;
	for (const item of parsed) {
		const { tree, mentions, sentence } = item;
		introduceBodies(tree, mentions, entities, memory);
		const { kind } = read.blocks[sentence.block]!;
		if (kind === 'heading') continue;
		const rules = tree.tokens.length > 1 ? findFrames(tree, cues, kind === 'title') : [];
		const settled =
			weights === null || tree.tokens.length < 3
				? rules
				: settleFrames(
						readSheet(tree, quotedTokens(tree, read.quotations), weights.classes),
						rules,
						cues,
						weights
					);
		const frames = carryOn(tree, partSayings(tree, settled));
		const words = tree.text.slice(sentence.start, sentence.end);
		let next = 0;
		const rememberUntil = (at: number) => {
			for (; next < mentions.length && mentions[next]!.start < at; next++)
				if (!mentions[next]!.quoted) remember(memory, entities.of.get(mentions[next]!)!);
		};
		for (const frame of frames) {
			// To investigate "it" asks nothing that a claim could say.
			if (
				frame.manner === 'asks' &&
				!frame.content.some((range) => hasVerb(tree, range) && range.to - range.from > 2)
			)
				continue;
			const unsaid = isUnsaid(tree, frame);
			if (isVouchedFor(tree, frame, read.quotations)) continue;
			const at = frame.source ? tree.tokens[frame.source.from]!.start : tree.tokens[frame.cue.from]!.start;
			if (frame.source) rememberUntil(at);
			const resolve = (range: Range) => sources.read(tree, range, mentions, memory);
			let link = frame.source && !unsaid ? resolve(frame.source) : null;
			if (link && frame.source) link = together(tree, frame.source, frame.cue, link, mentions, resolve);
			if (link && !link.named) {
				const reason = anonymityReason(words);
				if (reason) link = { ...link, reason };
			}
			const cue = placeOf(tree, frame.cue.from, frame.cue.to);
			if (link) link = { ...link, cue: tree.text.slice(cue.start, cue.end) };
			const told: Link | null = link && readRelay(tree, frame, link, mentions, entities, sources, memory);
			// "Passengers told the Herald", in the Herald: no link in between.
			const via = told && account.source.name.toLowerCase().includes(told.name.toLowerCase()) ? null : told;
			const behind: Link | null =
				link && goesOn(relay, tree, frame, link, sentence.index) ? relay.source : null;
			if (link && via) relay = { outlet: via, source: link, sentence: sentence.index };
			item.frames.push({
				...frame,
				source: unsaid ? null : frame.source,
				content: wholeQuotations(tree, frame, read.quotations),
				link,
				via,
				behind
			});
			if (!link || frame.manner === 'holds' || frame.manner === 'refuses') continue;
			const speaks = frame.manner !== 'asks' || frame.rule.endsWith('-before');
			// "Lee said that drivers had complained about it": Lee goes on speaking.
			const isTold = frames.some(
				(other) =>
					other !== frame &&
					other.cue.to <= frame.cue.from &&
					other.source !== null &&
					holdsCue(other, frame) &&
					!holdsCue(frame, other)
			);
			if (quotationAt(read.quotations, cue.start, cue.end) === null && speaks && !isTold) {
				memory.speaker = link;
				if (frame.manner === 'says') rememberDocument(tree, link, memory);
				if (link.named) memory.spoken.push(link.name);
			}
			for (const range of frame.content) {
				const place = placeOf(tree, range.from, range.to);
				const quotation = quotationAt(read.quotations, place.start, place.end);
				if (
					quotation &&
					!(quotation.start <= cue.start && quotation.end >= cue.end) &&
					!speakers.has(quotation)
				)
					speakers.set(quotation, link);
			}
		}
		item.frames = readContests(tree, item.frames, cues, (range) =>
			sources.read(tree, range, mentions, memory)
		);
		quoteOn(item, read, speakers);
		const said = saidSo(tree);
		if (said) memory.speaker = sources.read(tree, said, mentions, memory);
		const lead = leadFrame(tree, cues);
		const spoken = lead && leadsOn(lead, item, read);
		if (spoken) {
			const link = sources.read(tree, lead.source!, mentions, memory);
			if (link !== null) {
				item.frames.push({ ...lead, link, via: null, behind: null });
				memory.speaker = link;
				if (!speakers.has(spoken)) speakers.set(spoken, link);
			}
		}
		rememberUntil(sentence.end);
		// The subject of a sentence is whom the next "he" means, not the last name in it.
		const subject = tree.tokens.length > 0 ? mainSubject(tree) : -1;
		const named = mentions.find(({ from, to, quoted }) => !quoted && subject >= from && subject < to);
		const meant = named ? entities.of.get(named)! : sources.described(tree, subject, memory);
		if (meant) remember(memory, meant);
		const several = kind === 'title' ? null : sources.group(tree, subject, mentions, memory);
		if (several) memory.group = several;
		const spoke = item.frames.findLast(
			({ link, manner }) => link?.named && (manner === 'says' || manner === 'denies')
		)?.link;
		const speaker = spoke && memory.persons.find(({ name }) => name === spoke.name);
		if (speaker) remember(memory, speaker);
		if (memory.speaker) {
			waiting.push([item, memory.speaker]);
			// An account may open with somebody's words, and name them after.
			for (const early of unspoken) waiting.push([early, memory.speaker]);
			unspoken.length = 0;
		} else if (kind !== 'title' && isQuoted(item, read)) unspoken.push(item);
		else if (unspoken.length > 0 && sentence.index - unspoken.at(-1)!.sentence.index > NEAR)
			unspoken.length = 0;
	}
	// Last, since who speaks may be named after a quotation's first sentences.
	for (const [item, speaker] of waiting) speakOn(item, read, speakers, speaker);
	return speakers;
}

/** Whether somebody's words hold those by which another is said to speak. */
const holdsCue = ({ content }: Frame, { cue }: Frame): boolean =>
	content.some(({ from, to }) => cue.from >= from && cue.to <= to);

/** "She told them that it was so, “but nobody listened”": a quotation behind the only words of a sentence is that speaker's. */
function quoteOn({ tree, sentence, frames }: Parsed, read: ReadText, speakers: Map<Quotation, Link>): void {
	const saying = frames.filter(({ manner, link }) => manner === 'says' && link !== null);
	const [only] = saying;
	if (only === undefined || saying.some(({ link }) => link!.name !== only.link!.name)) return;
	const { end: said } = placeOf(tree, only.cue.from, only.cue.to);
	for (let from = only.cue.to; from < tree.tokens.length; from++) {
		const { start, end } = tree.tokens[from]!;
		const quotation = quotationAt(read.quotations, start, end);
		if (quotation === null || start <= quotation.start) continue;
		let to = from;
		while (to < tree.tokens.length && tree.tokens[to]!.start < quotation.end) to++;
		const isWhole = quotation.start >= said && quotation.end <= sentence.end + 1;
		const isBeside = isWhole && to - from > 3 && tree.lower[from - 2] === ',' && hasVerb(tree, { from, to });
		if (isBeside && !speakers.has(quotation)) speakers.set(quotation, only.link!);
		from = to;
	}
}

/** The subject of a sentence's main clause: not of "although Lee had left", where a parser made that the root; -1 for none. */
function mainSubject(tree: Tree): number {
	const { root } = tree;
	const marked = childBy(tree, root, 'mark');
	const isLesser = marked >= 0 && tree.tokens[marked]!.upos === 'SCONJ';
	const main = isLesser
		? tree.children[root]!.find(
				(child) =>
					child > root && tree.tokens[child]!.deprel === 'conj' && childBy(tree, child, 'nsubj') > root
			)
		: undefined;
	return tree.children[main ?? root]!.find((child) => tree.tokens[child]!.deprel.startsWith('nsubj')) ?? -1;
}

/** Whether a sentence is nothing but somebody's words in quotation marks. */
function isQuoted({ sentence, tree }: Parsed, { quotations }: ReadText): boolean {
	return (
		quotationAt(quotations, sentence.start, sentence.end) !== null &&
		quotedShare(tree.text, sentence, quotations) > 0.9
	);
}

/** Whoever is behind the words before in "So said Ana Lopez, who drove the bus"; null where a sentence does not begin so. */
function saidSo(tree: Tree): Range | null {
	if (!/^(?:so|thus)$/.test(tree.lower[0] ?? '') || !/^sa(?:id|ys)$/.test(tree.lower[1] ?? '')) return null;
	const subject = childBy(tree, 1, 'nsubj', 'obj');
	return subject > 1 ? nounRange(tree, subject) : null;
}

/** The quotation that opens the next sentence, where a sentence's end leads on to it and says nothing itself; or null. */
function leadsOn(lead: Frame, { sentence, frames }: Parsed, read: ReadText): Quotation | null {
	const isTaken = frames.some(({ cue, content }) => cue.from === lead.cue.from && content.length > 0);
	const next = read.sentences[sentence.index + 1];
	if (isTaken || next === undefined) return null;
	const quotation = quotationAt(read.quotations, next.start, next.start + 1);
	return quotation !== null && quotation.start >= sentence.end ? quotation : null;
}

/** A quotation without a frame of its own goes on with the last speaker. */
function speakOn(
	{ sentence, tree }: Parsed,
	read: ReadText,
	speakers: Map<Quotation, Link>,
	last: Link
): void {
	const quotation = quotationAt(read.quotations, sentence.start, sentence.end);
	if (!quotation || speakers.has(quotation)) return;
	const opens = quotation.start <= sentence.start + 1;
	if (
		quotation.continues ||
		(opens && quotation.end >= sentence.end - 1 && follows(quotation, read, speakers))
	)
		speakers.set(quotation, last);
	else if (
		opens &&
		quotation.end < sentence.end - 1 &&
		tree.tokens.length > 0 &&
		quotedShare(tree.text, sentence, [quotation]) > 0.9
	)
		speakers.set(quotation, last);
}

function follows(quotation: Quotation, read: ReadText, speakers: Map<Quotation, Link>): boolean {
	const at = read.quotations.indexOf(quotation);
	const before = read.quotations[at - 1];
	// The same paragraph, or the one after a quotation by the same speaker.
	return quotation.closed || (before !== undefined && speakers.has(before));
}
