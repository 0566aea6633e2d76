import { createHash } from 'node:crypto';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	effectiveReviews,
	withoutDrafts,
	type Comparison,
	type Edition,
	type Event,
	type FailureCode,
	type Review
} from '#lib/model/index.ts';
import { comparisonJson, eventBundle, evidenceOf } from '#lib/server/export/index.ts';
import { memoryStore } from '#lib/server/store/index.ts';
import { must } from '#lib/server/store/invented.ts';
import { inventedComparison, inventedEvent } from '../../../../tests/support/invented-event.ts';
import { timeWork } from '../../../../tests/support/work.ts';
import { bundledEvent, readBundle } from './bundle.ts';
import { readZip } from './zip.ts';

const MB = 1024 * 1024;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const accounts = inventedEvent.accounts.map((one) => ({ ...one, sha256: hash(one.text) }));
const comparison: Comparison = {
	...inventedComparison,
	accounts: inventedComparison.accounts.map((one) => ({
		...one,
		sha256: accounts.find(({ id }) => id === one.id)!.sha256
	}))
};
const [account] = accounts;
const words = account!.text.slice(0, 9);
const reviews: Review[] = [
	{
		id: 'r1',
		who: 'Ines',
		at: '2030-01-01T00:00:00.000Z',
		why: 'Seen twice: “once”, <b>twice</b>',
		decision: { kind: 'hide', claim: { account: account!.id, start: 0, end: 9, words } }
	},
	{ id: 'r2', who: 'Omar', at: '2030-01-01T00:01:00.000Z', decision: { kind: 'undo', review: 'r1' } }
];
const earlier = `${account!.text} Nobody was hurt.`;
const editions: Edition[] = [
	{
		id: `${account!.id}@1`,
		account: { ...account!, text: earlier, sha256: hash(earlier) },
		until: '2030-01-01T00:00:00.000Z'
	}
];
const event: Event = { ...inventedEvent, accounts, editions, comparison, reviews };

let zip: Uint8Array;
let seal: string;
beforeAll(() => {
	({ bytes: zip, seal } = eventBundle(event));
});

/** The bundle with files changed, added, or taken out (`null`). */
function altered(files: Record<string, string | Uint8Array | null>): Uint8Array {
	const entries = new Map<string, Uint8Array>(Object.entries(unzipSync(zip)));
	for (const [name, content] of Object.entries(files)) {
		if (content === null) entries.delete(name);
		else entries.set(name, typeof content === 'string' ? strToU8(content) : content);
	}
	// Unpacked, so that what is refused is refused for itself and not for its ratio.
	return zipSync(Object.fromEntries(entries), { level: 0 });
}

const fileOf = (name: string) => strFromU8(unzipSync(zip)[name]!);

describe('a bundle', () => {
	it('comes back as the same event, its comparison byte for byte and every review', async () => {
		const read = must(readBundle(zip));
		const kept = must(await memoryStore().create(bundledEvent(read)));
		expect(comparisonJson(kept.comparison!)).toBe(comparisonJson(comparison));
		expect(kept.reviews).toEqual(reviews);
		expect(kept.accounts).toEqual(event.accounts);
		expect(kept.editions).toEqual(editions);
		expect([kept.name, kept.title, kept.what]).toEqual([event.name, event.title, event.what]);
		expect(read.seal).toBe(seal);
	});

	it('is the same bytes for the same event', () => {
		expect(eventBundle(structuredClone(event)).bytes).toEqual(zip);
	});

	it('is found one folder down, as unpacked and packed again by hand', () => {
		const inFolder = Object.fromEntries(
			Object.entries(unzipSync(zip)).map(([name, bytes]) => [`crane/${name}`, bytes])
		);
		expect(must(readBundle(zipSync(inFolder))).seal).toBe(seal);
	});

	it('holds the folder that is compared anew, with hashes that anyone can check', () => {
		const folder = JSON.parse(fileOf('event.json')) as { accounts: { file: string }[] };
		for (const { file } of folder.accounts) expect(fileOf('SHA256SUMS')).toContain(`  ${file}\n`);
	});

	it('is not taken for a folder of accounts, which would lose its reviews', async () => {
		expect(await readZip(zip)).toMatchObject({ ok: false, failure: { code: 'is_bundle' } });
	});
});

const first = `texts/${account!.id}.txt`;
const before = `texts/${account!.id}@1.txt`;
/** The bundle of somebody who changed a file and its hash in the list. */
const resummed = (name: string, content: string): Uint8Array => {
	const sums = fileOf('SHA256SUMS').replace(
		new RegExp(`[0-9a-f]{64}  ${name}\n`),
		`${hash(content)}  ${name}\n`
	);
	return altered({ [name]: content, SHA256SUMS: sums });
};

