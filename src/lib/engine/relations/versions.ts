import type { Version } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Gist } from '../lines/gist.ts';
import type { Finding } from './finding.ts';

type Found = { a: Gist; b: Gist; finding: Finding };

/** Whether a claim is the denial of two, as the account tells it or else by its own words: "wouldn't let him go" is denied too. */
function isDenying({ claim }: Gist, { claim: other }: Gist): boolean {
	if (other.denies === claim.id) return false;
	return claim.denies === other.id || claim.certainty === 'denied';
}

/** The short word that tells a version from the others. */
function labelOf(members: readonly Gist[], found: readonly Found[]): string {
	const spans = new Map<string, number>();
	for (const { a, b, finding } of found)
		if (finding.kind === 'conflicts')
			for (const { claim, start, end } of finding.evidence) {
				const gist = members.find((member) => member.claim.id === claim);
				if (gist === undefined) continue;
				const label =
					finding.code === 'negation'
						? isDenying(gist, gist === a ? b : a)
							? 'denied'
							: 'affirmed'
						: gist.extraction.account.text.slice(start, end);
				spans.set(label, (spans.get(label) ?? 0) + 1);
			}
	const [best] = [...spans].sort((x, y) => y[1] - x[1] || byText(x[0], y[0]));
	return best?.[0] ?? '';
}

/**
 * Sorts claims into groups that can be true together. Claims that conflict with another found the versions; one
 * that conflicts with none fits, and is listed in, each.
 */
export function splitVersions(gists: readonly Gist[], found: readonly Found[]): Version[] {
	const against = new Map<string, Set<string>>();
	for (const { a, b, finding } of found)
		if (finding.kind === 'conflicts')
			for (const [x, y] of [
				[a, b],
				[b, a]
			] as const)
				against.set(x.claim.id, (against.get(x.claim.id) ?? new Set()).add(y.claim.id));
	const parties = gists.filter((gist) => against.has(gist.claim.id));
	const versions: Gist[][] = [];
	for (const gist of parties) {
		const rivals = against.get(gist.claim.id)!;
		const home = versions.find((version) => !version.some((member) => rivals.has(member.claim.id)));
		if (home === undefined) versions.push([gist]);
		else home.push(gist);
	}
	if (versions.length === 0) versions.push([]);
	const others = gists.filter((gist) => !against.has(gist.claim.id));
	return versions
		.map((version) => [...version, ...others])
		.sort((x, y) => y.length - x.length || byText(x[0]!.claim.id, y[0]!.claim.id))
		.map((members, i) => ({
			id: `v${i + 1}`,
			label: labelOf(members, found),
			claims: members.map((member) => member.claim.id).sort(byText)
		}));
}
