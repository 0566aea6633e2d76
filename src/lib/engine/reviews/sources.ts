import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** The name to show for each name that was joined with another. */
function shownNames(groups: readonly (readonly string[])[]): Map<string, string> {
	const shown = new Map<string, string>();
	const joined = new Map<string, Set<string>>();
	for (const names of groups) {
		const all = new Set(names.map(plain));
		for (const name of [...all]) for (const other of joined.get(name) ?? []) all.add(other);
		for (const name of all) {
			joined.set(name, all);
			shown.set(name, names[0]!);
		}
	}
	return shown;
}

/**
 * Gives the sources that a person called one the same identity, wherever they are named. Names that the engine itself
 * takes for one of them follow.
 */
export function joinSources(
	extractions: readonly Extraction[],
	groups: readonly (readonly string[])[]
): Extraction[] {
	if (groups.length === 0) return [...extractions];
	const shown = shownNames(groups);
	const byIdentity = new Map<string, string>();
	const see = (name: string, identity: string | undefined) => {
		const as = shown.get(plain(name));
		if (as === undefined || identity === undefined) return;
		const known = byIdentity.get(identity);
		if (known === undefined || byText(as, known) < 0) byIdentity.set(identity, as);
	};
	for (const { claims } of extractions)
		for (const { holder, holderIdentity, attribution } of claims) {
			see(holder, holderIdentity);
			for (const link of attribution) see(link.name, link.identity);
		}
	const as = (name: string, identity: string | undefined) =>
		shown.get(plain(name)) ?? (identity === undefined ? undefined : byIdentity.get(identity));
	return extractions.map((extraction) => ({
		...extraction,
		claims: extraction.claims.map((claim) => {
			const identity = as(claim.holder, claim.holderIdentity);
			return {
				...claim,
				...(identity === undefined ? {} : { holderIdentity: identity }),
				attribution: claim.attribution.map((link) => {
					const known = as(link.name, link.identity);
					return known === undefined ? link : { ...link, identity: known };
				})
			};
		})
	}));
}
