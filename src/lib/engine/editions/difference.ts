import type { EditionChange, Span } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import { gistsOf, groupLines, type Gist } from '../lines/index.ts';
import { findingsOf } from '../relations/index.ts';
import { isReprint } from '../relations/reprint.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import { findNotices } from './notices.ts';

/** A claim's place in either edition; a side that is missing has none. */
export type Fate = { before?: Gist; after?: Gist; kind: EditionChange['kind'] | 'same' };

/** Share of letters in common from which two claims of one source are one that was edited. */
const NEAR = 0.5;

/** Claims that the account itself makes; what a notice repeats of an earlier text is none. */
function claimsOf(extraction: Extraction): Gist[] {
	const notices = findNotices(extraction.account.text);
	const isQuoted = ({ start }: Span) => notices.some((notice) => start >= notice.start && start < notice.end);
	return gistsOf([extraction]).filter(({ claim }) => !isQuoted(claim));
}

/** Share of trigrams that two claims have in common of all that either has, 0..1. */
function likeness(a: Gist, b: Gist): number {
	const known = new Set(a.trigrams);
	const both = b.trigrams.filter((gram) => known.has(gram)).length;
	return both / (a.trigrams.length + b.trigrams.length - both || 1);
}

/** Pairs, one of each edition, that may be one claim, likeliest first. */
function candidates(before: readonly Gist[], after: readonly Gist[], words: Words) {
	const old = new Set(before);
	const pairs = groupLines([...before, ...after], words).flatMap(({ gists, near }) => {
		const [mine, theirs] = [gists.filter((gist) => old.has(gist)), gists.filter((gist) => !old.has(gist))];
		return mine.flatMap((a) => theirs.map((b) => ({ a, b, score: near(a, b) + likeness(a, b) })));
	});
	const together = new Set(pairs.map(({ a, b }) => `${a.claim.id} ${b.claim.id}`));
	for (const a of before)
		for (const b of after) {
			const score = likeness(a, b);
			if (score >= NEAR && !together.has(`${a.claim.id} ${b.claim.id}`)) pairs.push({ a, b, score });
		}
	return pairs.sort(
		(x, y) => y.score - x.score || byText(x.a.claim.id, y.a.claim.id) || byText(x.b.claim.id, y.b.claim.id)
	);
}

const lemmas = (gist: Gist) =>
	gist.terms
		.map(({ lemma }) => lemma)
		.sort(byText)
		.join(' ');

/** Who is named as having said it; an unnamed one may be called anything. */
const saidBy = ({ claim }: Gist) => (claim.voice === 'named' ? claim.holder : claim.voice);

/** What an edit made of a claim: other words for the same, or another claim. */
function editOf(a: Gist, b: Gist, words: Words): Fate['kind'] {
	if (a.claim.certainty !== b.claim.certainty) return 'altered';
	if (findingsOf(a, b, words).some(({ kind, code }) => kind !== 'agrees' && code !== 'wording'))
		return 'altered';
	if (isReprint(a, b) || lemmas(a) === lemmas(b)) return saidBy(a) === saidBy(b) ? 'reworded' : 'altered';
	return 'altered';
}

const sentenceOf = ({ claim, extraction: { sentences, account } }: Gist) => {
	const sentence = sentences[claim.sentence];
	return sentence === undefined ? claim.text : account.text.slice(sentence.start, sentence.end);
};
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Whether two claims have the same words and are said the same way; only a change of their sentence can change that. */
function isSame(a: Gist, b: Gist): boolean {
	if (a.plain !== b.plain) return false;
	if (bare(sentenceOf(a)) === bare(sentenceOf(b))) return true;
	return a.claim.certainty === b.claim.certainty && saidBy(a) === saidBy(b);
}

/** Takes out of both lists the pairs that a test says are one, each claim once, in the order of the text. */
function takeSame(before: Gist[], after: Gist[], test: (a: Gist, b: Gist) => boolean): Fate[] {
	const byWords = new Map<string, Gist[]>();
	for (const gist of after) byWords.set(gist.plain, [...(byWords.get(gist.plain) ?? []), gist]);
	const taken: Fate[] = [];
	for (const a of [...before]) {
		const b = byWords.get(a.plain)?.find((gist) => after.includes(gist) && test(a, gist));
		if (b === undefined) continue;
		before.splice(before.indexOf(a), 1);
		after.splice(after.indexOf(b), 1);
		taken.push({ before: a, after: b, kind: 'same' });
	}
	return taken;
}

/** What became of every claim from one edition to the next. */
export function compareEditions(before: Extraction, after: Extraction, words: Words): Fate[] {
	const [old, young] = [claimsOf(before), claimsOf(after)];
	const fates = takeSame(old, young, isSame);
	const used = new Set<Gist>();
	for (const { a, b } of candidates(old, young, words)) {
		if (used.has(a) || used.has(b)) continue;
		used.add(a).add(b);
		fates.push({ before: a, after: b, kind: editOf(a, b, words) });
	}
	for (const a of old) if (!used.has(a)) fates.push({ before: a, kind: 'removed' });
	for (const b of young) if (!used.has(b)) fates.push({ after: b, kind: 'added' });
	return fates;
}

/** The words to show of a side: its claim, or its sentence where the claim's own words are the same in both. */
export function wordsOf(gist: Gist, other?: Gist): Span & { text: string } {
	const { claim, extraction } = gist;
	const sentence = extraction.sentences[claim.sentence];
	const { start, end } = other?.plain === gist.plain && sentence !== undefined ? sentence : claim;
	return { start, end, text: extraction.account.text.slice(start, end) };
}
