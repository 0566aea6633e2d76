import type { Account, Claim, Link } from '#lib/model/index.ts';
import { createSyntax } from '../syntax/index.ts';
import { readText, trimSpan } from '../text/index.ts';
import type { ExtractedClaim, Extraction, LexiconFiles, Sentence } from '../types.ts';

const SAY =
	'said|says|say|told|tweeted|wrote|added|announced|reported|reports|confirmed|claimed|claims|denied|denies|explained|continued|insisted|stated|believes|believe|acknowledged|warned|argued|noted|alleged|suggested|recalled';
const NAME =
	"((?:[A-Z][\\w.'’-]*|[a-z]+ (?=sources|officials|source|official)|sources?|officials?|the \\w+|he|she|they|it)(?:\\s(?:[A-Z][\\w.'’-]*|of|sources?|officials?|spokes\\w+)){0,6})";
const AFTER = new RegExp(
	`[,”"']\\s*(?:${NAME}\\s(?:\\w+\\s)?(?:${SAY})|(?:${SAY})\\s${NAME})\\b[^“"]{0,160}$`
);
const BEFORE = new RegExp(
	`^(?:\\w+ ){0,3}${NAME}\\s(?:has |have |also |later |earlier )?(?:${SAY})\\b(?: (?:that|[A-Z][\\w ]+ (?:on \\w+ )?that))?:?,? ?`
);
const ACCORDING = new RegExp(`,? ?[Aa]ccording to (?:the |a |an )?${NAME}[,.]?`);
const UNNAMED =
	/\b(?:sources?|officials?|spokes(?:man|woman|person)|people|authorities|reports?|witnesses)\b/i;
const HEDGE =
	/\b(?:may|might|could|reportedly|allegedly|appears?|seems?|believed|possibly|likely|unclear|whether|perhaps|expected|thought)\b/i;
const NEGATION = /\b(?:not|never|none|no one|nobody|denie[sd]|denying)\b|n['’]t\b/i;

type Frame = { start: number; end: number; link: Link | null };

/** Reads who said a sentence and which part of it is what was said. */
function readFrame(text: string, start: number, end: number): Frame {
	const sentence = text.slice(start, end);
	const link = (name: string, at: number): Link => ({
		name,
		named: !UNNAMED.test(name),
		start: start + at,
		end: start + at + name.length,
		...(UNNAMED.test(name) ? { describedAs: name } : {})
	});
	const after = AFTER.exec(sentence);
	if (after) {
		const name = after[1] ?? after[2]!;
		return { start, end: start + after.index, link: link(name, sentence.indexOf(name, after.index)) };
	}
	const according = ACCORDING.exec(sentence);
	if (according) {
		const name = according[1]!;
		const at = sentence.indexOf(name, according.index);
		const rest = according.index > sentence.length / 2;
		return rest
			? { start, end: start + according.index, link: link(name, at) }
			: { start: start + according.index + according[0].length, end, link: link(name, at) };
	}
	const before = BEFORE.exec(sentence);
	if (before)
		return { start: start + before[0].length, end, link: link(before[1]!, sentence.indexOf(before[1]!)) };
	return { start, end, link: null };
}

/** Makes the reader that turns one account into claims, without looking at any other account. */
export function createExtractor(files: LexiconFiles): (account: Account) => Extraction {
	const syntax = createSyntax(files);
	return (account) => {
		const { text } = account;
		const read = readText(text, account.title);
		const sentences: Sentence[] = [];
		const claims: ExtractedClaim[] = [];
		let speaker: Link | null = null;
		for (const [index, span] of read.sentences.entries()) {
			const tokens = span.end - span.start > 2000 ? [] : syntax.parse(text, span.start, span.end);
			const sentence = { ...span, index, tokens };
			sentences.push(sentence);
			if (tokens.length < 4 || text[span.end - 1] === '?') continue;
			const frame = readFrame(text, span.start, span.end);
			if (frame.link) speaker = frame.link;
			else if (span.quoted || /^[“"]/.test(text.slice(span.start, span.start + 1))) frame.link = speaker;
			const place = trimSpan(text, frame.start, frame.end);
			if (place.end - place.start < 12) continue;
			const words = text.slice(place.start, place.end);
			const attribution = frame.link ? [frame.link] : [];
			const certainty = HEDGE.test(words) ? 'hedged' : NEGATION.test(words) ? 'denied' : 'stated';
			const quoted = /[“"”]/.test(words);
			const claim: Claim = {
				id: `${account.id}:${place.start}-${place.end}`,
				account: account.id,
				...place,
				text: words,
				voice: frame.link ? (frame.link.named ? 'named' : 'unnamed') : 'own',
				certainty,
				degree: certainty === 'stated' ? 1 : certainty === 'denied' ? 0 : 0.5,
				attribution,
				holder: frame.link?.name ?? account.source.name,
				...(frame.link ? { quote: quoted ? 'mixed' : 'indirect' } : {}),
				values: []
			};
			claims.push({
				...claim,
				sentence: index,
				tokens: {
					start: Math.max(
						0,
						tokens.findIndex((token) => token.end > place.start)
					),
					end: tokens.filter((token) => token.start < place.end).length
				},
				headline: ['title', 'heading'].includes(read.blocks[span.block]!.kind)
			});
		}
		return { account, blocks: read.blocks, sentences, names: [], claims };
	};
}
