/** What a dictionary knows of two lemmas. */
export type Dictionary = {
	/** Whether they share a common sense, or one is the other's noun, verb or adjective ("arrival", "arrive"). */
	synonyms(a: string, b: string): boolean;
	/** Whether one is a kind of the other ("ferry", "boat"). */
	broader(a: string, b: string): boolean;
	antonyms(a: string, b: string): boolean;
	/** Whether a lemma is the antonym of any. */
	hasAntonym(lemma: string): boolean;
	/** Names of the senses and families a lemma belongs to: two synonyms share one. */
	groups(lemma: string): string[];
	/** Names of the senses that the lemma's senses are a kind of; only things have kinds that help. */
	kinds(lemma: string): string[];
};

type File = {
	lemmas: string;
	senses: number[][];
	parents: number[];
	kinds: string;
	antonyms: number[];
	derived: number[];
};

const NONE: Dictionary = {
	synonyms: () => false,
	broader: () => false,
	antonyms: () => false,
	hasAntonym: () => false,
	groups: () => [],
	kinds: () => []
};

/** A set of unordered pairs, as one number a pair. */
function pairSet(flat: readonly number[], size: number): Set<number> {
	const pairs = new Set<number>();
	for (let i = 0; i + 1 < flat.length; i += 2)
		pairs.add(Math.min(flat[i]!, flat[i + 1]!) * size + Math.max(flat[i]!, flat[i + 1]!));
	return pairs;
}

/** Decodes `wordnet.json`, whose content tools/words/wordnet.ts describes; without it no two words are related. */
export function createDictionary(bytes: Uint8Array | undefined): Dictionary {
	if (bytes === undefined) return NONE;
	const file = JSON.parse(new TextDecoder().decode(bytes)) as File;
	const lemmas = file.lemmas.split(' ');
	const index = new Map(lemmas.map((lemma, i) => [lemma, i]));
	const antonyms = pairSet(file.antonyms, lemmas.length);
	const withAntonym = new Set(file.antonyms.map((i) => lemmas[i]));
	const derived = pairSet(file.derived, lemmas.length);
	const pair = (i: number, j: number) => Math.min(i, j) * lemmas.length + Math.max(i, j);
	const both = (a: string, b: string, test: (i: number, j: number) => boolean) => {
		const [i, j] = [index.get(a), index.get(b)];
		return i !== undefined && j !== undefined && i !== j && test(i, j);
	};
	const relatives = new Map<number, string[]>();
	for (const key of derived)
		for (const i of [Math.floor(key / lemmas.length), key % lemmas.length])
			relatives.set(i, [...(relatives.get(i) ?? []), `d${key}`]);
	const shareSense = (i: number, j: number) => {
		const theirs = file.senses[j]!;
		return file.senses[i]!.some((sense) => theirs.includes(sense));
	};
	// A hypernym of a verb is often a bare "act" or "move": only things have kinds that help.
	const isKind = (i: number, j: number) =>
		file.senses[i]!.some(
			(sense) => file.kinds[sense] === 'n' && file.senses[j]!.includes(file.parents[sense]!)
		);
	return {
		synonyms: (a, b) => both(a, b, (i, j) => derived.has(pair(i, j)) || shareSense(i, j)),
		broader: (a, b) => both(a, b, (i, j) => isKind(i, j) || isKind(j, i)),
		antonyms: (a, b) => both(a, b, (i, j) => antonyms.has(pair(i, j))),
		hasAntonym: (lemma) => withAntonym.has(lemma),
		groups(lemma) {
			const i = index.get(lemma);
			if (i === undefined) return [];
			return [...file.senses[i]!.map((sense) => `s${sense}`), ...(relatives.get(i) ?? [])];
		},
		kinds(lemma) {
			const i = index.get(lemma);
			if (i === undefined) return [];
			return file.senses[i]!.filter((sense) => file.kinds[sense] === 'n').map(
				(sense) => `s${file.parents[sense]!}`
			);
		}
	};
}
