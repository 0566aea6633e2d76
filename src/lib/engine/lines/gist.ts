import type { Span } from '#lib/model/index.ts';
import type { ExtractedClaim, Extraction, Token } from '../types.ts';
import { framesOf, type Frame } from './frames.ts';
import { claimTokens, isFunctionWord } from './tokens.ts';

/** A word that a claim is about. */
export type Term = Span & {
	lemma: string;
	upos: string;
	/** Index into the claim's tokens. */
	at: number;
	/** Whether it belongs to a quantity or a time. */
	varies: boolean;
};

const VARYING = new Set(['number', 'date', 'duration', 'money', 'percent']);

/** A claim boiled down to what alignment and relations look at. */
export type Gist = {
	claim: ExtractedClaim;
	extraction: Extraction;
	tokens: Token[];
	/** Its content words, each lemma once, in order. */
	terms: Term[];
	/** The content words of the whole sentence it stands in: a clause often needs its neighbours to be understood. */
	context: Term[];
	/** Who does what to whom, clause by clause; empty without syntax. */
	frames: Frame[];
	/** Letters and figures only, lower case: for shared quotes and near-duplicates. */
	plain: string;
	/** Character trigrams of `plain`, sorted hashes without repeats. */
	trigrams: Int32Array;
	/** Day of publication, ISO; undefined when it is not known. */
	day: string | undefined;
};

/** One name for what newspapers write in several ways. */
const SAME_NAME = new Map(
	Object.entries({
		'u.s.': 'america',
		'u.s': 'america',
		us: 'america',
		usa: 'america',
		'united states': 'america',
		american: 'america',
		'u.k.': 'britain',
		uk: 'britain',
		'u.n.': 'un'
	})
);

function termOf(token: Token, at: number, text: string, claim: ExtractedClaim): Term {
	const form = text.slice(token.start, token.end);
	const isName = token.upos === 'PROPN' || token.upos === 'ADJ' || /^[A-Z][A-Z.]/.test(form);
	const lemma = token.lemma.toLowerCase().replace(/['’]s$/, '');
	const varies =
		token.upos === 'NUM' ||
		claim.values.some((v) => VARYING.has(v.kind) && token.start >= v.start && token.end <= v.end);
	const { start, end, upos } = token;
	return { start, end, upos, at, varies, lemma: (isName && SAME_NAME.get(lemma)) || lemma };
}

function hashTrigrams(plain: string): Int32Array {
	const seen = new Set<number>();
	for (let i = 0; i + 3 <= plain.length; i++)
		seen.add((plain.charCodeAt(i) * 31 + plain.charCodeAt(i + 1)) * 1009 + plain.charCodeAt(i + 2));
	return Int32Array.from(seen).sort();
}

function termsOf(tokens: readonly Token[], extraction: Extraction, claim: ExtractedClaim): Term[] {
	const terms = new Map<string, Term>();
	tokens.forEach((token, at) => {
		const term = termOf(token, at, extraction.account.text, claim);
		if (isFunctionWord(token) && term.lemma === token.lemma) return;
		if (!/[\p{L}\p{N}]/u.test(term.lemma) || terms.has(term.lemma)) return;
		terms.set(term.lemma, term);
	});
	return [...terms.values()];
}

/** Boils one claim down; `terms` leaves out what is only grammar. */
export function gistOf(extraction: Extraction, claim: ExtractedClaim): Gist {
	const tokens = claimTokens(extraction, claim);
	const terms = termsOf(tokens, extraction, claim);
	const around = termsOf(extraction.sentences[claim.sentence]?.tokens ?? [], extraction, claim);
	const missing = terms.filter((term) => !around.some((other) => other.lemma === term.lemma));
	const plain = claim.text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return {
		claim,
		extraction,
		tokens,
		terms,
		context: [...around, ...missing],
		frames: framesOf(tokens),
		plain,
		trigrams: hashTrigrams(` ${plain} `),
		day: (claim.since ?? extraction.account.publishedAt)?.slice(0, 10)
	};
}
