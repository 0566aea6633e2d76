import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSyntax } from '../../src/lib/engine/syntax/index.ts';
import { loadLexicon } from '../../src/lib/server/lexicon.ts';
import { readConllu } from './conllu.ts';
import { markNames, markParses, showMarks } from './score.ts';

const { values } = parseArgs({ options: { treebank: { type: 'string' }, lexicon: { type: 'string' } } });
if (values.treebank === undefined) throw new Error('Give the folder of the .conllu files: --treebank DIR.');

const files = loadLexicon(values.lexicon);
const before = memory();
let started = processorTime();
const syntax = createSyntax(files);
console.log(`load ${(processorTime() - started).toFixed(0)} ms, ${(memory() - before).toFixed(0)} MB`);

for (const part of ['ewt-dev', 'gum-dev']) {
	const gold = readConllu(join(values.treebank, `${part}.conllu`));
	const marks = markParses(gold, ({ text }) => syntax.parse(text, 0, text.length));
	let lemmas = 0;
	let same = 0;
	let tokens = 0;
	started = processorTime();
	for (const { text } of gold) tokens += syntax.parse(text, 0, text.length).length;
	const seconds = (processorTime() - started) / 1000;
	for (const { text, words } of gold) {
		const byStart = new Map(words.map((word) => [word.start, word]));
		for (const token of syntax.tag(text, 0, text.length)) {
			const word = byStart.get(token.start);
			if (word?.end !== token.end) continue;
			same++;
			if (word.lemma === token.lemma) lemmas++;
		}
	}
	const speed = `${Math.round(tokens / seconds)} tokens/s`;
	console.log(`${part}  ${showMarks(marks)}  lemmas ${(lemmas / same).toFixed(4)}  ${speed}`);
}

const named = readConllu(join(values.treebank, 'gum-dev.conllu'));
const marks = markNames(named, ({ text }) => {
	const tokens = syntax.parse(text, 0, text.length);
	return syntax.names(tokens, text).map(({ start, end, kind, score }) => ({
		start: tokens[start]!.start,
		end: tokens[end - 1]!.end,
		kind,
		score
	}));
});
for (const line of marks) console.log(line);

/** Milliseconds of processor time, which other programs on the machine do not stretch. */
function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Megabytes of the heap and of typed arrays. */
function memory(): number {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 2 ** 20;
}
