/**
 * Learns which words introduce whose words and where these begin and end, from articles with attributions marked, and
 * writes data/lexicon/claims-attribution.json.gz. Usage: `tsx tools/train/attribution.ts ARTICLES.jsonl
 * [PREDICTIONS.jsonl]`; with the second it only writes predictions for every article by weights that were learned
 * without a fifth of the articles that it is in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { candidatesOf } from '#lib/engine/claims/attribution/candidates.ts';
import { loadCues } from '#lib/engine/claims/attribution/cues.ts';
import { findFrames } from '#lib/engine/claims/attribution/frames.ts';
import type { Range } from '#lib/engine/claims/attribution/ranges.ts';
import { SCALE, type WeightsFile } from '#lib/engine/claims/attribution/scorer.ts';
import { cueSigns, eachSign, readSheet, type Sheet } from '#lib/engine/claims/attribution/signs.ts';
import { speakerHeads, speakerSigns } from '#lib/engine/claims/attribution/speaker-signs.ts';
import { speakerOf } from '#lib/engine/claims/attribution/speakers.ts';
import { createAttributor } from '#lib/engine/claims/index.ts';
import { quotedTokens } from '#lib/engine/claims/quoted.ts';
import { makeTree, placeOf, type Tree } from '#lib/engine/claims/tree.ts';
import { createSyntax } from '#lib/engine/syntax/index.ts';
import { readText } from '#lib/engine/text/index.ts';
import { createWords } from '#lib/engine/words/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { predictionOf, type Article } from '../eval/corpora/polnear.ts';
import { fitChoices, type Group } from './softmax.ts';
import { classesOf } from './word-classes.ts';

const OUT = join('data', 'lexicon', 'claims-attribution.json.gz');
const FOLDS = 5;
const PASSES = 10;
const RATE = 0.08;
const RIDGE = 1e-4;
/** Where precision and recall meet best out of fold. */
const THRESHOLD = 0.42;
/** Signs that weigh less change nothing that can be measured. */
const LEAST_WEIGHT = 0.08;
const LEMMAS = 7000;

type Place = [number, number, ...unknown[]];
type Marked = Article & { attributions: { source: Place[]; cue: Place[]; content: Place[] }[] };
type Sentence = { article: number; tree: Tree; quoted: Int16Array };

const [input, predictions] = process.argv.slice(2);
if (input === undefined) throw new Error('Give the path of a file of articles, one JSON object a line.');
const files = loadLexicon();
const articles = readFileSync(input, 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Marked);

const syntax = createSyntax(files);
const cues = loadCues(files);
const sentences = articles.flatMap(({ text, title }, article): Sentence[] => {
	const read = readText(text, title);
	return read.sentences
		.filter(({ start, end }) => end - start <= 2000)
		.map(({ start, end }) => makeTree(text, syntax.parse(text, start, end)))
		.filter(({ tokens }) => tokens.length >= 3)
		.map((tree) => ({ article, tree, quoted: quotedTokens(tree, read.quotations) }));
});

const counts = new Map<string, number>();
for (const { tree } of sentences)
	for (const { upos, lemma } of tree.tokens)
		if (/^(?:VERB|NOUN|ADJ)$/.test(upos))
			counts.set(lemma.toLowerCase(), (counts.get(lemma.toLowerCase()) ?? 0) + 1);
const frequent = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, LEMMAS);
const classes = classesOf(
	frequent.map(([lemma]) => lemma),
	createWords(files)
);

function likeness(a: readonly Place[], b: readonly Place[]): number {
	const size = (places: readonly Place[]) => places.reduce((sum, [start, end]) => sum + end - start, 0);
	let shared = 0;
	for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
	return shared / Math.max(1, size(a) + size(b) - shared);
}

