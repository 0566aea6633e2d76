import type { Account, Link, Span } from '#lib/model/index.ts';
import { createSyntax } from '../syntax/index.ts';
import { readText, trimSpan, type Quotation, type ReadText } from '../text/index.ts';
import type { ExtractedClaim, Extraction, LexiconFiles, NameMention } from '../types.ts';
import { runOn } from './attribution/continued.ts';
import { loadCues, type Cues } from './attribution/cues.ts';
import { goesOn, readRelay, type Relay } from './attribution/relay.ts';
import { findFrames } from './attribution/frames.ts';
import { hasVerb, nounRange, type Range } from './attribution/ranges.ts';
import { judgeCues, judgeSpeaker, loadWeights, pickCues, type Weights } from './attribution/scorer.ts';
import { readSheet } from './attribution/signs.ts';
import { settleFrames } from './attribution/settle.ts';
import { speakerOf } from './attribution/speakers.ts';
import { isUnsaid, isVouchedFor } from './attribution/vouched.ts';
import {
	anonymityReason,
	introduceBodies,
	newMemory,
	remember,
	SourceReader,
	type Memory
} from './attribution/sources.ts';
import { loadHedges, type Hedges } from './certainty/index.ts';
import { groupMentions, type Entities } from './names/entities.ts';
import { linksOf, type Parsed } from './parsed.ts';
import { quotationAt, quotedShare, quotedTokens, wholeQuotations } from './quoted.ts';
import { readRegions } from './regions.ts';
import { isBare } from './bare.ts';
import { makeClaim } from './statement.ts';
import { loadNameLists, type NameLists } from './names/lists.ts';
import { findMentions } from './names/mentions.ts';
import { cutPropositions } from './propositions.ts';
import { makeTree, placeOf, type Tree } from './tree.ts';
import { readDay, readValues, type DateContext } from './values/index.ts';

/** A sentence past this many characters is a table or a list, and is not parsed. */
const LONGEST = 2000;

/** A part of a sentence with fewer characters than this says nothing on its own. */
const SHORTEST = 12;

const POST_TAIL = /\s?[—–-]\s?([^—–()]{1,80})\s?\((@\w{1,40})\)[^()]{0,40}$/;

/** The name and handle at the end of an embedded post, where a stretch ends with them. */
function postTail(text: string, { start, end }: Span): RegExpExecArray | null {
	return POST_TAIL.exec(text.slice(Math.max(start, end - 200), end));
}

/** Where a text says that somebody says or holds something. */
export type Attribution = { source: Span[]; cue: Span[]; content: Span[]; link: Link | null };

/** Reads claims out of one account; see `createExtractor`. */
class Reader {
	readonly #syntax: ReturnType<typeof createSyntax>;
	readonly #lists: NameLists;
	readonly #cues: Cues;
	readonly #hedges: Hedges;
	readonly #weights: Weights | null;

	constructor(files: LexiconFiles) {
		this.#syntax = createSyntax(files);
		this.#lists = loadNameLists(files);
		this.#cues = loadCues(files);
		this.#hedges = loadHedges(files);
		this.#weights = loadWeights(files);
	}

