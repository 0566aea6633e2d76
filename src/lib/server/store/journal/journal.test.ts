import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '#lib/model/index.ts';
import { testAccount, testComparison, testDraft, testReview } from '../invented.ts';
import { changeBetween, withChange } from './change.ts';
import { jsonPieces } from './json-pieces.ts';
import { encodeHeader, encodeMark, MARK_AT, readJournal } from './journal.ts';
import { encodeLine } from './record.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** A journal of some renames, and the place after each. */
async function journalOf(titles: string[]) {
	const head = encodeHeader({ journal: 2, event: ID, generation: 1, base: 1, epoch: 3 });
	const lines = await Promise.all(
		titles.map((title, index) =>
			encodeLine({ seq: index + 1, epoch: 3, at: '2030-01-01', change: { set: { title } } })
		)
	);
	const bytes = Buffer.concat([head, ...lines]);
	const ends = lines.map((_, index) => head.length + Buffer.concat(lines.slice(0, index + 1)).length);
	encodeMark(bytes.length).copy(bytes, MARK_AT);
	return { bytes, head: head.length, ends };
}

const titlesIn = (bytes: Buffer) => readJournal(bytes, ID, 1).records.map(({ change }) => change.set?.title);

describe('a journal', () => {
	it('gives exactly the whole records wherever it was cut, and says that acknowledged ones are missing', async () => {
		const titles = ['Mill', 'Mühle', 'Mill “shut”'];
		const { bytes, ends } = await journalOf(titles);
		for (let length = 0; length < bytes.length; length++) {
			const cut = bytes.subarray(0, length);
			expect(titlesIn(cut)).toEqual(titles.filter((_, index) => ends[index]! <= length));
			const { isShort, isHeadWrong } = readJournal(cut, ID, 1);
			expect(isShort || isHeadWrong).toBe(true);
		}
	});

	it('notices every changed bit, and gives no record that was not written', async () => {
		const titles = ['Mill', 'Mühle', 'Mill “shut”'];
		const { bytes } = await journalOf(titles);
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			const flipped = Buffer.from(bytes);
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			const { isShort, isHeadWrong } = readJournal(flipped, ID, 1);
			if (!isShort && !isHeadWrong) throw new Error(`bit ${bit} went unnoticed`);
			expect(titles.slice(0, titlesIn(flipped).length)).toEqual(titlesIn(flipped));
		}
	});

	it('takes a half written end that nobody was told of for what it is', async () => {
		const { bytes, ends } = await journalOf(['Mill', 'Mill shut']);
		encodeMark(ends[0]!).copy(bytes, MARK_AT);
		const journal = readJournal(bytes.subarray(0, bytes.length - 3), ID, 1);
		expect(journal).toMatchObject({ isShort: false, isHeadWrong: false, hasTail: true, end: ends[0] });
	});
});

describe('a snapshot', () => {
	it('is nothing when a bit of it changed, a byte of it is missing, or it is another’s', async () => {
		const state: Event = {
			...testDraft(),
			schema: 1,
			id: ID,
			createdAt: '2030',
			changedAt: '2030',
			removed: []
		};
		const whole = await encodeSnapshot({ snapshot: 2, event: ID, generation: 1, seq: 4, state });
		expect(decodeSnapshot(whole, ID, 1)?.state).toEqual(state);
		for (let bit = 0; bit < whole.length * 8; bit++) {
			const flipped = Buffer.from(whole);
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			if (decodeSnapshot(flipped, ID, 1) !== null) throw new Error(`bit ${bit} went unnoticed`);
		}
		for (let length = 0; length < whole.length; length++)
			if (decodeSnapshot(whole.subarray(0, length), ID, 1) !== null)
				throw new Error(`a cut at ${length} went unnoticed`);
		expect(decodeSnapshot(whole, ID, 2)).toBeNull();
	});
});

describe('a change', () => {
	const accounts = ['a', 'b', 'c', 'd'].map((id) => testAccount(id));
	const reviews = ['r1', 'r2', 'r3'].map((id) => testReview(id));
	const events: fc.Arbitrary<Event> = fc.record(
		{
			schema: fc.constant(1 as const),
			id: fc.constant(ID),
			name: fc.constant('mill'),
			title: fc.string(),
			createdAt: fc.constant('2030'),
			changedAt: fc.string(),
			what: fc.string(),
			deletedAt: fc.string(),
			accounts: fc.shuffledSubarray(accounts),
			removed: fc.shuffledSubarray(accounts),
			reviews: fc.shuffledSubarray(reviews),
			comparison: fc.constantFrom(null, testComparison())
		},
		{
			requiredKeys: [
				'schema',
				'id',
				'name',
				'title',
				'createdAt',
				'changedAt',
				'accounts',
				'removed',
				'comparison'
			]
		}
	);

	it('makes the second state of any two out of the first, also after it was on disk', () => {
		fc.assert(
			fc.property(events, events, (before, after) => {
				const kept = JSON.parse(JSON.stringify(changeBetween(before, after))) as ReturnType<
					typeof changeBetween
				>;
				expect(withChange(before, kept)).toEqual(after);
			})
		);
	});
});

describe('JSON in pieces', () => {
	it('joins to what is written at once', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(6), (value, depth) => {
				expect([...jsonPieces(value, depth)].join('')).toBe(JSON.stringify(value));
			})
		);
	});
});
