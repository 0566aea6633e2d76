import {
	lineIdFrom,
	type Account,
	type Line,
	type Relation,
	type ReviewMark,
	type Span
} from '#lib/model/index.ts';
import { byText } from './comparison.ts';
import { besidePublished, isDraft } from './drafts.ts';
import { isForeign } from './languages/index.ts';
import { groupBeside } from './lines/beside.ts';
import { pairsAt } from './lines/cluster.ts';
import { gistsOf, type ClaimGroup, type Gist, type Links } from './lines/index.ts';
import { titleOf } from './lines/title.ts';
import { countOrigins } from './origins/index.ts';
import { relate, type Related } from './relations/index.ts';
import { keepRelations, type Decided } from './reviews/index.ts';
import { marked } from './reviews/claims.ts';
import type { Extraction, Progress } from './types.ts';
import type { Words } from './words/index.ts';

const VARYING = new Set(['number', 'date', 'place', 'bound', 'later']);
const RANK: Record<Line['state'], number> = { disputed: 0, agreed: 1, single: 2 };

/** The words on which a line's claims differ in a figure, a time, a place or a person, by claim. */
function varyingIn(relations: readonly Relation[]): Map<string, Span[]> {
	const varying = new Map<string, Span[]>();
	for (const { kind, reason } of relations)
		if (VARYING.has(reason.code) && kind !== 'agrees')
			for (const { claim, start, end } of reason.evidence)
				varying.set(claim, [...(varying.get(claim) ?? []), { start, end }]);
	return varying;
}

/**
 * The first day on which, by its dates, a line's thing can have happened: no account that appeared before could know
 * of it. Undefined unless every dated claim speaks of a day past when it was printed.
 */
function beginningOf(gists: readonly Gist[]): string | undefined {
	const days = gists.flatMap(({ claim, day }) =>
		claim.values
			.filter((value) => value.kind === 'date' && value.from !== undefined)
			.map((value) => ({ from: value.from!.slice(0, 10), day }))
	);
	if (days.length === 0 || days.some(({ from, day }) => day === undefined || from > day)) return undefined;
	return days.map(({ from }) => from).sort(byText)[0];
}

/** After every date: what is not dated comes last. */
const UNDATED = '~';

/**
 * A line is called after its earliest published claim, so that it keeps its id when a later account joins it. Links to
 * the id of another of its claims, as it may have been called before, lead to it too (`findLine`).
 */
function lineIdOf(gists: readonly Gist[]): string {
	const [first] = [...gists].sort(
		({ claim: a, extraction: { account: x } }, { claim: b, extraction: { account: y } }) =>
			byText(x.publishedAt ?? UNDATED, y.publishedAt ?? UNDATED) || byText(a.id, b.id)
	);
	return lineIdFrom(first!.claim.id);
}

/** The line under the name that a person gave it, marked with what else they decided about it. */
function asDecided(line: Line, gists: readonly Gist[], decided: Decided): Line {
	const ids = gists.map((gist) => gist.claim.id);
	const [named] = ids.flatMap((id) => decided.titles.get(id) ?? []).sort((a, b) => b.at - a.at);
	const isPair = (key: string) => key.split(' ').every((id) => ids.includes(id));
	const marks: ReviewMark[] = [];
	if (named !== undefined) marks.push('title');
	if (ids.some((id) => decided.joined.has(id))) marks.push('same');
	if (ids.some((id) => decided.parted.has(id))) marks.push('notSame');
	if (ids.some((id) => decided.pairsOf.get(id)?.some((key) => decided.relations.has(key) && isPair(key))))
		marks.push('relation');
	return marks.length === 0 ? line : marked({ ...line, title: named?.title ?? line.title }, ...marks);
}

/**
 * What people decided about pairs of claims, by the claims' places, and which claims by an account's own words deny
 * another of its claims.
 */
function linksBetween(gists: readonly Gist[], decided?: Decided): Links {
	const places = new Map(gists.map((gist, at) => [gist.claim.id, at]));
	const told = gists.flatMap(({ claim }) =>
		claim.denies === undefined ? [] : [[claim.id, claim.denies] as const]
	);
	return {
		must: pairsAt(decided?.must ?? [], places),
		cannot: pairsAt(decided?.cannot ?? [], places),
		told: pairsAt(told, places)
	};
}

