import type { Span } from '#lib/model/index.ts';
import type { ExtractedClaim, Extraction, Token } from '../types.ts';
import { joinPhrases } from './phrasal.ts';

const PIECE = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*\.?/gu;
const FUNCTION_TAGS = new Set([
	'DET',
	'PRON',
	'ADP',
	'AUX',
	'CCONJ',
	'SCONJ',
	'PART',
	'PUNCT',
	'SYM',
	'INTJ'
]);
const FUNCTION_WORDS = new Set(
	(
		'a an the this that these those and or but nor if of to in on at for from by with as into over about than then ' +
		'is are was were be been being am do does did has have had will would shall should can could may might must ' +
		'he she it they we you i him her them me his its their our your my who whom whose which what when where why how ' +
		"there here so also just too very s t re ve ll d m n't not no never"
	).split(' ')
);

/** Whether a token carries no meaning of its own; negations are read apart from the words. */
export function isFunctionWord(token: Token): boolean {
	return FUNCTION_TAGS.has(token.upos) || FUNCTION_WORDS.has(token.lemma);
}

/** Cuts a text into words without syntax, for sentences that were too long to parse. */
export function plainTokens(text: string, offset: number): Token[] {
	return [...text.matchAll(PIECE)].map((match) => {
		const word = match[0].replace(/(?<=^\p{L}{3,})\.$/u, '');
		const lemma = word.toLowerCase().replace(/['’]s$/, '');
		const start = offset + match.index;
		const upos = /^\p{N}/u.test(word) ? 'NUM' : /^\p{Lu}/u.test(word) ? 'PROPN' : 'X';
		return { start, end: start + word.length, upos, xpos: '', lemma, head: -1, deprel: 'dep' };
	});
}

/**
 * A claim's tokens, cut loose from their sentences: heads outside the claim become -1. A claim over several
 * sentences has the tokens of each, one after the other.
 */
export function claimTokens(extraction: Extraction, claim: ExtractedClaim): Token[] {
	const inside = (token: Span) => token.start >= claim.start && token.end <= claim.end;
	const found: Token[] = [];
	for (let i = claim.sentence; i < extraction.sentences.length; i++) {
		const sentence = extraction.sentences[i]!;
		if (sentence.start >= claim.end) break;
		const kept = sentence.tokens.map((token, at) => (inside(token) ? at : -1)).filter((at) => at >= 0);
		const place = new Map(kept.map((at, k) => [at, found.length + k]));
		for (const at of kept) {
			const token = sentence.tokens[at]!;
			found.push({ ...token, head: place.get(token.head) ?? -1 });
		}
	}
	return found.length > 0 ? joinPhrases(found) : plainTokens(claim.text, claim.start);
}