/** Who is behind a cue that was marked: the phrases that name a marked source are right, or none of them. */
function speakersOf({ article, tree }: Sentence, sheet: Sheet, cue: number, content: Range[]): Group {
	const { start, end } = tree.tokens[cue]!;
	const sources = articles[article]!.attributions.filter((marked) =>
		marked.cue.some(([s, e]) => s < end && e > start)
	).flatMap(({ source }) => source);
	const rule = speakerOf(tree, cue, findFrames(tree, cues, false));
	const heads = speakerHeads(tree, cue, content);
	return {
		signs: heads.map((head) => speakerSigns(sheet, cue, content, heads, head, rule)),
		right: heads.map((head) => {
			const token = tree.tokens[head]!;
			return sources.some(([s, e]) => s <= token.start && e >= token.end);
		})
	};
}

/** The choices of one cue; right are those nearly as like a marked content as any, as far as the sentence goes. */
function groupsOf(sentence: Sentence, sheet: Sheet, cue: number): Group[] {
	const { article, tree, quoted } = sentence;
	const candidates = candidatesOf(tree, cue, quoted);
	if (candidates.length === 0) return [];
	const { start, end } = tree.tokens[cue]!;
	const [from, to] = [tree.tokens[0]!.start, tree.tokens.at(-1)!.end];
	const places = candidates.map(({ content }) =>
		content.map((range): Place => {
			const place = placeOf(tree, range.from, range.to);
			return [place.start, place.end];
		})
	);
	const right = candidates.map(() => false);
	for (const marked of articles[article]!.attributions) {
		if (!marked.cue.some(([s, e]) => s < end && e > start)) continue;
		const content = marked.content
			.map(([s, e]): Place => [Math.max(s, from), Math.min(e, to)])
			.filter(([s, e]) => e > s);
		const likes = places.map((place) => likeness(place, content));
		const best = Math.max(...likes);
		likes.forEach((like, at) => {
			if (like >= Math.max(0.5, best - 0.1)) right[at] = true;
		});
	}
	const shared = cueSigns(sheet, cue);
	const signs = candidates.map((candidate) => {
		const own = [...shared];
		eachSign(sheet, candidate, (sign) => own.push(sign));
		return Int32Array.from(own);
	});
	const best = right.indexOf(true);
	const group = { signs, right };
	return best < 0 ? [group] : [group, speakersOf(sentence, sheet, cue, candidates[best]!.content)];
}

const groups = sentences.flatMap((sentence) => {
	const sheet = readSheet(sentence.tree, sentence.quoted, classes);
	return sentence.tree.tokens.flatMap((_, cue) => {
		return groupsOf(sentence, sheet, cue).map((group) => ({ ...group, article: sentence.article }));
	});
});
console.log(`${groups.length} cues, ${groups.filter(({ right }) => right.includes(true)).length} right ones`);

function learn(without: number): WeightsFile {
	const weights = fitChoices(
		groups.filter(({ article }) => article % FOLDS !== without),
		PASSES,
		RATE,
		RIDGE
	);
	const file: WeightsFile = {
		threshold: THRESHOLD,
		signs: [],
		weights: [],
		classes: Object.fromEntries(classes)
	};
	let last = 0;
	weights.forEach((weight, sign) => {
		if (Math.abs(weight) < LEAST_WEIGHT) return;
		file.signs.push(sign - last);
		file.weights.push(Math.max(-127, Math.min(127, Math.round(weight * SCALE))));
		last = sign;
	});
	return file;
}

const encode = (file: WeightsFile) => Buffer.from(JSON.stringify(file));
if (predictions === undefined) {
	const file = learn(-1);
	const bytes = gzipSync(encode(file), { level: 9 });
	writeFileSync(OUT, bytes);
	console.log(`${file.signs.length} weights, ${bytes.length} bytes`);
} else {
	const rows = Array.from({ length: FOLDS }, (_, fold) => {
		const read = createAttributor({ ...files, 'claims-attribution.json': encode(learn(fold)) });
		return articles.filter((_, at) => at % FOLDS === fold).map((article) => predictionOf(read, article));
	});
	writeFileSync(
		predictions,
		rows
			.flat()
			.map((row) => `${JSON.stringify(row)}\n`)
			.join('')
	);
}
