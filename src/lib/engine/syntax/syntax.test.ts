import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSyntax, type Token } from './index.ts';
import { timeWork } from '../../../../tests/support/work.ts';

const folder = join(process.cwd(), 'data', 'lexicon');
const files = Object.fromEntries(
	readdirSync(folder)
		.filter((file) => file.startsWith('syntax-') && file.endsWith('.bin.br'))
		.map((file) => [file.slice(0, -3), brotliDecompressSync(readFileSync(join(folder, file)))])
);
const syntax = createSyntax(files);
const parse = (text: string): Token[] => syntax.parse(text, 0, text.length);
const word = (text: string, token: Token | undefined): string =>
	token === undefined ? 'root' : text.slice(token.start, token.end);

function expectTree(tokens: Token[]): void {
	const roots = tokens.filter(({ head }) => head === -1);
	expect(roots.length).toBe(tokens.length === 0 ? 0 : 1);
	for (const token of tokens) {
		let steps = 0;
		for (let at = token; at.head !== -1; at = tokens[at.head]!) expect(++steps).toBeLessThan(tokens.length);
		expect(token.deprel === 'root').toBe(token.head === -1);
	}
}

describe('parse', () => {
	it('makes one tree of any text, and every token slices back', () => {
		const words = fc.constantFrom(
			'the',
			'said',
			'after',
			'one',
			'was',
			'Ms',
			'Thick',
			'has',
			'He',
			'“',
			'”',
			',',
			'.',
			"n't",
			'who',
			'which',
			'was',
			'man',
			'seen',
			'Oslo',
			'7',
			'--',
			':',
			'and'
		);
		const sentence = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));
		fc.assert(
			fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
				const tokens = parse(text);
				expectTree(tokens);
				expect(tokens.map((token) => word(text, token)).join('')).toBe(text.replace(/[\s\u200b]/gu, ''));
			}),
			{ numRuns: 400 }
		);
	});

	it.each([
		['The minister denied the report.', 'denied', 'minister', 'nsubj', 'report', 'obj'],
		['Two boats hit the old pier on Friday.', 'hit', 'boats', 'nsubj', 'pier', 'obj'],
		['She will sell her house.', 'sell', 'She', 'nsubj', 'house', 'obj'],
		['“We need new boats,” the captain told the crew.', 'told', 'captain', 'nsubj', 'crew', 'iobj']
	])('finds the subject and the object of “%s”', (text, verb, ...relations) => {
		const tokens = parse(text);
		for (let i = 0; i < relations.length; i += 2) {
			const token = tokens.find((candidate) => word(text, candidate) === relations[i]);
			expect(token?.deprel).toBe(relations[i + 1]);
			expect(word(text, tokens[token!.head])).toBe(verb);
		}
	});

	it('finds the passive subject and its agent', () => {
		const text = 'The road was closed by the police.';
		const labels = Object.fromEntries(parse(text).map((token) => [word(text, token), token.deprel]));
		expect(labels).toMatchObject({
			road: 'nsubj:pass',
			was: 'aux:pass',
			closed: 'root',
			police: 'obl:agent'
		});
	});

	it('gives curly and straight quotes the same tags, lemmas and heads', () => {
		for (const curly of [
			'“We won’t leave,” the captain’s wife said.',
			'It’s “a mistake”, he’d told them; they didn’t agree.',
			'The men’s boat — the “Alma” — sank.'
		]) {
			const straight = curly.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
			const plain = (tokens: Token[]): Token[] =>
				tokens.map((token) => ({ ...token, lemma: token.lemma.replace(/[“”]/g, '"').replace(/’/g, "'") }));
			expect(plain(parse(curly))).toEqual(plain(parse(straight)));
		}
	});

	it('reads a part of a text as that part alone, with offsets into the whole', () => {
		const text = 'It rained. The dam broke at noon. They fled.';
		const start = text.indexOf('The');
		const end = text.indexOf(' They');
		const alone = parse(text.slice(start, end));
		const inside = syntax.parse(text, start, end);
		expect(inside).toEqual(
			alone.map((token) => ({ ...token, start: token.start + start, end: token.end + start }))
		);
	});

	it.each([
		['pushed', 'Police say that the man, who has not been named, was pushed from the bridge by two others.'],
		['hit', 'Officials believe the tanker, which was carrying fuel for the island, hit a sandbank.'],
		[
			'reported',
			'The wheels of the tram that ran into another one near the harbour on Tuesday morning had been reported as loose, a clerk has told the Gull.'
		],
		[
			'seized',
			'The envoy, who had earlier pulled the town out of the deal, seized on the quiet to call for new talks.'
		],
		[
			'campaigned',
			'The envoy, who is up for election in June, campaigned on a promise to close the old dam.'
		],
		['arrested', 'The two men, both of whom live in Salem, were arrested on Monday.']
	])('hangs “%s” behind a clause between commas on the noun before it', (verb, text) => {
		const tokens = parse(text);
		const at = tokens.findIndex((token) => word(text, token) === verb);
		const subject = tokens.find(({ head, deprel }) => head === at && deprel.startsWith('nsubj'));
		expect(word(text, subject)).toMatch(/^(?:man|tanker|men|wheels|envoy)$/);
		expectTree(tokens);
	});

	it.each([
		['“The gate is shut,” Dan Orlo replies.', 'replies'],
		['The union blames the operator for the flood, which the operator denies.', 'denies']
	])('takes the last word of %s for a verb', (text, last) => {
		const verb = parse(text).find((token) => word(text, token) === last);
		expect(verb).toMatchObject({ upos: 'VERB', xpos: 'VBZ' });
	});

	it('takes “shot” behind a name for what was done', () => {
		const text = 'Iran shot down an unmanned balloon over the strait on Monday.';
		expect(parse(text)[1]).toMatchObject({ upos: 'VERB', xpos: 'VBD', deprel: 'root' });
	});

	it.each([
		['Protesters storm Town Hall in library row', 'storm', 'VBP', 'root'],
		['The blast left at least 19 injured.', 'injured', 'VBN', null],
		['The ministry said the state had "launched more than a dozen missiles."', 'launched', 'VBN', 'ccomp'],
		['Its drone, shot down last week, was new.', 'shot', 'VBN', null],
		['They helped each other, and that made our work easier.', 'that', 'DT', 'nsubj'],
		['Reyes denies the students made rude remarks.', 'made', 'VBD', 'ccomp'],
		['A tram ran into a van at five past seven.', 'past', 'IN', 'case'],
		['The port disputes that figure.', 'disputes', 'VBZ', 'root'],
		['Police denied media reports that a cook had left.', 'denied', 'VBD', 'root'],
		['Police denied media reports that a cook had left.', 'reports', 'NNS', 'obj'],
		['The council doubts that the dam leaks.', 'that', 'IN', 'mark'],
		['The charity Open Wards is alarmed.', 'Open', 'NNP', null],
		['His sister, Keisha Price, confirmed to our crew that it was late.', 'confirmed', 'VBD', 'root'],
		['Orlo rejected the claim that nobody had let him in.', 'that', 'IN', 'mark'],
		['Farmers accused the ministry of wrongly suggesting it.', 'suggesting', 'VBG', 'advcl'],
		['Herb Dooley was calm.', 'Herb', 'NNP', 'nsubj'],
		['The north wants the war declared over; Moon speaks of a visit', 'speaks', 'VBZ', 'parataxis']
	])('reads in “%s” what “%s” is', (text, form, xpos, deprel) => {
		const token = parse(text).find((one) => word(text, one) === form)!;
		expect(token.xpos).toBe(xpos);
		if (deprel !== null) expect(token.deprel).toBe(deprel);
	});

	it('gives the same answer whatever it has read before', () => {
		const text = 'The court freed all three of them.';
		const before = parse(text);
		parse('word '.repeat(240));
		parse('“Stop!” they cried (all at once) -- and ran.');
		expect(parse(text)).toEqual(before);
	});

	it('leaves the heads of an endless run of words flat, in time in step with its length', async () => {
		const text = 'and the '.repeat(50_000);
		const { seconds, result: tokens } = await timeWork(() => parse(text));
		expect(seconds).toBeLessThan(20);
		expect(tokens.length).toBe(100_000);
		expect(tokens.slice(1).every(({ head }) => head === 0)).toBe(true);
	}, 120_000);
});

