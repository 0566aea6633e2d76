import type { Account, Line, Relation, Span } from '#lib/model/index.ts';
import { byText } from './comparison.ts';
import { gistsOf, groupLines, type ClaimGroup, type Gist } from './lines/index.ts';
import { titleOf } from './lines/title.ts';
import { countOrigins } from './origins/index.ts';
import { relate } from './relations/index.ts';
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

function lineOf(
	group: ClaimGroup,
	extractions: readonly Extraction[],
	words: Words
): { line: Line; relations: Relation[] } {
	const { gists } = group;
	const { versions, relations, state } = relate(group, words);
	const speaking = new Set(gists.map((gist) => gist.claim.account));
	const beginning = beginningOf(gists);
	const others = extractions.map(({ account }) => account).filter((account) => !speaking.has(account.id));
	const isUnknown = (account: Account) =>
		account.truncated ||
		(beginning !== undefined &&
			account.publishedAt !== undefined &&
			account.publishedAt.slice(0, 10) < beginning);
	const ids = (unknown: boolean) =>
		others
			.filter((account) => isUnknown(account) === unknown)
			.map((account) => account.id)
			.sort(byText);
	return {
		relations,
		line: {
			id: `l-${gists.map((gist) => gist.claim.id).sort(byText)[0]!}`,
			title: titleOf(gists, varyingIn(relations)),
			state,
			versions,
			silent: ids(false),
			unknown: ids(true),
			origins: countOrigins(gists)
		}
	};
}

/** Lines up what was read out of an event's accounts: the lines, most disputed first, and the relations in them. */
export function lineUp(
	extractions: readonly Extraction[],
	words: Words,
	onProgress?: (progress: Progress) => void
): { lines: Line[]; relations: Relation[] } {
	onProgress?.({ stage: 'matching', done: 0, total: 1 });
	const groups = groupLines(gistsOf(extractions), words);
	onProgress?.({ stage: 'matching', done: 1, total: 1 });
	const made = groups.map((group, done) => {
		if (done % 50 === 0) onProgress?.({ stage: 'relating', done, total: groups.length });
		return lineOf(group, extractions, words);
	});
	onProgress?.({ stage: 'relating', done: groups.length, total: groups.length });
	const carried = (line: Line) => extractions.length - line.silent.length - line.unknown.length;
	return {
		lines: made
			.map(({ line }) => line)
			.sort((a, b) => RANK[a.state] - RANK[b.state] || carried(b) - carried(a) || byText(a.id, b.id)),
		relations: made.flatMap(({ relations }) => relations)
	};
}
