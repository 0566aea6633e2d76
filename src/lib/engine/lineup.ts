import type { Line, Relation } from '#lib/model/index.ts';
import { byText } from './comparison.ts';
import { gistsOf, groupLines, type ClaimGroup } from './lines/index.ts';
import { titleOf } from './lines/title.ts';
import { countOrigins } from './origins/index.ts';
import { relate } from './relations/index.ts';
import type { Extraction, Progress } from './types.ts';
import type { Words } from './words/index.ts';

const RANK: Record<Line['state'], number> = { disputed: 0, agreed: 1, single: 2 };

function lineOf(
	group: ClaimGroup,
	extractions: readonly Extraction[],
	words: Words
): { line: Line; relations: Relation[] } {
	const { gists } = group;
	const { versions, relations, state } = relate(group, words);
	const speaking = new Set(gists.map((gist) => gist.claim.account));
	const others = extractions.map(({ account }) => account).filter((account) => !speaking.has(account.id));
	const ids = (truncated: boolean) =>
		others
			.filter((account) => account.truncated === truncated)
			.map((account) => account.id)
			.sort(byText);
	return {
		relations,
		line: {
			id: `l-${gists.map((gist) => gist.claim.id).sort(byText)[0]!}`,
			title: titleOf(gists),
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
