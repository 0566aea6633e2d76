import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { hasBelow } from './exclusion.ts';
import { nameWords, sameName } from './holders.ts';

const FIRST_PERSON = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'myself', 'ourselves']);
const NAME_PARTS = new Set(['flat', 'flat:name', 'compound', 'appos', 'nmod:poss', 'nmod:unmarked']);
/** Two nouns are of one thing from here. */
const SAME_NOUN = 0.7;

/** Nouns of which one may stand for the other in another account: "the march", "the demonstrators". */
const AKIN = 0.35;
const ANY = new Set(['any']);
const NOBODY = new Set(['nobody', 'nothing', 'none', 'neither']);

/** Who or what stands in a role: its names and its nouns; nothing where only a pronoun stands there. */
export type Party = {
	names: readonly (readonly string[])[];
	nouns: readonly string[];
	/** What tells which of them is meant: the nouns behind "of", "to", "in" that hang on its nouns. */
	which: readonly string[];
	/** Its noun as it is written where a claim begins with it, lower case. */
	opening: string;
	/** Whether nobody and nothing at all is meant, which is about everybody and everything. */
	isNobody: boolean;
};

const DENYING = /^(?:not|n['’]t|never|nor|neither|no|nobody|none)$/;

/** Whether a claim denies something before a place. */
const isDeniedBefore = ({ tokens }: Gist, at: number): boolean =>
	tokens.slice(0, at).some(({ lemma }) => DENYING.test(lemma.toLowerCase()));

/** Reads the words of a role; "I" and "we" are the one who speaks. */
export function partyAt(gist: Gist, roles: readonly number[]): Party {
	const names: (readonly string[])[] = [];
	const nouns: string[] = [];
	const which: string[] = [];
	let opening = '';
	let isNobody = false;
	for (const at of roles) {
		const { lemma, upos, start, end } = gist.tokens[at]!;
		const isNone = lemma === 'one' && gist.tokens[at - 1]?.lemma === 'no';
		// "Neither the head nor any other member of staff": of everybody.
		const isAny = upos === 'NOUN' && hasBelow(gist, at, 'det', ANY) && isDeniedBefore(gist, at);
		if (isNone || isAny || NOBODY.has(lemma.toLowerCase())) isNobody = true;
		else if (FIRST_PERSON.has(lemma.toLowerCase())) names.push(nameWords(gist.claim.holder));
		else if (upos === 'PROPN') {
			const mention = gist.extraction.names.find((name) => name.start < end && name.end > start);
			names.push(nameWords(mention?.identity ?? mention?.name ?? lemma));
		} else if (upos === 'NOUN') {
			nouns.push(lemma.toLowerCase());
			if (at === 0) opening = gist.extraction.account.text.slice(start, end).toLowerCase();
			for (const token of gist.tokens)
				if (token.head === at && token.deprel === 'nmod' && token.upos === 'NOUN')
					which.push(token.lemma.toLowerCase());
			// "Secretary of State Mike Pompeo": the name hangs on the office.
			gist.tokens.forEach((token, child) => {
				if (token.head === at && token.upos === 'PROPN' && NAME_PARTS.has(token.deprel) && child > at)
					names.push(nameWords(token.lemma));
			});
		}
	}
	return { names: names.filter((name) => name.length > 0), nouns, which, opening, isNobody };
}

/** Whether both tell which is meant, and each another: "the gate to the field", "the gate to the car park". */
function areOthers(mine: readonly string[], theirs: readonly string[], words: Words): boolean {
	const isNear = (x: string, y: string) =>
		!words.opposite(x, y) && !words.excludes(x, y) && (words.kinship(x, y) > 0 || words.cosine(x, y) >= AKIN);
	return mine.length > 0 && theirs.length > 0 && !mine.some((x) => theirs.some((y) => isNear(x, y)));
}

/** Whether a name is one word that a sentence of the other opens with, where nothing tells a name: "Rovers lost". */
const isNamedLike = (a: Party, b: Party): boolean =>
	a.names.some((name) => name.length === 1 && b.opening === name[0]);

/** Whether two parties are one: `same`, `other`, or `untold` where a pronoun stands, or a name against a noun. */
export function compareParties(a: Party, b: Party, words: Words): 'same' | 'other' | 'untold' {
	const share = (x: readonly string[], y: readonly string[]) =>
		sameName(x, y) || x.at(-1) === y.at(-1) || x.some((word) => y.includes(word));
	const isTold = ({ names, nouns }: Party) => names.length + nouns.length > 0;
	if ((a.isNobody && isTold(b)) || (b.isNobody && isTold(a))) return 'same';
	if (a.names.some((x) => b.names.some((y) => share(x, y)))) return 'same';
	if (isNamedLike(a, b) || isNamedLike(b, a)) return 'same';
	if (a.nouns.some((x) => b.nouns.some((y) => words.kinship(x, y) >= SAME_NOUN)))
		return areOthers(a.which, b.which, words) ? 'other' : 'same';
	if (a.names.length > 0 && b.names.length > 0) return 'other';
	if (a.nouns.length === 0 || b.nouns.length === 0) return 'untold';
	return a.nouns.some((x) => b.nouns.some((y) => words.cosine(x, y) >= AKIN)) ? 'untold' : 'other';
}