const CASES: [what: string, code: FailureCode, name: string | undefined, make: () => Uint8Array][] = [
	['a changed letter in a text', 'bundle_changed', first, () => altered({ [first]: `${account!.text}.` })],
	['a text changed with its hash', 'bundle_changed', first, () => resummed(first, 'Nothing fell at all.')],
	['a missing text', 'bundle_missing', first, () => altered({ [first]: null })],
	['a changed earlier edition', 'bundle_changed', before, () => altered({ [before]: account!.text })],
	['a missing earlier edition', 'bundle_missing', before, () => altered({ [before]: null })],
	['a missing comparison', 'bundle_missing', 'comparison.json', () => altered({ 'comparison.json': null })],
	['missing reviews', 'bundle_missing', 'reviews.json', () => altered({ 'reviews.json': null })],
	['no list of hashes', 'bundle_missing', 'SHA256SUMS', () => altered({ SHA256SUMS: null })],
	['a list that is none', 'bundle_changed', 'SHA256SUMS', () => altered({ SHA256SUMS: 'all fine' })],
	['reviews taken away', 'bundle_changed', 'reviews.json', () => altered({ 'reviews.json': '[]' })],
	[
		'a comparison that puts words into a text, hash and all',
		'bundle_changed',
		'comparison.json',
		() =>
			resummed(
				'comparison.json',
				fileOf('comparison.json').replace(
					'At least 28 people were treated',
					'At least 82 people were treated'
				)
			)
	],
	['a file more', 'bundle_foreign', 'notes.txt', () => altered({ 'notes.txt': 'x' })],
	['no manifest', 'not_a_bundle', undefined, () => altered({ 'bundle.json': null })],
	[
		'a manifest of a later Lateral',
		'schema_newer',
		undefined,
		() => resummed('bundle.json', '{"format":"lateral-bundle/9"}')
	],
	[
		'a manifest with __proto__',
		'json_forbidden_key',
		'__proto__',
		() => resummed('bundle.json', '{"__proto__":{}}')
	],
	[
		'reviews nested 20,000 deep',
		'json_too_deep',
		'reviews.json',
		() => resummed('reviews.json', '['.repeat(20_000) + ']'.repeat(20_000))
	],
	[
		'reviews with four million values',
		'json_too_large',
		'reviews.json',
		() => resummed('reviews.json', `[${'"",'.repeat(4_000_000)}0]`)
	],
	[
		'a file that is there twice',
		'import_twice',
		first,
		() =>
			Buffer.from(
				zipSync({ [first]: strToU8(account!.text), ['x'.repeat(first.length)]: strToU8('Other.') })
					.reduce((text, byte) => text + String.fromCharCode(byte), '')
					.replaceAll('x'.repeat(first.length), first),
				'latin1'
			)
	],
	['a name that leaves the zip', 'import_bad_name', '../../x', () => altered({ '../../x': 'x' })],
	['a zip bomb', 'import_too_large', undefined, () => zipSync({ [first]: new Uint8Array(16 * MB) })],
	['a page named .zip', 'not_a_zip', undefined, () => strToU8('<html>')],
	['a zip cut short', 'not_a_zip', undefined, () => zip.slice(0, zip.length / 2)]
];

describe('a bundle with a fault', () => {
	it.each(CASES)('%s is refused by name, in under a second', async (_what, code, name, make) => {
		const made = make();
		const { seconds, result } = await timeWork(() => readBundle(made));
		expect(result).toMatchObject({ ok: false, failure: { code, ...(name ? { detail: { name } } : {}) } });
		expect(seconds).toBeLessThan(1);
	});
});

describe('what leaves the house', () => {
	const own = {
		...account!,
		id: '99-own',
		rendering: 'draft' as const,
		source: { name: 'Me', kind: 'person' as const }
	};
	const gone = { ...account!, id: '98-gone' };
	const before = (of: typeof gone) => ({ id: `${of.id}@1`, account: of, until: '2030-01-01T00:00:00.000Z' });
	const whole: Event = {
		...event,
		editions: [...editions, before(own), before(gone)],
		accounts: [...event.accounts, own],
		removed: [gone],
		reviews: [
			...reviews,
			{
				id: 'r3',
				who: 'Ines',
				at: '2030-01-01T00:02:00.000Z',
				decision: { kind: 'hide', claim: { account: own.id, start: 0, end: 9, words } }
			},
			{ id: 'r4', who: 'Ines', at: '2030-01-01T00:03:00.000Z', decision: { kind: 'undo', review: 'r3' } }
		]
	};

	it('is compared anew where its comparison is of other accounts, without what was taken out or is a draft', async () => {
		const asked: string[][] = [];
		const evidence = must(
			await evidenceOf(withoutDrafts({ ...whole, comparison: null }), (request) => {
				asked.push([...request.accounts, ...request.editions, ...request.reviews].map(({ id }) => id));
				return Promise.resolve({ ok: true, value: comparison });
			})
		);
		const read = must(readBundle(eventBundle(evidence).bytes));
		expect(read.accounts).toEqual(event.accounts);
		expect(read.reviews).toEqual(reviews);
		expect(read.editions).toEqual(editions);
		expect(asked).toEqual([
			[...event.accounts, ...editions, ...effectiveReviews(reviews)].map(({ id }) => id)
		]);
	});
});
