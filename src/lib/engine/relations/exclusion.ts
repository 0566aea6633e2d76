import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';

/** A word by its place among the claim's tokens. */
export type Place = number;
/** The dictionary form of a claim's word, lower case. */
export const lemmaAt = (gist: Gist, at: Place) => gist.tokens[at]!.lemma.toLowerCase();

/** The words that hang on a word in one of some roles. */
export function childrenOf(gist: Gist, at: Place, roles: RegExp): Place[] {
	return gist.tokens.flatMap(({ head, deprel }, child) => (head === at && roles.test(deprel) ? [child] : []));
}

/** Whether a word has one of some words below it in a role: a preposition, an article. */
export function hasBelow(gist: Gist, at: number, role: string, lemmas: ReadonlySet<string>): boolean {
	return gist.tokens.some(({ head, deprel, lemma }) => head === at && deprel === role && lemmas.has(lemma));
}

/** Whether a word stands alone in its place: what "a bus and a tram" did says nothing of either. */
export function isAlone(gist: Gist, at: Place): boolean {
	return gist.tokens[at]!.deprel !== 'conj' && childrenOf(gist, at, /^conj/).length === 0;
}

/** One thing can be red or blue, and of several some may be each. */
export const isOne = (gist: Gist, at: Place) => !/S$/.test(gist.tokens[at]!.xpos);

/** Whether two words exclude each other, and neither claim has both. */
export function excludes(a: Gist, x: Place, b: Gist, y: Place, words: Words): boolean {
	const [mine, theirs] = [lemmaAt(a, x), lemmaAt(b, y)];
	if (mine === theirs || !(words.excludes(mine, theirs) || words.opposite(mine, theirs))) return false;
	const has = (gist: Gist, lemma: string) => gist.tokens.some((token) => token.lemma.toLowerCase() === lemma);
	return !has(a, theirs) && !has(b, mine);
}

const ORDINALS =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
const TENS = 'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'.split(' ');

/** Which in a row a word names; 0 for one that names none. */
function placeInRow(lemma: string): number {
	const figure = /^(\d+)(?:st|nd|rd|th)$/.exec(lemma);
	if (figure !== null) return Number(figure[1]);
	const tens = TENS.indexOf(lemma);
	return tens >= 0 ? 10 * (tens + 3) : ORDINALS.indexOf(lemma) + 1;
}

/** The ordinals that a claim has beside a noun: which one of several is meant. */
function rowsOf(gist: Gist): [noun: string, place: number][] {
	return gist.tokens.flatMap(({ head }, at): [string, number][] => {
		const place = head > at ? placeInRow(lemmaAt(gist, at)) : 0;
		return place > 0 && gist.tokens[head]!.upos === 'NOUN' ? [[lemmaAt(gist, head), place]] : [];
	});
}

/** Whether two claims tell of two in one row: what holds of the first blast says nothing of the second. */
export function tellOfOthers(a: Gist, b: Gist): boolean {
	const [mine, theirs] = [rowsOf(a), rowsOf(b)];
	const met = mine.filter(([noun]) => theirs.some(([other]) => other === noun));
	return met.length > 0 && met.every(([noun, x]) => !theirs.some(([other, y]) => other === noun && x === y));
}

/** The words of a claim, each once, of which the like may exclude another: the only ones that a contrast can hang on. */
export function tellingOf(gist: Gist, words: Words): string[] {
	const lemmas = new Set(gist.tokens.map((_, at) => lemmaAt(gist, at)));
	return [...lemmas].filter(
		(lemma) => words.isListed(lemma) || words.hasOpposite(lemma) || placeInRow(lemma) > 0
	);
}

/** Whether any word of one list excludes any of the other. */
export function mayExclude(mine: readonly string[], theirs: readonly string[], words: Words): boolean {
	return mine.some((x) =>
		theirs.some(
			(y) =>
				x !== y && (words.excludes(x, y) || words.opposite(x, y) || (placeInRow(x) > 0 && placeInRow(y) > 0))
		)
	);
}

/** "The third floor" against "the fourth floor": another thing in a row, unless all else that is said is the same. */
export function partInRow(a: Gist, x: Place, b: Gist, y: Place): boolean {
	const [mine, theirs] = [placeInRow(lemmaAt(a, x)), placeInRow(lemmaAt(b, y))];
	return mine > 0 && theirs > 0 && mine !== theirs;
}
