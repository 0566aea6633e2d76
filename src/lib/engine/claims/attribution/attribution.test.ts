import { describe, expect, it } from 'vitest';
import { createAttributor, createExtractor } from '../index.ts';
import { lexicon } from '../../../../../tests/support/lexicon.ts';
import { heraldAccount } from '../../../../../tests/support/read-claims.ts';

const attribute = createAttributor(lexicon);
const extract = createExtractor(lexicon);
const { 'claims-attribution.json': _, ...ruled } = lexicon;
const byRules = createExtractor(ruled);

function said(body: string): [string, string][] {
	const read = heraldAccount(body);
	const words = (spans: { start: number; end: number }[]) =>
		spans.map(({ start, end }) => read.text.slice(start, end)).join(' … ');
	return attribute(read).map(({ source, content }) => [words(source), words(content)]);
}

describe('finding who says what', () => {
	it.each([
		[
			'The ferry will stop at noon, the harbour office said.',
			'the harbour office',
			'The ferry will stop at noon'
		],
		['Ana Lopez warned that the pier could fall.', 'Ana Lopez', 'the pier could fall'],
		['According to the coast guard, two boats sank.', 'the coast guard', 'two boats sank'],
		['The mayor backs a new bridge.', 'The mayor', 'a new bridge']
	])('%s', (body, source, content) => {
		expect(said(body)).toEqual([[source, content]]);
	});

	it('finds nothing in sentences that nobody is said to say', () => {
		expect(said('The ferry left at noon. Rain fell on the pier all day.')).toEqual([]);
	});

	it('lets a quotation run on over the sentences after it, and no further', () => {
		const [first] = said(
			'“The pier is closed,” Ana Lopez said. “It is not safe. We will mend it.” Rain fell.'
		);
		expect(first![0]).toBe('Ana Lopez');
		expect(first![1]).toMatch(/The pier is closed/);
		expect(first![1]).toMatch(/We will mend it/);
		expect(first![1]).not.toMatch(/Rain/);
	});

	it('never gives a quotation to somebody whom it only mentions', () => {
		const { claims } = extract(heraldAccount('“I love this pier, and so does my mother,” said Ana Lopez.'));
		expect(new Set(claims.map(({ holder }) => holder))).toEqual(new Set(['Ana Lopez']));
	});

	it('works by its rules alone where the learned weights are missing', () => {
		const body = 'Ana Lopez said that the pier was closed on Sunday.';
		const holders = (read: typeof extract) => read(heraldAccount(body)).claims.map(({ holder }) => holder);
		expect(holders(byRules)).toContain('Ana Lopez');
		expect(holders(byRules)).toEqual(holders(extract));
	});

	it('knows a body again by the noun that introduced it, where only one is meant', () => {
		const holders = (body: string) => extract(heraldAccount(body)).claims.map(({ holder }) => holder);
		expect(
			holders('Lakeside Ferries, the operator, was fined. The operator said the boats were safe.').at(-1)
		).toBe('Lakeside Ferries');
		expect(
			holders(
				'Lakeside Ferries, the operator, was fined. The operator, Hillside Trams, was not. The operator said the boats were safe.'
			).at(-1)
		).toBe('operator');
	});

	it('takes what somebody has not said for nobody’s statement', () => {
		const { claims } = extract(
			heraldAccount('The council has not said whether the bridge will open again in May.')
		);
		expect(claims.map(({ voice, certainty }) => [voice, certainty])).toEqual([['own', 'hedged']]);
	});

	it.each([
		['A spokesman for the harbour office said three boats sank.', 'spokesman for the harbour office'],
		['Ana Lopez said she was pleased. Belkin disagreed. “The pier is about to fall,” he said.', 'Belkin'],
		['“We will march again,” Priya Patel, 16, told the crowd.', 'Priya Patel'],
		[
			'The pier will open in May, the operator, Hillside Trams, said. The operator said that it was safe.',
			'Hillside Trams'
		],
		['The mayor declined to say whether the bridge would close in May.', 'Harbour Herald']
	])('%s is held by %s', (body, holder) => {
		expect(extract(heraldAccount(body)).claims.at(-1)).toMatchObject({ holder });
	});
});
