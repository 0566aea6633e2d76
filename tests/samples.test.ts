import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGold } from '../tools/eval/gold.ts';
import { readFolders, SAMPLES } from '../tools/eval/samples.ts';

const folders = await readFolders(SAMPLES);

it('an installation starts with three events', () => {
	expect(folders.map(({ id }) => id)).toEqual([
		'fourth-trip-to-pyongyang',
		'harbour-tram-collision',
		'march-for-the-libraries'
	]);
});

describe.each(folders)('$id', ({ dir, accounts }) => {
	const gold = readGold(dir, accounts);
	const claims = gold.lines.flatMap((line) => line.claims);

	it('has a title as the first line of every account, then a blank line, then the text', () => {
		for (const { title, text } of accounts) expect(text.split('\n', 3).slice(0, 2)).toEqual([title, '']);
	});

	it('lists its accounts in the order in which they were published', () => {
		const dates = accounts.map(({ publishedAt }) => publishedAt!);
		expect(dates).toEqual([...dates].sort());
	});

	it('never shows a summary of ours as the words of a source', () => {
		const invented = dir.endsWith('pyongyang') ? 'summary' : 'verbatim';
		expect(new Set(accounts.map(({ rendering }) => rendering))).toEqual(new Set([invented]));
	});

	it('quotes in its gold what its accounts say, word for word', () => {
		const texts = new Map(accounts.map(({ id, text }) => [id, text]));
		const { lines } = JSON.parse(readFileSync(join(dir, 'gold.json'), 'utf8')) as {
			lines: { claims: { words: string }[] }[];
		};
		expect(claims.map(({ account, start, end }) => texts.get(account)!.slice(start, end))).toEqual(
			lines.flatMap((line) => line.claims.map(({ words }) => words))
		);
	});

	it('names as conflicts only claims that speak to one another', () => {
		for (const { a, b } of gold.conflicts) {
			for (const x of a) for (const y of b) expect([x.account, x.holder]).not.toEqual([y.account, y.holder]);
			expect(a.filter((claim) => b.includes(claim))).toEqual([]);
		}
	});

	it('calls no pair of claims two things at once', () => {
		const named = [gold.conflicts, gold.updates, gold.nearMisses].map(
			(pairs) =>
				new Set(pairs.flatMap(({ a, b }) => a.flatMap((x) => b.map((y) => [x.id, y.id].sort().join(' ')))))
		);
		for (const [index, one] of named.entries()) {
			for (const other of named.slice(index + 1))
				expect([...one].filter((pair) => other.has(pair))).toEqual([]);
		}
	});

	it('counts no more origins than a line has claims, and no account twice under one id', () => {
		for (const line of gold.lines) expect(line.origins).toBeLessThanOrEqual(line.claims.length);
		expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
	});
});

it('no sample is left without its gold', () => {
	for (const { dir } of folders) expect(existsSync(join(dir, 'gold.json'))).toBe(true);
});
