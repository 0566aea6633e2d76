import type { Account, Link, Span } from '#lib/model/index.ts';
import { isForeign } from '../languages/index.ts';
import { createSyntax } from '../syntax/index.ts';
import { pastLabel, readText, readTurns, trimSpan, type ReadText, type Turn } from '../text/index.ts';
import type { ExtractedClaim, Extraction, LexiconFiles, NameMention } from '../types.ts';
import { runOn } from './attribution/continued.ts';
import { loadCues, type Cues } from './attribution/cues.ts';
import { attribute } from './attribution/attribute.ts';
import { nounRange, type Range } from './attribution/ranges.ts';
import { isPointing } from './attribution/pointing.ts';
import { wholeReply } from './attribution/replies.ts';
import { counterFrame, denialOf } from './attribution/contested.ts';
import { judgeCues, judgeSpeaker, loadWeights, pickCues, type Weights } from './attribution/scorer.ts';
import { readSheet } from './attribution/signs.ts';
import { speakerOf } from './attribution/speakers.ts';
import { loadHedges, type Hedges } from './certainty/index.ts';
import { groupMentions, type Entities } from './names/entities.ts';
import { linksOf, type Parsed } from './parsed.ts';
import { quotationAt, quotedTokens } from './quoted.ts';
import { readRegions } from './regions.ts';
import { isBare } from './bare.ts';
import { makeClaim } from './statement.ts';
import { loadNameLists, type NameLists } from './names/lists.ts';
import { fitHeadlines } from './names/headlines.ts';
import { findMentions } from './names/mentions.ts';
import { openingNames } from './names/openings.ts';
import { findDenied } from './denials.ts';
import { cutPropositions, withoutTime, type Proposition } from './propositions.ts';
import { postTail, posterOf, speakerAt, spokenBy } from './spoken.ts';
import { makeTree, placeOf, type Tree } from './tree.ts';
import { readDay, readValues, type DateContext } from './values/index.ts';

/** A sentence past this many characters is a table or a list, and is not parsed. */
const LONGEST = 2000;

/** A part of a sentence with fewer characters than this says nothing on its own. */
const SHORTEST = 12;

/** "(D-Ga.)" after a politician's name, which no treebank knows. */
const PARTY = /\([RDI](?:-[^()\n]{2,24})?\)/g;

/** Headlines that a crawler took from a box behind a name: "Ann LopezMayor opens the bridge Pier shut for repairs MORE". */
const LINK_BOX = /(?<=[\p{Ll})])\p{Lu}\p{Ll}[^\n]{10,500}?\sMORE\b/gu;

/** The text as it is parsed: what is no part of its sentences is spaced out, and every place stays where it is. */
function parsable(text: string): string {
	const blank = (part: string) => ' '.repeat(part.length);
	return text.replace(PARTY, blank).replace(LINK_BOX, blank);
}

/** Where a text says that somebody says or holds something. */
export type Attribution = { source: Span[]; cue: Span[]; content: Span[]; link: Link | null };

