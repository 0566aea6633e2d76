import { byText } from '../comparison.ts';
import { gistsOf, groupLines, type Gist } from '../lines/index.ts';
import { findingsOf } from '../relations/index.ts';
import { isReprint } from '../relations/reprint.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import type { Fate } from './difference.ts';

const PARTING = new Set(['conflicts', 'update']);

/** Whether two claims cannot both be so. */
function part(a: Gist, b: Gist, words: Words): boolean {
	return findingsOf(a, b, words).some(
		({ kind, code }) => PARTING.has(kind) || (kind === 'differs' && code === 'number')
	);
}

/** Whether a claim of another account says what one of this account no longer says. */
function says(other: Gist, { before, after }: Fate, words: Words): boolean {
	if (other.claim.certainty !== before!.claim.certainty) return false;
	if (other.claim.why?.some(({ rule }) => rule === 'withdrawn')) return false;
	if (part(other, before!, words)) return false;
	return after === undefined
		? isReprint(other, before!) || isTold(other, before!)
		: part(other, after, words);
}

/** Whether every figure and name of the shorter claim stands in the other, and most of its words. */
function isTold(a: Gist, b: Gist): boolean {
	const [short, long] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
	const known = new Set(long.terms.map(({ lemma }) => lemma));
	const firm = short.terms.filter(({ varies, upos }) => varies || upos === 'PROPN');
	const shared = short.terms.filter(({ lemma }) => known.has(lemma)).length;
	return firm.every(({ lemma }) => known.has(lemma)) && shared >= 0.6 * short.terms.length;
}

/**
 * For each claim that an account gave up or altered, the claims of others that still say the old. `extractions` are the
 * accounts as they stand.
 */
export function findStill(
	fates: readonly Fate[],
	account: string,
	extractions: readonly Extraction[],
	words: Words
): Map<Fate, string[]> {
	const gone = fates.filter(
		({ kind, before }) => before !== undefined && (kind === 'altered' || kind === 'removed')
	);
	const found = new Map<Fate, string[]>();
	if (gone.length === 0) return found;
	const current = gistsOf(extractions);
	const old = gone.map(({ before }) => before!);
	const groups = groupLines([...current, ...old], words);
	const groupOf = new Map(groups.flatMap((group) => group.gists.map((gist) => [gist, group.gists] as const)));
	for (const fate of gone) {
		const beside = [
			...(groupOf.get(fate.before!) ?? []),
			// The newer words may stand in the line that the older ones have fallen out of.
			...groups
				.filter(({ gists }) => gists.some((gist) => gist.claim.id === fate.after?.claim.id))
				.flatMap(({ gists }) => gists)
		];
		const claims = [...new Set(beside)]
			.filter((gist) => gist.claim.account !== account && !old.includes(gist))
			.filter((gist) => says(gist, fate, words))
			.map(({ claim }) => claim.id)
			.sort(byText);
		if (claims.length > 0) found.set(fate, claims);
	}
	return found;
}
