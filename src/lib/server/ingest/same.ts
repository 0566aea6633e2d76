import type { Account, Draft, DraftInput, Failure } from '#lib/model/index.ts';
import { isWebAddress } from './url.ts';
import { normaliseText } from './text.ts';

/** Words in a row that are compared as one. */
const RUN = 5;

/** Share of runs that two texts have in common from which they differ in small things only, if in no number. */
const SAME = 0.9;

/** Share of runs from which two texts of one source are editions of one account. */
const EDITION = 0.5;

/** The same of two texts of one page: a page that says something else altogether is another account. */
const PAGE_EDITION = 0.15;

/** Share of the shorter text's runs from which it was taken from the other, or both from an agency. */
const COPIED = 0.6;

/** Runs that are kept of a text: enough to tell, and bounded. */
const MOST_RUNS = 4_000;

/** What addresses carry to tell where a reader came from. */
const TRACKING =
	/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|smid|cmpid|ocid|xtor|at_\w+|share|guccounter)$/i;

/** One form for all addresses of one page: no tracking, no `www.` or `amp.`, no end slash, no fragment. */
export function canonicalAddress(address: string | undefined): string | null {
	if (!address || !isWebAddress(address)) return null;
	const url = new URL(address);
	for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
	url.searchParams.sort();
	const host = url.host.replace(/^(?:www|amp|m)\./, '');
	return `${host}${url.pathname.replace(/\/(?:amp\/?)?$/, '')}${url.search}`;
}

/** Runs of texts that were compared before, so that each is cut up once a request. */
export type Memo = Map<string, ReadonlySet<number>>;

type Known = {
	id: string;
	source: string;
	title: string;
	url?: string | undefined;
	text: string;
	isKept: boolean;
};

/** What a draft is beside those that are there. */
export type Likeness = {
	/** It is one of them. */
	failure?: Failure;
	/** A sentence for people on what it has in common with one of them. */
	note?: string;
	/** It is another text of one of them; the account's id, or '' where that one is not kept yet. */
	editionOf?: string;
};

/**
 * What is known of a draft beside those that are there: `duplicate` where it is one of them, by its address or
 * by a text that differs in small things only; an edition of one; or a sentence where another source prints largely
 * the same.
 */
export function compareWithKnown(
	draft: Draft | Account,
	drafts: readonly DraftInput[],
	kept: readonly Account[],
	memo: Memo = new Map()
): Likeness {
	const known: Known[] = [
		...kept.map(({ source, ...account }) => ({ ...account, source: source.name, isKept: true })),
		...drafts.filter(({ isOut }) => !isOut).map((other) => ({ ...other, isKept: false }))
	];
	const address = canonicalAddress(draft.url);
	const own = recall(draft.text, memo);
	let found: Likeness = {};
	for (const other of known) {
		const mayBeSame = other.source === draft.source.name || other.source === '' || draft.source.name === '';
		const isOnePage = address !== null && canonicalAddress(other.url) === address;
		const runs = recall(other.text, memo);
		const shared = countShared(own, runs);
		const all = own.size + runs.size - shared;
		const isNamedSame = other.source !== '' && other.source === draft.source.name;
		// Where a source is not named, only a text of the very same words is the same account.
		const least = isOnePage || isNamedSame ? SAME : 1;
		// A page that was fetched twice, by its two addresses, may show a standfirst or a caption on one of them only.
		const whole = isOnePage && !other.isKept ? Math.min(own.size, runs.size) : all;
		const isNear = all > 0 && shared / whole >= least && numbersOf(draft.text) === numbersOf(other.text);
		if ((isOnePage || mayBeSame) && isNear)
			return { failure: { code: 'duplicate', detail: { name: draft.title || draft.source.name } } };
		const name = other.source || other.title;
		if (all > 0 && ((isNamedSame && shared / all >= EDITION) || (isOnePage && shared / all >= PAGE_EDITION)))
			found = {
				editionOf: other.isKept ? other.id : '',
				note: `Another edition of the account of ${name} that is there already: with both, it would count twice.`
			};
		if (!mayBeSame && shared >= 20 && shared / Math.min(own.size, runs.size) >= COPIED)
			found.note ??= `Largely the same words as ${name}: one may have printed the other, or both an agency.`;
	}
	return found;
}

/** Share of the runs of words that two texts have in common, 0..1; 1 for two texts too short to have any. */
export function sharedWording(a: string, b: string): number {
	const [own, other] = [runsOf(a), runsOf(b)];
	const shared = countShared(own, other);
	const all = own.size + other.size - shared;
	return all === 0 ? 1 : shared / all;
}

function recall(text: string, memo: Memo): ReadonlySet<number> {
	const known = memo.get(text);
	if (known) return known;
	const runs = runsOf(text);
	memo.set(text, runs);
	return runs;
}

/** The numbers of a text in order: a toll that changed is a new edition, a comma is not. */
function numbersOf(text: string): string {
	return (text.slice(0, 60_000).match(/\d+/g) ?? []).join(' ');
}

/** Runs of words, as small numbers; two texts that share many share their wording. */
function runsOf(text: string): Set<number> {
	const words =
		normaliseText(text)
			.toLowerCase()
			.slice(0, 60_000)
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	const runs = new Set<number>();
	for (let at = 0; at + RUN <= words.length && runs.size < MOST_RUNS; at++) {
		let hash = 0x811c9dc5;
		for (let next = at; next < at + RUN; next++) {
			for (const sign of words[next]!) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
			hash = Math.imul(hash ^ 32, 0x01000193);
		}
		runs.add(hash);
	}
	return runs;
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
	let shared = 0;
	for (const run of a) if (b.has(run)) shared++;
	return shared;
}
