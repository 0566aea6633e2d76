import type { Line, Relation, Version } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { compareDates } from './dates.ts';
import type { Finding } from './finding.ts';
import { compareNumbers } from './numbers.ts';
import { comparePolarity } from './polarity.ts';
import { splitVersions } from './versions.ts';

export { holderKey } from './holders.ts';

/** What a line's claims say to each other. */
export type Related = { versions: Version[]; relations: Relation[]; state: Line['state'] };

/** Pairs compared in one line at most, the first ones of the line's order. */
const MOST_PAIRS = 1800;

/** Finds what holds between two claims' positions, whoever holds them. */
export function compareClaims(a: Gist, b: Gist, words: Words): Finding | null {
	const found = [compareNumbers(a, b, words), compareDates(a, b), comparePolarity(a, b)].filter(
		(f) => f !== null
	);
	return (
		found.find((finding) => finding.kind === 'conflicts') ??
		found.find((finding) => finding.kind === 'update') ??
		found[0] ??
		null
	);
}

/** Compares a line's claims and sorts them into versions. */
export function relate(gists: readonly Gist[], words: Words): Related {
	const ordered = [...gists].sort((a, b) => byText(a.claim.id, b.claim.id));
	const found: { a: Gist; b: Gist; finding: Finding }[] = [];
	for (let i = 0, pairs = 0; i < ordered.length; i++)
		for (let j = i + 1; j < ordered.length && pairs < MOST_PAIRS; j++, pairs++) {
			const [a, b] = [ordered[i]!, ordered[j]!];
			const finding = compareClaims(a, b, words);
			if (finding !== null) found.push({ a, b, finding });
		}
	const shown = found.filter(
		({ a, b, finding }) =>
			finding.kind !== 'conflicts' || a.claim.account !== b.claim.account || a.claim.holder !== b.claim.holder
	);
	const relations = shown.map(({ a, b, finding }) => {
		const { kind, code, text, evidence, score } = finding;
		return { a: a.claim.id, b: b.claim.id, kind, reason: { code, text, evidence }, score };
	});
	const accounts = new Set(ordered.map((gist) => gist.claim.account));
	const disputed = relations.some((relation) => relation.kind === 'conflicts');
	return {
		relations,
		versions: splitVersions(ordered, found),
		state: disputed ? 'disputed' : accounts.size > 1 ? 'agreed' : 'single'
	};
}