/** An account whose claims are not read: its sentences stand in their places, without their syntax. */
function unread(account: Account): Extraction {
	const { blocks, sentences } = readText(account.text, account.title);
	const bare = sentences.map((span, index) => ({ ...span, index, tokens: [] }));
	return { account, blocks, sentences: bare, names: [], claims: [] };
}

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

	#parse(account: Account): { read: ReadText; parsed: Parsed[]; turns: Turn[]; entities: Entities } {
		const { text } = account;
		const read = readText(text, account.title);
		const plain = parsable(text);
		const turns = readTurns(text);
		const parsed = read.sentences.map((whole, index): Parsed => {
			const span = { ...whole, start: pastLabel(text, whole, turns) };
			const post = read.blocks[span.block]!.kind === 'quote' ? postTail(text, span) : null;
			const end = post ? Math.max(span.start + 1, span.end - post[0].length) : span.end;
			const tokens = span.end - span.start > LONGEST ? [] : this.#syntax.parse(plain, span.start, end);
			const tree = makeTree(plain, tokens);
			const mentions = findMentions(
				tree,
				index,
				this.#lists,
				(at) => quotationAt(read.quotations, at, at + 1) !== null
			);
			return { sentence: { ...span, index, tokens }, tree, mentions, frames: [] };
		});
		const openings = openingNames(parsed);
		const fitted = fitHeadlines(
			parsed.flatMap(({ mentions }, index) => {
				const opening = openings.get(index);
				return opening ? [opening, ...mentions] : mentions;
			}),
			({ sentence }) => parsed[sentence]!.tree,
			({ sentence }) => read.blocks[read.sentences[sentence]!.block]!.kind === 'title'
		);
		for (const item of parsed) item.mentions = [];
		for (const mention of fitted) parsed[mention.sentence]!.mentions.push(mention);
		return { read, parsed, turns, entities: groupMentions(fitted, this.#lists) };
	}

	read(account: Account): Extraction {
		if (isForeign(account)) return unread(account);
		const { read, parsed, turns, entities } = this.#parse(account);
		const claims = this.#readClaims(account, read, parsed, turns, entities);
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
		attribute(account, read, parsed, entities, this.#cues, this.#weights);
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

	#readClaims(
		account: Account,
		read: ReadText,
		parsed: Parsed[],
		turns: readonly Turn[],
		entities: Entities
	): ExtractedClaim[] {
		const { text } = account;
		const speakers = attribute(account, read, parsed, entities, this.#cues, this.#weights);
		const dates: DateContext = {
			published: account.publishedAt ? readDay(account.publishedAt) : null,
			hour: /T(\d\d:\d\d)/.exec(account.publishedAt ?? '')?.[1],
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
			const post = kind === 'quote' ? posterOf(text, read.blocks[sentence.block]!) : null;
			const turn = speakerAt(turns, sentence.start);
			const isTitle = kind === 'title';
			const add = (
				proposition: Proposition,
				links: Link[],
				chain: Parsed['frames']
			): ExtractedClaim | null => {
				const { to } = proposition;
				const from = withoutTime(tree, proposition);
				const place = trimSpan(text, tree.tokens[from]!.start, tree.tokens[to - 1]!.end);
				const key = `${place.start}-${place.end}`;
				const size = place.end - place.start;
				const isShort = size < SHORTEST && size < sentence.end - sentence.start - 4;
				if (seen.has(key) || (isShort && !isPointing(chain))) return null;
				const hedges = this.#hedges;
				const claim = makeClaim(
					account,
					tree,
					proposition,
					place,
					links,
					chain,
					values,
					read,
					isTitle,
					hedges
				);
				if (!claim) return null;
				seen.add(key);
				claims.push({
					...(turn ? spokenBy(turn, claim) : claim),
					sentence: sentence.index,
					tokens: { start: from, end: to },
					headline: isTitle || kind === 'heading'
				});
				return claims.at(-1)!;
			};
			for (const { range, chain, said } of readRegions(tree, frames, read, speakers)) {
				const named = [...((post ?? turn) ? [(post ?? turn)!] : []), ...chain.flatMap(linksOf)];
				const links = named.filter(({ name }, at) => name !== named[at + 1]?.name);
				const others = frames.filter((frame) => !chain.includes(frame));
				const contest = chain.find((frame) => frame.counter);
				const reply = wholeReply(tree, range, chain);
				const pieces = reply ? [reply] : cutPropositions(tree, range, links.length > 0, said);
				for (const proposition of pieces) {
					// `"Who has to pay?" asked Lee.`
					if (tree.lower[proposition.to] === '?') continue;
					if (!isTitle && !isPointing(chain) && isBare(tree, proposition, others, links.length > 0)) continue;
					if (!contest?.counter) {
						add(proposition, links, chain);
						continue;
					}
					// "Lee denied the union's claim that it sank": the union says that it sank, and all of it is Lee's denial.
					const held = add(proposition, [contest.counter.link], [counterFrame(tree, contest.counter)]);
					const denial = { ...proposition, ...denialOf(tree, contest, contest.counter) };
					const claim = held && add(denial, links, chain);
					if (claim) claim.denies = held.id;
				}
			}
		}
		return findDenied(claims);
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
