import type { Account, Claim, Link, Quote, Span, Value, Why } from '#lib/model/index.ts';
import { createSyntax } from '../syntax/index.ts';
import { isBlank, isLetter, readText, trimSpan, type Quotation, type ReadText } from '../text/index.ts';
import type { ExtractedClaim, Extraction, LexiconFiles, NameMention, Sentence } from '../types.ts';
import { attitudeCandidates, loadAttitudes, type Attitudes } from './attribution/attitudes.ts';
import { loadCues, type Cues } from './attribution/cues.ts';
import { goesOn, readRelay, type Relay } from './attribution/relay.ts';
import { findFrames, trimRange, type Frame, type Range } from './attribution/frames.ts';
import { anonymityReason, newMemory, remember, SourceReader, type Memory } from './attribution/sources.ts';
import { loadHedges, readCertainty, type Hedges } from './certainty/index.ts';
import { groupMentions, type Entities } from './names/entities.ts';
import { loadNameLists, type NameLists } from './names/lists.ts';
import { findMentions, type Mention } from './names/mentions.ts';
import { cutPropositions } from './propositions.ts';
import { childBy, isFinite, makeTree, placeOf, wordsOf, type Tree } from './tree.ts';
import { readDay, readValues, type DateContext } from './values/index.ts';

/** A sentence past this many characters is a table or a list, and is not parsed. */
const LONGEST = 2000;

type Parsed = {
	sentence: Sentence;
	tree: Tree;
	mentions: Mention[];
	/** `via` passed the link's words on to the account; `behind` is who told them to the link. */
	frames: (Frame & { link: Link | null; via?: Link | null; behind?: Link | null })[];
};

function quotationAt(quotations: readonly Quotation[], start: number, end: number): Quotation | null {
	let low = 0;
	let high = quotations.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (quotations[middle]!.end <= start) low = middle + 1;
		else high = middle;
	}
	const quotation = quotations[low];
	return quotation && quotation.start < end ? quotation : null;
}

/** Share of a stretch's letters that stand inside quotation marks. */
function quotedShare(text: string, span: Span, quotations: readonly Quotation[]): number {
	let letters = 0;
	let inside = 0;
	for (let at = span.start; at < span.end; at++) {
		if (!isLetter(text[at]!)) continue;
		letters++;
		const quotation = quotationAt(quotations, at, at + 1);
		if (quotation) inside++;
	}
	return letters === 0 ? 0 : inside / letters;
}

function quoteKind(share: number): Quote {
	return share >= 0.9 ? 'direct' : share > 0 ? 'mixed' : 'indirect';
}

/** Nouns that leave open what they carry: "a fear that …". */
const OPEN_NOUNS = new Set(
	'hope fear belief speculation suspicion possibility rumor rumour theory suggestion concern'.split(' ')
);
/** Rules whose content keeps its verb, since the rest says nothing without it. */
const HOLDS_CUE = /^(?:called|denied-thing)$/;
/** What shows something without saying it: the account then speaks for itself. */
const EVIDENCE =
	/\b(?:videos?|footage|clips?|images?|photos?|photographs?|pictures?|recordings?|data|figures)\b/i;
const SHOWING = new Set('show reveal demonstrate indicate capture suggest find'.split(' '));

const POST_TAIL = /\s?[—–-]\s?([^—–()]{1,80})\s?\((@\w{1,40})\)[^()]{0,40}$/;

/** How an account speaks of what it printed before. */
const WITHDRAWN =
	/\b(?:earlier|previous|original) version of this (?:report|story|article|post|statement)\b/i;

/** Where a text says that somebody says or holds something. */
export type Attribution = { source: Span[]; cue: Span[]; content: Span[]; link: Link | null };

/** Reads claims out of one account; see `createExtractor`. */
class Reader {
	readonly #syntax: ReturnType<typeof createSyntax>;
	readonly #lists: NameLists;
	readonly #cues: Cues;
	readonly #hedges: Hedges;
	readonly #attitudes: Attitudes;

	constructor(files: LexiconFiles) {
		this.#syntax = createSyntax(files);
		this.#lists = loadNameLists(files);
		this.#cues = loadCues(files);
		this.#hedges = loadHedges(files);
		this.#attitudes = loadAttitudes(files);
	}

