import type { LexiconFiles } from '../types.ts';
import type { Model } from './models.ts';
import { createExclusives, type ExclusiveLists, type Exclusives } from './exclusives.ts';
import { createPlaces, type Places } from './places.ts';
import { stem } from './stem.ts';
import { createVectors } from './vectors.ts';
import { createDictionary } from './wordnet.ts';

export { logistic, predict, weigh, type Model } from './models.ts';

type Lexicon = {
	/** Rarity of a word in English news at large, about 1 ("the") to 11 (unknown). */
	rarity(word: string): number;
	/** How near two lemmas are, 0..1: 1 the same, .9 a synonym or of one family, .6 a kind of the other. */
	kinship(a: string, b: string): number;
	/** Whether both cannot be said of one thing ("open", "closed"). */
	opposite(a: string, b: string): boolean;
	/** Whether a lemma is the opposite of any. */
	hasOpposite(lemma: string): boolean;
	/** Whether one turns the roles of the other round ("buy", "sell"). */
	converse(a: string, b: string): boolean;
	/** Keys under which a lemma's family, synonyms and near relatives are found: related lemmas share one. */
	keys(lemma: string): readonly string[];
	/** Keys of the broader words that a lemma is a kind of. */
	broader(lemma: string): readonly string[];
	dimensions: number;
	/** Adds a word's unit vector, times `weight`, to `sum`; false when the word is unknown. */
	addVector(sum: Float64Array, word: string, weight: number): boolean;
	cosine(a: string, b: string): number;
	/** A small model of `models.json` by its name; undefined where there is none. */
	model(name: string): Model | undefined;
};

/** What the engine knows about words, apart from any account. */
export type Words = Lexicon & Exclusives & Places;

type RelationLists = { opposites: string[]; converses: string[]; kin: string[] };

const UNKNOWN_RANK = 60_000;
const NEAR = { same: 1, family: 0.9, synonym: 0.85, kin: 0.7, broader: 0.5 } as const;
/** Most pairs of an event come back many times; past this many the memory is worth more than the time. */
const REMEMBERED = 400_000;

function pairs(list: readonly string[]): Set<string> {
	return new Set(list.flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]));
}

/** Reads the word lists of `data/lexicon/`; any that is missing is done without. */
export function createWords(files: LexiconFiles): Words {
	const vectors = createVectors(files['vectors.bin']);
	const dictionary = createDictionary(files['wordnet.json']);
	const read = (file: string): unknown =>
		JSON.parse(files[file] === undefined ? '{}' : new TextDecoder().decode(files[file]));
	const lists = read('relations.json') as Partial<RelationLists> & ExclusiveLists;
	const names = read('claims-names.json') as { countries?: string[]; aliases?: Record<string, string> };
	const models = read('models.json') as Record<string, Model | undefined>;
	const [opposites, converses, kin] = [lists.opposites, lists.converses, lists.kin].map((list) =>
		pairs(list ?? [])
	);
	const opposing = new Set((lists.opposites ?? []).flatMap((pair) => pair.split(' ')));
	const listed = new Map<string, string[]>();
	for (const pair of [lists.opposites, lists.converses, lists.kin].flatMap((list) => list ?? []))
		for (const word of pair.split(' ')) listed.set(word, [...(listed.get(word) ?? []), `=${pair}`]);
	const keys = new Map<string, readonly string[]>();
	const stems = new Map<string, string>();
	const known = new Map<string, number>();
	const stemOf = (word: string) => {
		let cut = stems.get(word);
		if (cut === undefined) stems.set(word, (cut = stem(word)));
		return cut;
	};
	const measure = (a: string, b: string) => {
		if (stemOf(a) === stemOf(b)) return NEAR.family;
		if (dictionary.synonyms(a, b)) return NEAR.synonym;
		if (kin!.has(`${a} ${b}`)) return NEAR.kin;
		return dictionary.broader(a, b) ? NEAR.broader : 0;
	};
	return {
		...createExclusives(lists),
		...createPlaces(names.countries ?? [], names.aliases ?? {}),
		rarity: (word) => Math.log((vectors.rank(word) ?? UNKNOWN_RANK) + 3),
		kinship(a, b) {
			if (a === b) return NEAR.same;
			const key = a < b ? `${a} ${b}` : `${b} ${a}`;
			let near = known.get(key);
			if (near === undefined) {
				if (known.size > REMEMBERED) known.clear();
				known.set(key, (near = measure(a, b)));
			}
			return near;
		},
		opposite: (a, b) => opposites!.has(`${a} ${b}`) || dictionary.antonyms(a, b),
		hasOpposite: (lemma) => opposing.has(lemma) || dictionary.hasAntonym(lemma),
		converse: (a, b) => converses!.has(`${a} ${b}`),
		keys(lemma) {
			let found = keys.get(lemma);
			if (found === undefined)
				keys.set(lemma, (found = [stemOf(lemma), ...dictionary.groups(lemma), ...(listed.get(lemma) ?? [])]));
			return found;
		},
		broader: dictionary.kinds,
		dimensions: vectors.dimensions,
		addVector: vectors.add,
		cosine: vectors.cosine,
		model: (name) => (Object.hasOwn(models, name) ? models[name] : undefined)
	};
}