	#parse(account: Account): { read: ReadText; parsed: Parsed[]; entities: Entities } {
		const { text } = account;
		const read = readText(text, account.title);
		const parsed = read.sentences.map((span, index): Parsed => {
			const post = read.blocks[span.block]!.kind === 'quote' ? postTail(text, span) : null;
			const end = post ? Math.max(span.start + 1, span.end - post[0].length) : span.end;
			const tokens = span.end - span.start > LONGEST ? [] : this.#syntax.parse(text, span.start, end);
			const tree = makeTree(text, tokens);
			const mentions = findMentions(
				tree,
				index,
				this.#lists,
				(at) => quotationAt(read.quotations, at, at + 1) !== null
			);
			return { sentence: { ...span, index, tokens }, tree, mentions, frames: [] };
		});
		const entities = groupMentions(
			parsed.flatMap(({ mentions }) => mentions),
			this.#lists
		);
		return { read, parsed, entities };
	}

	read(account: Account): Extraction {
		const { read, parsed, entities } = this.#parse(account);
		const claims = this.#readClaims(account, read, parsed, entities);
		const names: NameMention[] = parsed.flatMap(({ mentions }) =>
			mentions.map((mention) => {
				const entity = entities.of.get(mention)!;
				return { start: mention.start, end: mention.end, name: entity.name, kind: entity.kind };
			})
		);
		return { account, blocks: read.blocks, sentences: parsed.map(({ sentence }) => sentence), names, claims };
	}

	/** Every attribution of a text, attitudes too, with the places of its source, cue and content. */
	attributions(account: Account): Attribution[] {
		const { read, parsed, entities } = this.#parse(account);
		this.#attribute(account, read, parsed, entities);
		const found = parsed.flatMap(({ tree, frames }): Attribution[] => {
			const places = (range: Range) => placeOf(tree, range.from, range.to);
			return this.#cuesOf(tree, read, frames).map(({ cue, content, source }) => {
				const frame = frames.find((one) => cue >= one.cue.from && cue < one.cue.to);
				return {
					source: source ? [places(source)] : [],
					cue: [places(frame?.cue ?? { from: cue, to: cue + 1 })],
					content: content.map(places),
					link: frame?.link ?? null
				};
			});
		});
		runOn(account.text, read, found);
		return found;
	}

	/** The cues of a sentence with what they introduce: as the learned weights have it, or without them the rules. */
	#cuesOf(
		tree: Tree,
		read: ReadText,
		frames: Parsed['frames']
	): { cue: number; content: Range[]; source: Range | null }[] {
		const weights = this.#weights;
		if (weights === null)
			return frames
				.filter(({ source, link }) => source === null || link !== null)
				.map(({ cue, content, source }) => ({ cue: cue.to - 1, content, source }));
		const sheet = readSheet(tree, quotedTokens(tree, read.quotations), weights.classes);
		return pickCues(judgeCues(sheet, weights), weights.threshold).map((judged) => {
			const rule = speakerOf(tree, judged.cue, frames);
			const head = judgeSpeaker(sheet, judged, rule, weights);
			const isRule = rule !== null && head >= rule.from && head < rule.to;
			return { ...judged, source: head < 0 ? null : isRule ? rule : nounRange(tree, head) };
		});
	}

	/** Finds the frames of every sentence and who stands behind each, in reading order. */
	#attribute(account: Account, read: ReadText, parsed: Parsed[], entities: Entities): Map<Quotation, Link> {
		const memory = newMemory();
		const sources = new SourceReader(entities, this.#cues, account.source.name);
		const speakers = new Map<Quotation, Link>();
		let relay: Relay | null = null;
		for (const item of parsed) {
			const { tree, mentions, sentence } = item;
			introduceBodies(tree, mentions, entities, memory);
			const { kind } = read.blocks[sentence.block]!;
			if (kind === 'heading') continue;
			const rules = tree.tokens.length > 1 ? findFrames(tree, this.#cues, kind === 'title') : [];
			const frames =
				this.#weights === null || tree.tokens.length < 3
					? rules
					: settleFrames(
							readSheet(tree, quotedTokens(tree, read.quotations), this.#weights.classes),
							rules,
							this.#cues,
							this.#weights
						);
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
				let link = frame.source && !unsaid ? sources.read(tree, frame.source, mentions, memory) : null;
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
				if (quotationAt(read.quotations, cue.start, cue.end) === null && frame.manner !== 'asks') {
					memory.speaker = link;
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
			rememberUntil(sentence.end);
			// The subject of a sentence is whom the next "he" means, not the last name in it.
			const root =
				tree.tokens.length > 0
					? tree.children[tree.root]!.find((child) => tree.tokens[child]!.deprel.startsWith('nsubj'))
					: undefined;
			const subject =
				root === undefined
					? undefined
					: mentions.find(({ from, to, quoted }) => !quoted && root >= from && root < to);
			if (subject) remember(memory, entities.of.get(subject)!);
			const spoke = item.frames.findLast(({ link, manner }) => link?.named && manner === 'says')?.link;
			const speaker = spoke && memory.persons.find(({ name }) => name === spoke.name);
			if (speaker) remember(memory, speaker);
			this.#speakOn(item, read, speakers, memory);
		}
		return speakers;
	}

	/** A quotation without a frame of its own goes on with the last speaker. */
	#speakOn({ sentence, tree }: Parsed, read: ReadText, speakers: Map<Quotation, Link>, memory: Memory): void {
		const quotation = quotationAt(read.quotations, sentence.start, sentence.end);
		if (!quotation || speakers.has(quotation) || !memory.speaker) return;
		const opens = quotation.start <= sentence.start + 1;
		if (
			quotation.continues ||
			(opens && quotation.end >= sentence.end - 1 && this.#follows(quotation, read, speakers))
		)
			speakers.set(quotation, memory.speaker);
		else if (
			opens &&
			quotation.end < sentence.end - 1 &&
			tree.tokens.length > 0 &&
			quotedShare(tree.text, sentence, [quotation]) > 0.9
		)
			speakers.set(quotation, memory.speaker);
	}

	#follows(quotation: Quotation, read: ReadText, speakers: Map<Quotation, Link>): boolean {
		const at = read.quotations.indexOf(quotation);
		const before = read.quotations[at - 1];
		// The same paragraph, or the one after a quotation by the same speaker.
		return quotation.closed || (before !== undefined && speakers.has(before));
	}

	#readClaims(account: Account, read: ReadText, parsed: Parsed[], entities: Entities): ExtractedClaim[] {
		const { text } = account;
		const speakers = this.#attribute(account, read, parsed, entities);
		const dates: DateContext = {
			published: account.publishedAt ? readDay(account.publishedAt) : null,
			last: null
		};
		const claims: ExtractedClaim[] = [];
		const seen = new Set<string>();
		for (const { sentence, tree, frames, mentions } of parsed) {
			if (tree.tokens.length < 3) continue;
			const { kind } = read.blocks[sentence.block]!;
			const values = readValues(text, sentence.start, sentence.end, tree.tokens, dates);
			for (const mention of mentions) {
				const entity = entities.of.get(mention)!;
				if (entity.kind !== 'person' && entity.kind !== 'place') continue;
				values.push({
					kind: entity.kind,
					start: mention.start,
					end: mention.end,
					text: text.slice(mention.start, mention.end)
				});
			}
			values.sort((a, b) => a.start - b.start || a.end - b.end);
			if (this.#isAside(tree, text, sentence)) continue;
			const post = kind === 'quote' ? this.#poster(text, read.blocks[sentence.block]!) : null;
			for (const { range, chain } of readRegions(tree, frames, read, speakers)) {
				const named = [...(post ? [post] : []), ...chain.flatMap(linksOf)];
				const links = named.filter(({ name }, at) => name !== named[at + 1]?.name);
				const others = frames.filter((frame) => !chain.includes(frame));
				for (const proposition of cutPropositions(tree, range, links.length > 0)) {
					if (kind !== 'title' && isBare(tree, proposition, others, links.length > 0)) continue;
					const place = trimSpan(
						text,
						tree.tokens[proposition.from]!.start,
						tree.tokens[proposition.to - 1]!.end
					);
					const key = `${place.start}-${place.end}`;
					if (
						seen.has(key) ||
						(place.end - place.start < SHORTEST &&
							place.end - place.start < sentence.end - sentence.start - 4)
					)
						continue;
					const claim = makeClaim(
						account,
						tree,
						proposition,
						place,
						links,
						chain,
						values,
						read,
						kind === 'title',
						this.#hedges
					);
					if (!claim) continue;
					seen.add(key);
					claims.push({
						...claim,
						sentence: sentence.index,
						tokens: { start: proposition.from, end: proposition.to },
						headline: kind === 'title' || kind === 'heading'
					});
				}
			}
		}
		return claims;
	}

	#poster(text: string, sentence: Span): Link | null {
		const tail = postTail(text, sentence);
		if (!tail) return null;
		const name = tail[1]!.trim();
		const at = sentence.end - tail[0].length + tail[0].indexOf(name);
		return { name, named: true, start: at, end: at + name.length, cue: tail[2]! };
	}

	/** Questions, instructions and cut-off lines say nothing. */
	#isAside(tree: Tree, text: string, sentence: Span): boolean {
		const tail = text
			.slice(Math.max(sentence.start, sentence.end - 3), sentence.end)
			.replace(/["”’')\]\s]/g, '');
		if (tail.endsWith('?') || tree.lower.at(-1) === '?') return true;
		const root = tree.tokens[tree.root]!;
		const subject = tree.children[tree.root]!.some(
			(child) => tree.tokens[child]!.deprel.startsWith('nsubj') || tree.tokens[child]!.deprel === 'expl'
		);
		const first = tree.tokens.findIndex(({ upos }, at) => upos !== 'PUNCT' && tree.lower[at] !== 'please');
		return root.xpos === 'VB' && !subject && tree.root === first;
	}
}

/**
 * Makes the reader that turns one account into claims, without looking at any other account: blocks and sentences,
 * names, who says what, statements of a clause's size, how firmly each is put, and the values in it.
 */
export function createExtractor(files: LexiconFiles): (account: Account) => Extraction {
	const reader = new Reader(files);
	return (account) => reader.read(account);
}

/** Makes the reader of attributions alone, which outside corpora are scored with. */
export function createAttributor(files: LexiconFiles): (account: Account) => Attribution[] {
	const reader = new Reader(files);
	return (account) => reader.attributions(account);
}
