import type { Claim, Line } from '#lib/model/index.ts';

/** A version's colour: 1 to 4, `rest` for the fifth and later, `none` where no single version is meant. */
export type Tone = 1 | 2 | 3 | 4 | 'rest' | 'none';

/** A version as it is shown: its colour, its letter (from the fifth on the only thing that tells it apart). */
export type ToneVersion = {
	id: string;
	label: string;
	tone: Tone;
	letter: string;
	claims: readonly string[];
};

/** Words of number and bound that stand in capitals only where a sentence begins with them. */
const BEGINS =
	/^(?:About|Almost|Around|At|Between|Dozens|Fewer|Hundreds|Less|More|Nearly|No|None|Over|Roughly|Several|Some|Thousands|Under|Up|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b/;

/** A value as it reads inside a sentence: "At least 28" is "at least 28". */
export function inSentence(label: string): string {
	return BEGINS.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const TONES = [1, 2, 3, 4] as const;

/** a to z, then aa, ab: no two versions of a line have one letter. */
const letterOf = (at: number): string =>
	(at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(97 + (at % 26));

/** How many holders and how many claims stand behind a version. */
function weigh(claims: readonly string[], known: ReadonlyMap<string, Claim>): [number, number] {
	const found = claims.flatMap((id) => known.get(id) ?? []);
	return [new Set(found.map((claim) => claim.holderIdentity ?? claim.holder)).size, found.length];
}

/**
 * The versions of a disputed line, heaviest first (by holders, then claims, then as the engine gave them),
 * each with its colour; none for a line that is not in dispute.
 */
export function versionsOf(line: Line, claims: ReadonlyMap<string, Claim>): ToneVersion[] {
	if (line.state !== 'disputed') return [];
	const sameLabel = (label: string) => line.versions.filter((one) => one.label === label).length > 1;
	return line.versions
		.map((version, at) => ({ version, at, weight: weigh(version.claims, claims) }))
		.sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1] || a.at - b.at)
		.map(({ version }, at) => ({
			id: version.id,
			// Two versions of one label are told apart by their letters.
			label: `${inSentence(version.label)}${sameLabel(version.label) ? ` (${letterOf(at)})` : ''}`,
			tone: TONES[at] ?? 'rest',
			letter: letterOf(at),
			claims: version.claims
		}));
}

/** The version that each claim of a line belongs to; a claim that fits several versions is left out. */
export function versionByClaim(versions: readonly ToneVersion[]): Map<string, ToneVersion> {
	const found = new Map<string, ToneVersion>();
	const several = new Set<string>();
	for (const version of versions)
		for (const claim of version.claims) {
			if (found.has(claim)) several.add(claim);
			found.set(claim, version);
		}
	for (const claim of several) found.delete(claim);
	return found;
}
