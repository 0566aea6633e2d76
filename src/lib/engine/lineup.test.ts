import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../tests/support/lexicon.ts';
import { told, type ToldClaim } from '../../../tests/support/extractions.ts';
import { ComparisonSchema, type Account } from '#lib/model/index.ts';
import { createEngine } from './index.ts';
import { lineUp } from './lineup.ts';
import { createWords } from './words/index.ts';

const words = createWords(lexicon);
const people = (text: string, low?: number, high?: number) => ({
	kind: 'number' as const,
	text,
	low,
	high,
	unit: 'person'
});

const POOL: ToldClaim[] = [
	{ text: 'The ferry sank near Morvane harbour on Tuesday night', holder: 'Port Authority', voice: 'named' },
	{ text: 'The ferry went down close to the harbour of Morvane' },
	{ text: '31 people were hurt in the collision', values: [people('31', 31, 31)] },
	{ text: 'At least 28 people were injured in the collision', values: [people('At least 28', 28)] },
	{
		text: 'Fewer than 20 people were hurt in the collision',
		values: [people('Fewer than 20', undefined, 19)]
	},
	{ text: 'The captain was drunk', certainty: 'denied', holder: 'Skerry Lines', voice: 'named' },
	{ text: 'The captain was drunk', holder: 'a witness', voice: 'unnamed' },
	{ text: 'Divers search the wreck for the missing engineer' }
];
const accounts = fc
	.array(fc.array(fc.constantFrom(...POOL), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
	.map((list) => list.map((claims, i) => told(`account-${i}`, claims, { name: `Paper ${i}` })));

/** An account of an outlet with a title and a body. */
function printed(name: string, title: string, body: string, publishedAt?: string): Account {
	return {
		id: name,
		source: { name, kind: 'outlet' },
		title,
		text: `${title}\n\n${body}`,
		publishedAt,
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	};
}

describe('lining up', () => {
	it('puts counts of one thing into one line and tells which can be true together', () => {
		const { lines, relations } = lineUp(
			[
				told('a', [POOL[2]!], { name: 'Valen Courier' }),
				told('b', [POOL[3]!], { name: 'Morvane Post' }),
				told('c', [POOL[4]!], { name: 'Skerry Lines' })
			],
			words
		);
		expect(lines).toHaveLength(1);
		expect(lines[0]!.state).toBe('disputed');
		expect(relations.find((r) => r.kind === 'conflicts' && r.a === 'a-0' && r.b === 'c-0')).toBeDefined();
		expect(relations.find((r) => r.a === 'a-0' && r.b === 'b-0')?.kind).toBe('differs');
	});

	it('disputes a line in which an account tells that one denies what another says', () => {
		const engine = createEngine(lexicon);
		const body = 'Police said the crew had left the lock open. Kern’s lawyers called the claim a lie.';
		const comparison = engine.compare({ id: 'e', title: 'Lock' }, [
			printed('Harbour Herald', 'Harbour news', body)
		]);
		// Nothing but what the document's schema has leaves the engine.
		expect(v.parse(ComparisonSchema, comparison)).toEqual(comparison);
		const { lines, relations } = comparison;
		const [disputed] = lines;
		expect(disputed).toMatchObject({ state: 'disputed', title: expect.stringContaining('lock open') });
		expect(disputed!.versions).toHaveLength(2);
		expect(relations.map(({ kind, reason }) => [kind, reason.text])).toEqual([
			['conflicts', 'Harbour Herald reports what Police said, and that Kern’s lawyers denied it.']
		]);
	});

	it('sets whoever says a thing against whoever denies reports of it', () => {
		const { relations } = createEngine(lexicon).compare({ id: 'e', title: 'Lock' }, [
			printed(
				'Quay Radio',
				'Harbour news',
				'Police have arrested a ship’s cook on suspicion of theft, a sailor told Quay Radio.'
			),
			printed(
				'Harbour Herald',
				'Harbour news',
				'Police denied media reports that a ship’s cook had been arrested.'
			)
		]);
		expect(relations.map(({ kind, reason }) => [kind, reason.text])).toContainEqual([
			'conflicts',
			'Sailor affirms what Police deny.'
		]);
	});

	it('takes what has not been done for what was not done so far', () => {
		const kinds = (first: string, then: string) =>
			createEngine(lexicon)
				.compare({ id: 'e', title: 'Theft' }, [
					printed('Quay Radio', 'Harbour news', 'No arrests have been made at the ferry port.', first),
					printed('Harbour Herald', 'Harbour news', 'Guards have arrested a cook at the ferry port.', then)
				])
				.relations.map(({ kind }) => kind);
		expect(kinds('2031-05-02T08:00', '2031-05-02T18:00')).toEqual(['update']);
		expect(kinds('2031-05-02T18:00', '2031-05-02T08:00')).toEqual(['conflicts']);
	});

	it('takes a denial for news only where the claims themselves leave something open', () => {
		const engine = createEngine(lexicon);
		const kinds = (first: string) =>
			engine
				.compare({ id: 'e', title: 'Van' }, [
					printed('Quay Radio One', 'Van crash', first, '2031-05-02T08:00'),
					printed(
						'Quay Radio Two',
						'Van crash',
						'The driver did not brake, the student Yusuf Berg said.',
						'2031-05-02T12:00'
					)
				])
				.relations.map(({ kind }) => kind);
		expect(kinds('“From what we know so far it was dry, and the driver braked,” Ann Reyes said.')).toContain(
			'conflicts'
		);
	});

	it('lines up counts of one doing, whatever the counted are called', () => {
		const engine = createEngine(lexicon);
		const account = (name: string, body: string) =>
			printed(name, 'Van crash', `${body} The road was closed until noon.`, '2031-05-02');
		const stateWith = (one: string, other: string) =>
			engine
				.compare({ id: 'e', title: 'Van' }, [account('Herald', one), account('Echo', other)])
				.lines.map(({ state }) => state);
		const [hurt, fewer] = ['26 people were hurt.', 'Fewer than 20 passengers were hurt, the operator said.'];
		expect(stateWith(hurt, fewer)).toContain('disputed');
	});

	it('sets no denial for the time being against what may have come later', () => {
		const engine = createEngine(lexicon);
		const conflicts = (body: string) =>
			engine
				.compare({ id: 'e', title: 'Pier' }, [
					printed('Harbour Herald', 'Pier fire', body, '2031-05-02'),
					printed(
						'Quay Radio',
						'Pier fire',
						'A group of farmers claimed responsibility for the fire.',
						'2031-05-02'
					)
				])
				.relations.filter(({ kind }) => kind === 'conflicts').length;
		expect(conflicts('Nobody claimed responsibility for the fire.')).toBe(1);
		expect(conflicts('There was no immediate claim of responsibility for the fire.')).toBe(0);
	});

	it('keeps a point together that many accounts carry, and each wording with its version', () => {
		const wordings = [POOL[2]!, POOL[3]!, POOL[4]!];
		const many = Array.from({ length: 150 }, (_, i) =>
			told(`account-${i}`, [wordings[i % 3]!], { name: `Paper ${i}` })
		);
		const [line, ...others] = lineUp(many, words).lines;
		expect(others).toEqual([]);
		expect(line!.state).toBe('disputed');
		const versionsOf = (wording: number) =>
			many
				.filter((_, i) => i % 3 === wording)
				.map(({ claims }) => line!.versions.filter((v) => v.claims.includes(claims[0]!.id)).map((v) => v.id));
		for (const wording of [0, 1, 2]) {
			const [first, ...rest] = versionsOf(wording);
			expect(first).not.toEqual([]);
			for (const copy of rest) expect(copy).toEqual(first);
		}
		expect(versionsOf(0)[0]).not.toEqual(versionsOf(2)[0]);
	});

	it('gives the same result in any order of accounts', () => {
		fc.assert(
			fc.property(accounts, (list) => {
				expect(lineUp([...list].reverse(), words)).toEqual(lineUp(list, words));
			}),
			{ numRuns: 40 }
		);
	});

	it('puts every claim into exactly one line, in some version of it', () => {
		fc.assert(
			fc.property(accounts, (list) => {
				const { lines } = lineUp(list, words);
				const placed = lines.flatMap((line) => [
					...new Set(line.versions.flatMap((version) => version.claims))
				]);
				const all = list.flatMap((extraction) => extraction.claims.map((claim) => claim.id));
				expect(placed.sort()).toEqual(all.sort());
			}),
			{ numRuns: 40 }
		);
	});

	it('never sets a claim against itself, and relates only claims of one line', () => {
		fc.assert(
			fc.property(accounts, (list) => {
				const { lines, relations } = lineUp(list, words);
				const lineOf = new Map(
					lines.flatMap((line) =>
						line.versions.flatMap((version) => version.claims.map((id) => [id, line.id]))
					)
				);
				for (const { a, b } of relations) {
					expect(a < b).toBe(true);
					expect(lineOf.get(a)).toBe(lineOf.get(b));
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('counts a text that another account reprints as one origin, and finds no conflict in it', () => {
		const agency = told('a', POOL.slice(0, 3), { name: 'Harbour Wire' });
		const copy = told('b', POOL.slice(0, 3), { name: 'Valen Courier' });
		const alone = lineUp([agency], words);
		const both = lineUp([agency, copy], words);
		expect(both.relations.filter((relation) => relation.kind === 'conflicts')).toEqual([]);
		const named = (lines: typeof alone.lines) =>
			lines.flatMap((line) => line.origins.filter((o) => o.name === 'Port Authority'));
		expect(named(both.lines)).toHaveLength(named(alone.lines).length);
	});

	it('counts one person once, however much of the name each account gives', () => {
		const text = 'The bridge was closed after two cracks were found in its northern pier';
		const { lines } = lineUp(
			[
				told('a', [{ text, holder: 'Ines Carvoy', voice: 'named' }]),
				told('b', [{ text: `${text} on Friday`, holder: 'Mayor Carvoy', voice: 'named' }])
			],
			words
		);
		expect(lines).toHaveLength(1);
		const carvoy = lines[0]!.origins.filter((origin) => origin.name.includes('Carvoy'));
		expect(carvoy.map((origin) => origin.accounts)).toEqual([['a', 'b']]);
	});

	it('does not call an account silent that was cut short', () => {
		const { lines } = lineUp(
			[told('a', [POOL[7]!]), told('b', [POOL[0]!], { truncated: true }), told('c', [POOL[0]!])],
			words
		);
		const line = lines.find(({ versions }) => versions[0]!.claims.includes('a-0'))!;
		expect([line.silent, line.unknown]).toEqual([['c'], ['b']]);
	});

	it('calls a growing toll an update when the later account gives more', () => {
		const dead = (n: number) => [
			{ kind: 'number' as const, text: String(n), low: n, high: n, unit: 'person' }
		];
		const { relations } = lineUp(
			[
				told('a', [{ text: '9 people were killed when the ferry sank', values: dead(9) }], {
					publishedAt: '2031-04-02'
				}),
				told('b', [{ text: '14 people were killed when the ferry sank', values: dead(14) }], {
					publishedAt: '2031-04-03'
				})
			],
			words
		);
		expect(relations.map((relation) => relation.kind)).toEqual(['update']);
	});

	it('calls it an update, not a conflict, when an account takes its own figure back', () => {
		const account = (id: string, body: string): Account => ({
			id,
			source: { name: `The ${id}`, kind: 'outlet' },
			title: 'Ferry sinks',
			text: `Ferry sinks\n\n${body}`,
			publishedAt: '2031-04-02T10:00',
			rendering: 'verbatim',
			truncated: false,
			sha256: id
		});
		const { relations } = createEngine(lexicon).compare({ id: 'ferry', title: 'Ferry' }, [
			account('post', 'An earlier version of this report said that 40 passengers were hurt on the ferry.'),
			account('mail', 'On the ferry 26 passengers were hurt.')
		]);
		expect(relations.map(({ kind, reason }) => [kind, reason.text.includes('has corrected it')])).toEqual([
			['update', true]
		]);
	});
});