	#parse(account: Account): { read: ReadText; parsed: Parsed[]; entities: Entities } {
		const { text } = account;
		const read = readText(text, account.title);
		const parsed = read.sentences.map((span, index): Parsed => {
			const post =
				read.blocks[span.block]!.kind === 'quote'
					? POST_TAIL.exec(text.slice(Math.max(span.start, span.end - 200), span.end))
					: null;
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
		const speakers = this.#attribute(account, read, parsed, entities);
		const found: Attribution[] = [];
		const last = new Map<string, Attribution>();
		for (const { sentence, tree, frames } of parsed) {
			for (const frame of frames) {
				if (frame.source !== null && frame.link === null) continue;
				const places = (range: Range) => placeOf(tree, range.from, range.to);
				const attribution = {
					source: frame.source ? [places(frame.source)] : [],
					cue: [places(frame.cue)],
					content: frame.content.map(places),
					link: frame.link
				};
				found.push(attribution);
				if (frame.link && frame.manner === 'says') last.set(frame.link.name, attribution);
			}
			for (const { key, source, cue, content } of attitudeCandidates(tree)) {
				if (!this.#attitudes.has(key)) continue;
				const place = placeOf(tree, content.from, content.to);
				// Speech comes first: an attitude inside or around a content already found is the same statement.
				if (
					found.some((other) =>
						other.content.some(({ start, end }) => start < place.end && end > place.start)
					)
				)
					continue;
				found.push({
					source: source ? [placeOf(tree, source.from, source.to)] : [],
					cue: [placeOf(tree, cue.from, cue.to)],
					content: [place],
					link: null
				});
			}
			const quotation = quotationAt(read.quotations, sentence.start, sentence.end);
			const link = quotation && speakers.get(quotation);
			if (!link || frames.some((frame) => frame.link?.name === link.name)) continue;
			const span = trimSpan(
				account.text,
				Math.max(sentence.start, quotation.start),
				Math.min(sentence.end, quotation.end)
			);
			last.get(link.name)?.content.push(span);
		}
		return found;
	}

	/** Finds the frames of every sentence and who stands behind each, in reading order. */
	#attribute(account: Account, read: ReadText, parsed: Parsed[], entities: Entities): Map<Quotation, Link> {
		const memory = newMemory();
		const sources = new SourceReader(entities, this.#cues, account.source.name);
		const speakers = new Map<Quotation, Link>();
		let block = -1;
		let relay: Relay | null = null;
		for (const item of parsed) {
			const { tree, mentions, sentence } = item;
			const { kind } = read.blocks[sentence.block]!;
			if (kind === 'heading') continue;
			if (sentence.block !== block) block = sentence.block;
			const frames = tree.tokens.length > 1 ? findFrames(tree, this.#cues, kind === 'title') : [];
			const words = read.sentences.length > 0 ? tree.text.slice(sentence.start, sentence.end) : '';
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
				if (
					frame.source &&
					SHOWING.has(frame.lemma) &&
					EVIDENCE.test(wordsOf(tree, frame.source.from, frame.source.to))
				)
					continue;
				const at = frame.source ? tree.tokens[frame.source.from]!.start : tree.tokens[frame.cue.from]!.start;
				if (frame.source) rememberUntil(at);
				let link = frame.source ? sources.read(tree, frame.source, mentions, memory) : null;
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
			for (const { range, chain } of this.#regions(tree, frames, read, speakers)) {
				const named = [...(post ? [post] : []), ...chain.flatMap(linksOf)];
				const links = named.filter(({ name }, at) => name !== named[at + 1]?.name);
				for (const proposition of cutPropositions(tree, range)) {
					const place = trimSpan(
						text,
						tree.tokens[proposition.from]!.start,
						tree.tokens[proposition.to - 1]!.end
					);
					const key = `${place.start}-${place.end}`;
					if (
						seen.has(key) ||
						(place.end - place.start < 16 && place.end - place.start < sentence.end - sentence.start - 4)
					)
						continue;
					const claim = this.#makeClaim(
						account,
						tree,
						proposition,
						place,
						links,
						chain,
						values,
						read,
						kind === 'title'
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
		const tail = POST_TAIL.exec(text.slice(Math.max(sentence.start, sentence.end - 200), sentence.end));
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

	/** The stretches of a sentence with one chain of frames each: every content, and what lies outside all. */
	#regions(
		tree: Tree,
		frames: Parsed['frames'],
		read: ReadText,
		speakers: Map<Quotation, Link>
	): { range: Range; chain: Parsed['frames'] }[] {
		const size = tree.tokens.length;
		const asserted = frames.filter(
			(frame) => frame.source === null || frame.link !== null || frame.manner !== 'holds'
		);
		const useful = asserted.filter((frame) => !(frame.source !== null && frame.link === null));
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
			if (frame.source)
				for (let index = frame.source.from; index < frame.source.to; index++) framing[index] = 1;
		}
		// Quoted words take their quotation's speaker where no frame has them.
		for (let index = 0; index < size; index++) {
			const { start, end } = tree.tokens[index]!;
			const quotation = quotationAt(read.quotations, start, end);
			const link = quotation ? speakers.get(quotation) : undefined;
			if (!link || chains[index]!.some((frame) => frame.link?.name === link.name) || framing[index]) continue;
			chains[index]!.unshift(continued(tree, link));
		}
		const regions: { range: Range; chain: Parsed['frames'] }[] = [];
		const key = (index: number) =>
			chains[index]!.map(({ manner, link, negated }) => `${manner}${negated}${link?.name ?? ''}`)
				.filter((part, at, parts) => part !== parts[at - 1])
				.join('|') + (framing[index] && chains[index]!.length === 0 ? '#' : '');
		let from = 0;
		for (let index = 1; index <= size; index++) {
			if (index < size && key(index) === key(from)) continue;
			const inside = chains.slice(from, index);
			const chain =
				inside.find((links) => links.length > 0 && links.every(({ rule }) => rule !== 'continued')) ??
				inside[0]!;
			if (!framing[from] || chain.length > 0) regions.push({ range: { from, to: index }, chain });
			from = index;
		}
		return regions.filter(({ range, chain }) =>
			keepsOwn(
				tree,
				range,
				useful.filter((frame) => !chain.includes(frame))
			)
		);
	}

	#makeClaim(
		account: Account,
		tree: Tree,
		proposition: Range & { predicate: number },
		place: Span,
		links: Link[],
		chain: Parsed['frames'],
		values: readonly Value[],
		read: ReadText,
		headline: boolean
	): Claim | null {
		const loose = chain.some(({ rule }) => rule === 'called' || rule === 'denied-thing');
		if (withholds(tree, proposition.predicate)) return null;
		// A short piece of a sentence without a subject of its own is a scrap of a statement, not one.
		const part = proposition.to - proposition.from < tree.tokens.length - 4;
		const subject = childBy(tree, proposition.predicate, 'nsubj', 'csubj', 'expl') >= proposition.from;
		const loosely = chain.some(({ rule }) => HOLDS_CUE.test(rule));
		if (part && !subject && !loosely && proposition.to - proposition.from < (links.length > 0 ? 7 : 9))
			return null;
		if (
			part &&
			links.length === 0 &&
			!subject &&
			!isFinite(tree, proposition.predicate) &&
			proposition.to - proposition.from < 14
		)
			return null;
		// A sentence that ends like one says something even where the tagger saw no verb in it.
		const headed =
			hasVerb(tree, proposition) ||
			(tree.lower.at(-1) === '.' && proposition.to - proposition.from >= Math.max(6, tree.tokens.length - 3));
		if (
			!headed &&
			!loose &&
			!headline &&
			!chain.some(({ content }) =>
				content.some(({ from, to }) => to - from <= proposition.to - proposition.from + 3)
			)
		)
			return null;
		// "Statement on the collision": a title without a verb or a figure names the matter and says nothing of it.
		if (headline && !hasVerb(tree, proposition) && !values.some(({ low }) => low !== undefined)) return null;
		// "Who led the operation": a short clause about somebody else says too little without them.
		const about = childBy(tree, proposition.predicate, 'nsubj');
		if (
			about >= 0 &&
			/^(?:who|which|that)$/.test(tree.lower[about]!) &&
			about < proposition.predicate &&
			proposition.to - proposition.from < 7
		)
			return null;
		const reading = readCertainty(tree, proposition, proposition.predicate, this.#hedges);
		const why: Why[] = chain.map((frame) => ({
			rule: frame.rule,
			text: explainFrame(frame),
			...placeOf(tree, frame.cue.from, frame.cue.to)
		}));
		why.push(...reading.why);
		let { certainty, degree } = reading;
		for (const frame of chain) {
			if (frame.manner === 'refuses') return null;
			if (
				frame.manner === 'asks' ||
				((frame.passive || OPEN_NOUNS.has(frame.lemma)) &&
					frame.agentless === frame.passive &&
					certainty === 'stated')
			) {
				certainty = 'hedged';
				degree = Math.min(degree, frame.manner === 'asks' ? 0.4 : 0.6);
			}
			if (frame.rule === 'denied-thing') {
				certainty = 'denied';
				degree = 0;
			} else if (frame.manner === 'denies') {
				certainty = certainty === 'denied' ? 'stated' : 'denied';
				degree = 1 - degree;
			} else if (frame.negated && (frame.manner === 'says' || frame.manner === 'holds')) {
				certainty = frame.manner === 'holds' ? 'denied' : 'hedged';
				degree = frame.manner === 'holds' ? 0.1 : 0.4;
			}
		}
		const { text } = account;
		// What an account says that it said before is withdrawn, and stated by nobody any more.
		const withdrawn = WITHDRAWN.exec(text.slice(tree.tokens[0]!.start, place.end));
		if (withdrawn && certainty === 'stated') {
			certainty = 'hedged';
			degree = 0.3;
			const start = tree.tokens[0]!.start + withdrawn.index;
			why.push({
				rule: 'withdrawn',
				text: 'The account says that it said so before, and corrects it.',
				start,
				end: start + withdrawn[0].length
			});
		}
		const words = text.slice(place.start, place.end);
		if (![...words.slice(0, 400)].some(isLetter) || isBlank(words)) return null;
		const holder = links.at(-1);
		return {
			id: `${account.id}:${place.start}-${place.end}`,
			account: account.id,
			...place,
			text: words,
			voice: holder ? (holder.named ? 'named' : 'unnamed') : 'own',
			certainty,
			degree: Number(degree.toFixed(2)),
			attribution: links,
			holder: holder?.name ?? account.source.name,
			...(holder ? { quote: quoteKind(quotedShare(text, place, read.quotations)) } : {}),
			values: values.filter((value) => value.start >= place.start && value.end <= place.end),
			...(why.length > 0 ? { why } : {})
		};
	}
}

/** Widens the contents of a frame that stands outside a quotation to the whole of it, as far as the sentence goes. */
function wholeQuotations(tree: Tree, frame: Frame, quotations: readonly Quotation[]): Range[] {
	if (!/^(?:clause-before|words-before|words-after|frame-inside)$/.test(frame.rule)) return frame.content;
	const cue = placeOf(tree, frame.cue.from, frame.cue.to);
	return frame.content.map(({ from, to }) => {
		const { start } = tree.tokens[from]!;
		const { end } = tree.tokens[to - 1]!;
		let low = from;
		let high = to;
		for (const quotation of [
			quotationAt(quotations, start, start + 1),
			quotationAt(quotations, end - 1, end)
		]) {
			if (!quotation || (quotation.start < cue.end && quotation.end > cue.start)) continue;
			while (low > 0 && tree.tokens[low - 1]!.start >= quotation.start) low--;
			while (high < tree.tokens.length && tree.tokens[high]!.end <= quotation.end) high++;
		}
		return low === from && high === to ? { from, to } : trimRange(tree, { from: low, to: high });
	});
}

const WITHHELD = new Set(
	'comment confirm say discuss answer respond elaborate identify name give provide speculate disclose'.split(
		' '
	)
);

/** "Declined to comment", "was asked to confirm", "did not respond": neither a statement nor a denial. */
function withholds(tree: Tree, predicate: number): boolean {
	const { lemma } = tree.tokens[predicate]!;
	const inner = childBy(tree, predicate, 'xcomp', 'ccomp');
	const said = inner < 0 ? '' : tree.tokens[inner]!.lemma;
	if (/^(?:decline|refuse|ask)$/.test(lemma) && WITHHELD.has(said)) return true;
	if (!/^(?:respond|return|reply|comment)$/.test(lemma)) return false;
	return tree.children[predicate]!.some((child) =>
		/^(?:request|call|message|email|question|inquiry|query)$/.test(tree.tokens[child]!.lemma)
	);
}

function hasVerb(tree: Tree, { from, to }: Range): boolean {
	for (let index = from; index < to; index++)
		if (/^(?:VERB|AUX)$/.test(tree.tokens[index]!.upos)) return true;
	return false;
}

/** A frame's links from the account outward. */
function linksOf({ link, via, behind }: Parsed['frames'][number]): Link[] {
	return [via, link, behind].filter((part): part is Link => part !== null && part !== undefined);
}

function total(ranges: readonly Range[]): number {
	return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function continued(tree: Tree, link: Link): Frame & { link: Link } {
	void tree;
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

function explainFrame(frame: Frame & { link: Link | null }): string {
	if (frame.rule === 'continued')
		return `The quotation goes on with ${frame.link?.name ?? 'the last speaker'}.`;
	const who = frame.link?.name ?? 'Somebody who is not named';
	const does = {
		says: 'is said to have said it',
		holds: 'is said to think or hope it',
		asks: 'asks it, and does not say it',
		denies: 'denies it',
		refuses: 'does not speak to it'
	}[frame.manner];
	return `${who} ${does}.`;
}

/** Whether words outside every content say something of their own, and do not only frame. */
function keepsOwn(tree: Tree, range: Range, frames: readonly Frame[]): boolean {
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
			return range.to - range.from >= 4;
	}
	return false;
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
