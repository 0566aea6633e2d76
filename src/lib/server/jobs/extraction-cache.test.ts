import { describe, expect, it } from 'vitest';
import { createEngine } from '#lib/engine/index.ts';
import type { Account } from '#lib/model/index.ts';
import { POST, RADIO } from '../../../../tests/support/texts.ts';
import { loadLexicon } from '../lexicon.ts';
import { ExtractionCache } from './extraction-cache.ts';

const account = (id: string, text: string): Account => ({
	id,
	source: { name: id, kind: 'outlet' },
	title: id,
	text,
	publishedAt: '2026-03-14',
	rendering: 'verbatim',
	truncated: false,
	sha256: text.slice(0, 40)
});
const event = { id: 'tram', title: 'Tram' };

describe('an event that grows', () => {
	const engine = createEngine(loadLexicon());
	const accounts = [account('post', POST), account('radio', RADIO), account('wire', RADIO.slice(0, 200))];

	it('reads only the account that was added, and compares as if all had come at once', () => {
		const read: string[] = [];
		const cache = new ExtractionCache((one) => {
			read.push(one.id);
			return engine.extract(one);
		});
		for (let count = 1; count <= accounts.length; count++) {
			const known = accounts.slice(0, count);
			const grown = engine.compare(event, known, { extract: (one) => cache.read(one) });
			expect(JSON.stringify(grown)).toBe(JSON.stringify(engine.compare(event, known)));
			expect(read).toEqual(known.map(({ id }) => id));
		}
		const without = accounts.slice(1);
		expect(engine.compare(event, without, { extract: (one) => cache.read(one) })).toEqual(
			engine.compare(event, without)
		);
		expect(read).toHaveLength(accounts.length);
	});

	it('reads an account anew when anything about it was corrected', () => {
		let reads = 0;
		const cache = new ExtractionCache((one) => {
			reads++;
			return engine.extract(one);
		});
		const one = accounts[1]!;
		for (const each of [one, { ...one, publishedAt: '2026-03-15' }, { ...one, truncated: true }, one])
			cache.read(each);
		expect(reads).toBe(3);
	});

	it('forgets what was read longest ago when there is more than it may keep', () => {
		let reads = 0;
		const size = POST.length + RADIO.length;
		const cache = new ExtractionCache((one) => {
			reads++;
			return engine.extract(one);
		}, size);
		const [post, radio, wire] = accounts;
		for (const each of [post!, radio!, post!, wire!]) cache.read(each);
		expect(reads).toBe(3);
		cache.read(post!);
		expect(reads).toBe(3);
		cache.read(radio!);
		expect(reads).toBe(4);
	});
});