describe('tag', () => {
	it.each([
		['They were running', 'running', 'VERB', 'run'],
		['She hoped so', 'hoped', 'VERB', 'hope'],
		['He stopped', 'stopped', 'VERB', 'stop'],
		['The cities grew', 'cities', 'NOUN', 'city'],
		['Nobody knew the children', 'children', 'NOUN', 'child'],
		['It is bigger than mine', 'bigger', 'ADJ', 'big'],
		['They don’t care', 'n’t', 'PART', 'not'],
		['The firm has been sold', 'been', 'AUX', 'be'],
		['He said that she tries', 'tries', 'VERB', 'try'],
		['The quake shook the mill.', 'shook', 'VERB', 'shake'],
		['The judge freed the baker.', 'freed', 'VERB', 'free'],
		['They shot the balloon down.', 'shot', 'VERB', 'shoot'],
		['The crew fled in a boat.', 'fled', 'VERB', 'flee'],
		['They tied the boat to a tree.', 'tied', 'VERB', 'tie']
	])('of “%s” gives the word class and the lemma of “%s”', (text, form, upos, lemma) => {
		const token = syntax.tag(text, 0, text.length).find((candidate) => word(text, candidate) === form);
		expect(token).toMatchObject({ upos, lemma });
	});
});

describe('names', () => {
	const names = (text: string): [string, string][] => {
		const tokens = parse(text);
		return syntax
			.names(tokens, text)
			.map(({ start, end, kind }) => [text.slice(tokens[start]!.start, tokens[end - 1]!.end), kind]);
	};

	it.each<[string, [string, string][]]>([
		[
			'Maria Keller lives in Norway.',
			[
				['Maria Keller', 'person'],
				['Norway', 'place']
			]
		],
		['He left the University of Leeds in May.', [['University of Leeds', 'organisation']]],
		['The old bridge was closed again.', []]
	])('finds who and what “%s” names', (text, expected) => {
		expect(names(text)).toEqual(expected);
	});

	it('never overlap, lie inside the tokens and have a score between 0 and 1', () => {
		const words = fc.constantFrom(
			'Anna',
			'Berg',
			'of',
			'the',
			'Bank',
			'in',
			'Paris',
			'said',
			',',
			'Mr.',
			'US',
			'“',
			'.'
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 25 }), (list) => {
				const text = list.join(' ');
				const tokens = parse(text);
				let last = 0;
				for (const { start, end, score } of syntax.names(tokens, text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(score).toBeGreaterThan(0);
					expect(score).toBeLessThan(1);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(tokens.length);
			})
		);
	});
});