/** Whether a relation holds between two of these claims. */
function isAmong(gists: readonly Gist[]): (relation: Relation) => boolean {
	const ids = new Set(gists.map(({ claim }) => claim.id));
	return ({ a, b }) => ids.has(a) && ids.has(b);
}

/** What a line's claims say to each other, as the engine finds it and people decided it. */
function relatedIn(group: ClaimGroup, words: Words, decided?: Decided): Related {
	const found = relate(group, words);
	return decided ? keepRelations(found, group.gists, decided, words) : found;
}

function lineOf(
	group: ClaimGroup,
	extractions: readonly Extraction[],
	unread: ReadonlySet<string>,
	words: Words,
	decided?: Decided
): { line: Line; relations: Relation[] } {
	const { gists } = group;
	const whole = relatedIn(group, words, decided);
	const published = gists.filter(({ extraction }) => !isDraft(extraction));
	// What a person has not published is no account of the event: it neither makes a line's state nor its name.
	const isMixed = published.length > 0 && published.length < gists.length;
	const { versions, relations, state } = isMixed
		? besidePublished(
				relatedIn({ ...group, gists: published }, words, decided),
				whole.relations,
				gists.filter(({ extraction }) => isDraft(extraction))
			)
		: published.length === 0
			? { ...whole, state: 'single' as const }
			: whole;
	const speaking = published.length === 0 ? gists : published;
	const carriers = new Set(speaking.map((gist) => gist.claim.account));
	const beginning = beginningOf(speaking);
	const others = extractions
		.filter((extraction) => !isDraft(extraction) && !carriers.has(extraction.account.id))
		.map(({ account }) => account);
	const isUnknown = (account: Account) =>
		account.truncated ||
		unread.has(account.id) ||
		(beginning !== undefined &&
			account.publishedAt !== undefined &&
			account.publishedAt.slice(0, 10) < beginning);
	const ids = (unknown: boolean) =>
		others
			.filter((account) => isUnknown(account) === unknown)
			.map((account) => account.id)
			.sort(byText);
	const line: Line = {
		id: lineIdOf(speaking),
		title: titleOf(speaking, varyingIn(relations.filter(isAmong(speaking)))),
		state,
		versions,
		silent: ids(false),
		unknown: ids(true),
		origins: countOrigins(published, versions)
	};
	return { relations, line: decided ? asDecided(line, gists, decided) : line };
}

/** Lines up what was read out of an event's accounts: the lines, most disputed first, and the relations in them. */
export function lineUp(
	extractions: readonly Extraction[],
	words: Words,
	onProgress?: (progress: Progress) => void,
	decided?: Decided
): { lines: Line[]; relations: Relation[] } {
	onProgress?.({ stage: 'matching', done: 0, total: 1 });
	const unread = new Set(
		extractions
			.map(({ account }) => account)
			.filter(isForeign)
			.map(({ id }) => id)
	);
	const gists = gistsOf(extractions);
	const isOwn = ({ extraction }: Gist) => isDraft(extraction);
	const groups = groupBeside(gists, isOwn, words, linksBetween(gists, decided));
	onProgress?.({ stage: 'matching', done: 1, total: 1 });
	const made = groups.map((group, done) => {
		if (done % 50 === 0) onProgress?.({ stage: 'relating', done, total: groups.length });
		return lineOf(group, extractions, unread, words, decided);
	});
	onProgress?.({ stage: 'relating', done: groups.length, total: groups.length });
	const published = extractions.filter((extraction) => !isDraft(extraction)).length;
	const carried = (line: Line) => published - line.silent.length - line.unknown.length;
	return {
		lines: made
			.map(({ line }) => line)
			.sort((a, b) => RANK[a.state] - RANK[b.state] || carried(b) - carried(a) || byText(a.id, b.id)),
		relations: made.flatMap(({ relations }) => relations)
	};
}
