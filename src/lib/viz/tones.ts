import type { Claim, Line, Version } from '#lib/model/index.ts';

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

/** A plain yes or no: where two versions of a line are both the one, only what they say tells them apart. */
const YES_NO = /^(?:affirmed|denied)$/;
/** Longest words that stand for such a version. */
const LONGEST_WORDS = 60;

/** The shortest words of the claims that are in this version alone; empty where even those are long. */
function ownWords({ claims }: Version, { versions }: Line, known: ReadonlyMap<string, Claim>): string {
	const isShared = (id: string) => versions.filter((one) => one.claims.includes(id)).length > 1;
	const texts = claims.flatMap((id) => (isShared(id) ? [] : (known.get(id)?.text ?? [])));
	const [shortest = ''] = texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	return shortest.length <= LONGEST_WORDS ? shortest : '';
}

/** What a version is called; two of one name are told apart by their words where both are a yes or a no, else by letters. */
function labelOf(version: Version, letter: string, line: Line, known: ReadonlyMap<string, Claim>): string {
	const { label } = version;
	const same = line.versions.filter((one) => one.label === label);
	if (same.length < 2) return inSentence(label);
	const words = YES_NO.test(label) ? same.map((one) => ownWords(one, line, known)) : [];
	if (words.length > 0 && !words.includes('') && new Set(words).size === words.length)
		return words[same.indexOf(version)]!;
	return `${inSentence(label)} (${letter})`;
}

/**
 * The versions of a disputed line, heaviest first (by holders, then claims, then as the engine gave them),
 * each with its colour; none for a line that is not in dispute.
 */
export function versionsOf(line: Line, claims: ReadonlyMap<string, Claim>): ToneVersion[] {
	if (line.state !== 'disputed') return [];
	return line.versions
		.map((version, at) => ({ version, at, weight: weigh(version.claims, claims) }))
		.sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1] || a.at - b.at)
		.map(({ version }, at) => ({
			id: version.id,
			label: labelOf(version, letterOf(at), line, claims),
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
