import { describe, expect, it } from 'vitest';
import { comparisonWithoutDrafts, type Account, type Comparison } from '#lib/model/index.ts';
import { lexicon } from '../../../tests/support/lexicon.ts';
import { createEngine } from './index.ts';

const engine = createEngine(lexicon);
const compare = (accounts: readonly Account[]): Comparison =>
	engine.compare({ id: 'event', title: 'Event' }, accounts);

function account(id: string, source: string, text: string, more: Partial<Account> = {}): Account {
	return {
		id,
		source: { name: source, kind: 'outlet' },
		title: text.split('\n')[0]!,
		text,
		publishedAt: '2031-03-04T10:00:00Z',
		rendering: 'verbatim',
		truncated: false,
		sha256: id,
		...more
	};
}

const PUBLISHED = [
	account(
		'01-mail',
		'Harrow Mail',
		'Warehouse burns at Pell Quay\n\nThe fire at the Pell Quay warehouse injured 12 workers on Monday. The roof of the warehouse collapsed at noon.'
	),
	account(
		'02-post',
		'Quay Post',
		'Fire at Pell Quay\n\nThe fire at the Pell Quay warehouse injured 12 workers on Monday. The roof of the warehouse collapsed at noon. The owner had no licence for chemicals.'
	),
	account(
		'03-radio',
		'Radio Pell',
		'Chemicals in burnt warehouse\n\nThe owner had no licence for chemicals. Divers were called to the quay.'
	)
];
const DRAFT = account(
	'04-draft',
	'Zebrine Notes',
	'My zebrine draft\n\nThe fire at the Pell Quay warehouse injured 19 workers on Monday. Zebrine says the roof of the warehouse collapsed at noon.',
	{ rendering: 'draft', publishedAt: '2031-03-01T08:00:00Z' }
);

describe('a draft beside published accounts', () => {
	const before = compare(PUBLISHED);
	const after = compare([...PUBLISHED, DRAFT]);
	const lineOf = ({ claims, lines }: Comparison, words: string, source: string) => {
		const claim = claims.find(({ account: id, text }) => id === source && text.includes(words));
		return lines.find(({ versions }) => versions.some((version) => version.claims.includes(claim?.id ?? '')));
	};

	it('stands on the lines of the others, in a version of its own where it conflicts with them', () => {
		const line = lineOf(after, '19 workers', DRAFT.id);
		expect(line?.id).toBe(lineOf(after, '12 workers', '01-mail')?.id);
		expect(line?.versions).toHaveLength(2);
		expect(after.relations.some(({ kind, reason }) => kind === 'conflicts' && reason.code === 'number')).toBe(
			true
		);
	});

	it('makes no line disputed, agreed or known under another name', () => {
		const states = ({ lines }: Comparison) => lines.map(({ id, title, state }) => [id, title, state]);
		expect(states(comparisonWithoutDrafts(after))).toEqual(states(before));
	});

	it('is neither an origin nor silent', () => {
		for (const { origins, silent, unknown } of after.lines) {
			expect(origins.flatMap(({ name, accounts }) => [name, ...accounts])).not.toContain(DRAFT.id);
			expect(origins.map(({ name }) => name).join()).not.toMatch(/zebrine/i);
			expect([...silent, ...unknown]).not.toContain(DRAFT.id);
		}
	});

	it('leaves no word behind where it is left out, and nothing else changed', () => {
		const left = comparisonWithoutDrafts(after);
		expect(JSON.stringify(left)).not.toMatch(/zebrine|19 workers|04-draft/i);
		expect(left).toEqual(before);
	});
});
