import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { readAccount } from './account-reading.ts';
import { indexComparison } from './comparison-index.ts';
import { contextOf } from './context.ts';
import { lineDetail } from './line-detail.ts';
import { paragraphs, segments } from './segments.ts';

const index = indexComparison(inventedComparison);
const accounts = new Map(inventedEvent.accounts.map((account) => [account.id, account]));

const anyText = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '\n', '”', 'é'), maxLength: 60 });
const textWithSpans = anyText.chain((text) => {
	const span = fc
		.tuple(fc.nat(text.length), fc.nat(text.length))
		.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
	return fc.tuple(fc.constant(text), fc.array(span, { maxLength: 6 }));
});

describe('a text cut at its marks', () => {
	it('is the same text when its runs are joined, however the marks overlap', () => {
		fc.assert(
			fc.property(textWithSpans, ([text, marks]) => {
				const runs = segments(text, { start: 0, end: text.length }, marks);
				expect(runs.map((run) => run.text).join('')).toBe(text);
			})
		);
	});

	it('has on each run exactly the marks that cover it', () => {
		fc.assert(
			fc.property(textWithSpans, ([text, marks]) => {
				for (const run of segments(text, { start: 0, end: text.length }, marks)) {
					const covering = marks.filter(
						(mark) => mark.start <= run.start && mark.end >= run.end && mark.end > mark.start
					);
					expect(new Set(run.marks)).toEqual(new Set(covering));
				}
			})
		);
	});

	it('has every word in some paragraph', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const joined = paragraphs(text).map(({ start, end }) => text.slice(start, end));
				expect(joined.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			})
		);
	});
});

describe('the context of a claim', () => {
	const text =
		'Title\n\nFirst one here. Second one here. The claim stands here. Next one here. Last one here.\nOther.';
	const start = text.indexOf('The claim');
	const context = contextOf(text, { start, end: start + 'The claim stands'.length });

	it('is its sentence with the one before and the one after', () => {
		expect(text.slice(context.start, context.end).trim()).toBe(
			'Second one here. The claim stands here. Next one here.'
		);
	});

	it('always holds the claim, and never reaches far', () => {
		fc.assert(
			fc.property(textWithSpans, ([long, [span]]) => {
				if (!span) return;
				const found = contextOf(long.repeat(40), span);
				expect(found.start).toBeLessThanOrEqual(span.start);
				expect(found.end).toBeGreaterThanOrEqual(span.end);
				expect(found.end - found.start).toBeLessThanOrEqual(span.end - span.start + 2 * 320);
			})
		);
	});
});

describe('the panel', () => {
	const hurt = index.lines.get('hurt')!;

	it('shows the exact words marked, and the value and the source inside them', () => {
		const [claim] = lineDetail(hurt, index, accounts, { column: '04-lantern' }).claims;
		const kinds = (kind: string) =>
			claim?.context
				.filter((run) => run.marks.some((mark) => mark.kind === kind))
				.map((run) => run.text)
				.join('');
		expect(kinds('claim')).toBe('more than 40 people were hurt');
		expect(kinds('value')).toBe('more than 40');
		expect(kinds('source')).toBe('onlookers');
	});

	it('puts conflicts first and names together those who conflict for the same reason', () => {
		const [claim] = lineDetail(hurt, index, accounts, { column: '04-lantern' }).claims;
		expect(claim?.relations.map(({ kind, names }) => [kind, names])).toEqual([
			['conflicts', ['Tarn Courier', 'Radio Lode']],
			['conflicts', ['Ostrand Build']],
			['differs', ['Tarn Fire Brigade']]
		]);
	});

	it('marks the words of a summary as ours', () => {
		expect(lineDetail(hurt, index, accounts, { column: '06-builder' }).claims[0]?.summary).toBe(true);
		expect(lineDetail(hurt, index, accounts, { column: '03-courier' }).claims[0]?.summary).toBe(false);
	});

	it('says whether an empty cell is silence or not known', () => {
		const alarm = index.lines.get('alarm')!;
		expect(lineDetail(alarm, index, accounts, { column: '01-brigade' }).gap).toBe('silent');
		expect(lineDetail(alarm, index, accounts, { column: '05-radio' }).gap).toBe('unknown');
	});

	it('lists all wordings in order of publication', () => {
		const published = lineDetail(hurt, index, accounts, {}).wordings.map((wording) => wording.publishedAt);
		expect(published).toEqual([...published].sort());
		expect(published).toHaveLength(7);
	});
});

describe('an account to be read', () => {
	it('has its whole text, with each claim at its exact words', () => {
		for (const account of inventedEvent.accounts) {
			const { paragraphs: parts } = readAccount(account, index);
			const text = parts.flatMap((part) => part.segments.map((run) => run.text)).join('');
			expect(text.replace(/\s/g, '')).toBe(account.text.replace(/\s/g, ''));
			for (const claim of inventedComparison.claims.filter((one) => one.account === account.id)) {
				const runs = parts
					.flatMap((part) => part.segments)
					.filter((run) => run.marks.some((mark) => mark.claim === claim.id));
				expect(runs.map((run) => run.text).join('')).toBe(claim.text);
			}
		}
	});

	it('lists what it alone reports, and what others with two origins say and it does not', () => {
		const reading = readAccount(accounts.get('03-courier')!, index);
		expect(reading.alone.map((line) => line.line)).toEqual(['shut']);
		expect(reading.silent.map((line) => line.line)).toEqual(['fell', 'killed']);
	});
});
