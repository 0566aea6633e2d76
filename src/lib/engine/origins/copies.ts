import type { Account, SourceKind } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { ExtractedClaim, Extraction } from '../types.ts';
import { creditOf } from './credits.ts';

/** Words in a row that two papers rarely write by chance. */
const RUN = 5;
/** A sentence of fewer words may be the same by chance, unless its whole account is a copy. */
const LONG_ENOUGH = 8;
/** Share of a sentence's runs that stand in the other: a word cut or changed breaks up to five of them. */
const SAME = 0.5;
/** Share of an account's sentences from which it is a copy as a whole. */
const WHOLE = 0.5;

/** Words of which a change changes what is said. */
const TELLING =
	/^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|not|no|never|none|without)$/;

/** Who writes for others to print comes first. */
const WRITES_FOR_OTHERS: Record<SourceKind, number> = {
	agency: 0,
	official: 1,
	institution: 1,
	person: 1,
	outlet: 2
};

type Passage = { account: number; words: string[]; claims: ExtractedClaim[] };

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sentences in which an account speaks in its own voice, with what it claims there. */
function passagesOf({ account: { text }, claims, sentences }: Extraction, account: number): Passage[] {
	const bySentence = new Map<number, ExtractedClaim[]>();
	for (const claim of claims)
		if (claim.voice === 'own')
			bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), claim]);
	return [...bySentence].flatMap(([index, own]) => {
		const sentence = sentences[index];
		return sentence === undefined
			? []
			: [{ account, claims: own, words: wordsOf(text.slice(sentence.start, sentence.end)) }];
	});
}

function runsOf(words: readonly string[]): string[] {
	return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** The account that first has most of a passage's runs; undefined when none has enough of them. */
function sourceOf(passage: Passage, first: ReadonlyMap<string, number>): number | undefined {
	if (passage.words.length < LONG_ENOUGH) return undefined;
	const votes = new Map<number, number>();
	const runs = runsOf(passage.words);
	for (const run of runs) {
		const account = first.get(run);
		if (account !== undefined && account !== passage.account)
			votes.set(account, (votes.get(account) ?? 0) + 1);
	}
	const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
	if (best === undefined || best[1] < SAME * runs.length) return undefined;
	// An edit that changes a figure, a day or a "not" says something else: that is the editor's own.
	const isTaken = (at: number) =>
		runs.slice(Math.max(0, at - RUN + 1), at + 1).some((run) => first.get(run) === best[0]);
	return passage.words.every((word, at) => !TELLING.test(word) || isTaken(at)) ? best[0] : undefined;
}

function inOrderOfWriting(extractions: readonly Extraction[]): Extraction[] {
	const key = ({ source, publishedAt, id }: Account) =>
		[WRITES_FOR_OTHERS[source.kind], publishedAt ?? '~', id] as const;
	return [...extractions].sort(({ account: a }, { account: b }) => {
		const [x, y] = [key(a), key(b)];
		return x[0] - y[0] || byText(x[1], y[1]) || byText(x[2], y[2]);
	});
}

/**
 * Which claims an account makes in its own voice and in another's words: by the claim's id, the account that wrote
 * them. Agency copy and press releases are reprinted word for word or lightly edited; the sentences tell. Work grows
 * with the length of the texts.
 */
export function findCopies(extractions: readonly Extraction[]): Map<string, Account> {
	const ordered = inOrderOfWriting(extractions);
	const first = new Map<string, number>();
	const whole = new Map<string, number>();
	const copies = new Map<string, Account>();
	ordered.forEach((extraction, account) => {
		const passages = passagesOf(extraction, account);
		const from = new Map<number, number>();
		const copied = passages.map((passage) => {
			const source = sourceOf(passage, first);
			if (source !== undefined) from.set(source, (from.get(source) ?? 0) + 1);
			return source;
		});
		const long = passages.filter(({ words }) => words.length >= LONG_ENOUGH).length;
		const main = [...from].find(([, count]) => count >= WHOLE * long)?.[0];
		passages.forEach((passage, at) => {
			const same = whole.get(passage.words.join(' '));
			// In a copy, a short sentence that its original has too was copied with the rest.
			const source = copied[at] ?? (main !== undefined && same === main ? main : undefined);
			if (source !== undefined) for (const { id } of passage.claims) copies.set(id, ordered[source]!.account);
		});
		for (const { words } of passages) {
			for (const run of runsOf(words)) if (!first.has(run)) first.set(run, account);
			const text = words.join(' ');
			if (!whole.has(text)) whole.set(text, account);
		}
	});
	return copies;
}

/**
 * The extractions with copied words held by who wrote them: what an agency or a press office sent out is one
 * position, in however many papers it stands.
 */
export function joinCopies(extractions: readonly Extraction[]): Extraction[] {
	const copies = findCopies(extractions);
	const agencies = extractions.flatMap(({ account: { source } }) =>
		source.kind === 'agency' ? [source.name] : []
	);
	const identities = new Map<string, string>();
	for (const { claims } of extractions)
		for (const { voice, holder, holderIdentity } of claims)
			if (voice === 'own' && holderIdentity !== undefined) identities.set(holder, holderIdentity);
	const credits = new Map(
		extractions.map(({ account }) => [
			account.id,
			account.source.kind === 'agency' ? null : creditOf(account, agencies)
		])
	);
	const writer = (account: Account) => credits.get(account.id) ?? account.source.name;
	return extractions.map((extraction) => ({
		...extraction,
		claims: extraction.claims.map((claim) => {
			if (claim.voice !== 'own') return claim;
			const name = writer(copies.get(claim.id) ?? extraction.account);
			if (name === claim.holder) return claim;
			return { ...claim, holderIdentity: identities.get(name) ?? name };
		})
	}));
}
