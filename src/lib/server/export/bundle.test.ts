import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createEngine } from '#lib/engine/index.ts';
import { anchorOf, effectiveReviews, type Account, type Review } from '#lib/model/index.ts';
import { readBundle } from '../ingest/index.ts';
import { loadLexicon } from '../lexicon.ts';
import { must } from '../store/invented.ts';
import { eventBundle } from './bundle.ts';
import { comparisonJson } from './json.ts';

function accountOf(id: string, text: string): Account {
	return {
		id,
		source: { name: `${id} post`, kind: 'outlet' },
		title: 'Mill closes',
		text,
		rendering: 'verbatim',
		truncated: false,
		sha256: createHash('sha256').update(text).digest('hex')
	};
}

it('what is read from a bundle is compared to the same bytes, with earlier editions and decisions', () => {
	const engine = createEngine(loadLexicon());
	const event = { id: 'mill', title: 'The mill' };
	const accounts = [
		accountOf(
			'north',
			'Mill closes\n\nThe mill on Ash Street closed on Monday. Forty people lost their jobs.'
		),
		accountOf('south', 'Mill shut\n\nThe mill on Ash Street closed on Tuesday. Sixty people lost their jobs.')
	];
	const before = accountOf('north', 'Mill closes\n\nThe mill on Ash Street closed on Sunday.');
	const editions = [{ id: 'north@1', account: before, until: '2030-01-01T00:00:00.000Z' }];
	const [claim] = engine.compare(event, accounts).claims;
	const reviews: Review[] = [
		{
			id: 'r1',
			who: 'Ines',
			at: '2030-01-02T00:00:00.000Z',
			decision: { kind: 'rename', claim: anchorOf(claim!), title: 'When the mill closed' }
		}
	];
	const comparison = engine.compare(event, accounts, { editions, reviews: effectiveReviews(reviews) });
	expect(comparison.lines.map(({ title }) => title)).toContain('When the mill closed');
	expect(comparison.editions?.[0]?.changes).not.toEqual([]);

	const kept = { name: event.id, title: event.title, createdAt: '', changedAt: '' };
	const read = must(readBundle(eventBundle({ ...kept, accounts, editions, reviews, comparison }).bytes));
	expect(comparisonJson(read.comparison!)).toBe(comparisonJson(comparison));
	const again = engine.compare({ id: read.event.name, title: read.event.title }, read.accounts, {
		editions: read.editions,
		reviews: effectiveReviews(read.reviews)
	});
	expect(comparisonJson(again)).toBe(comparisonJson(comparison));
});
