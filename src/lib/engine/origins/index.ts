import type { Origin, Version } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Gist } from '../lines/gist.ts';
import { nameWords, sameName } from '../relations/holders.ts';
import { isReprint } from '../relations/reprint.ts';

/** A text shorter than this may be the same by chance: "two people died". */
const LONG_ENOUGH = 60;

export { joinCopies } from './copies.ts';

type Group = { gists: Gist[] };

const isUnnamed = ({ claim }: Gist) => claim.voice === 'unnamed' || claim.attribution.at(-1)?.named === false;

/** Words that say nothing of which unnamed people are meant. */
const ANYBODY = new Set([
	'source',
	'sources',
	'official',
	'officials',
	'people',
	'person',
	'some',
	'several',
	'anonymous',
	'unnamed',
	'senior',
	'reports',
	'report',
	'witnesses',
	'witness',
	'authorities'
]);

/** Unnamed people are told apart only by a sign: descriptions that share nothing ("hospital staff", "army sources"). */
function sameUnnamed(a: readonly string[], b: readonly string[]): boolean {
	const telling = (words: readonly string[]) => words.filter((word) => !ANYBODY.has(word));
	const [x, y] = [telling(a), telling(b)];
	return x.length === 0 || y.length === 0 || x.some((word) => y.includes(word));
}

/** Whether two claims come from one origin: one holder by name, or one text printed twice. */
function isOneOrigin(a: Gist, b: Gist): boolean {
	if (a.claim.holderIdentity !== undefined && a.claim.holderIdentity === b.claim.holderIdentity) return true;
	const [x, y] = [nameWords(a.claim.holder), nameWords(b.claim.holder)];
	if (isUnnamed(a) && isUnnamed(b)) return sameUnnamed(x, y);
	if (isUnnamed(a) !== isUnnamed(b)) return false;
	if (sameName(x, y) || isCutName(a.claim.holder, b.claim.holder)) return true;
	const isOwn = a.claim.voice === 'own' && b.claim.voice === 'own';
	return isOwn && Math.min(a.plain.length, b.plain.length) >= LONG_ENOUGH && isReprint(a, b);
}

/** The name that the event's accounts have for it together, an agency's before those of the papers that reprint it. */
function nameOf({ gists }: Group): string {
	const isAgency = (gist: Gist) =>
		gist.claim.voice === 'own' && gist.extraction.account.source.kind === 'agency';
	const [first] = [...gists].sort(
		(a, b) =>
			Number(isAgency(b)) - Number(isAgency(a)) ||
			nameWords(b.claim.holder).length - nameWords(a.claim.holder).length ||
			byText(a.claim.holder, b.claim.holder)
	);
	return first!.claim.holderIdentity ?? first!.claim.holder;
}

/** Whether a name is another one cut short before "and", "of" or "for": "Dunmere Fire" and "Dunmere Fire and Rescue". */
function isCutName(a: string, b: string): boolean {
	const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map((name) => name.trim().toLowerCase());
	return (
		short!.includes(' ') &&
		/^ (?:and|&|of|for) /.test(long!.startsWith(short!) ? long!.slice(short!.length) : '')
	);
}

/**
 * Leaves out what an account says in its own voice where it also names who said so: a headline over its body, or a
 * summary before the quotation, rests on the one who is named. Not where the two stand in different versions.
 */
function withoutPassedOn(gists: readonly Gist[], versions: readonly Version[]): Gist[] {
	const homes = new Map<string, Set<string>>();
	for (const { id, claims } of versions)
		for (const claim of claims) homes.set(claim, (homes.get(claim) ?? new Set()).add(id));
	const meets = (a: string, b: string) => [...(homes.get(a) ?? [])].some((id) => homes.get(b)?.has(id));
	const attributed = gists.filter(({ claim }) => claim.voice !== 'own');
	return gists.filter(
		({ claim }) =>
			claim.voice !== 'own' ||
			!attributed.some(({ claim: other }) => other.account === claim.account && meets(claim.id, other.id))
	);
}

/** The independent origins behind a line's claims, the most carried first. */
export function countOrigins(gists: readonly Gist[], versions: readonly Version[]): Origin[] {
	const groups: Group[] = [];
	const counted = withoutPassedOn(gists, versions).sort((a, b) => byText(a.claim.id, b.claim.id));
	for (const gist of counted) {
		const homes = groups.filter((group) => group.gists.some((member) => isOneOrigin(member, gist)));
		const home: Group = { gists: [...homes.flatMap((group) => group.gists), gist] };
		for (const group of homes) groups.splice(groups.indexOf(group), 1);
		groups.push(home);
	}
	return groups
		.map((group) => ({
			name: nameOf(group),
			named: !group.gists.every(isUnnamed),
			accounts: [...new Set(group.gists.map((gist) => gist.claim.account))].sort(byText)
		}))
		.sort((a, b) => b.accounts.length - a.accounts.length || byText(a.name, b.name));
}
