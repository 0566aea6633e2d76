import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	anchorOf,
	type Account,
	type Claim,
	type Comparison,
	type Decision,
	type Standing
} from '#lib/model/index.ts';
import { lexicon } from '../../../../tests/support/lexicon.ts';
import { createEngine, type Engine } from '../index.ts';
import { settlePairs } from './links.ts';
import { findPlace } from './places.ts';

const account = (id: string, name: string, day: string, body: string): Account => ({
	id,
	source: { name, kind: 'outlet' },
	title: 'Kiln fire',
	text: `Kiln fire at the pottery\n\n${body}`,
	publishedAt: `2031-05-${day}`,
	rendering: 'verbatim',
	truncated: false,
	sha256: id
});

const ACCOUNTS = [
	account(
		'b-gazette',
		'Dunmere Gazette',
		'03',
		'The fire at the pottery destroyed 14 kilns on Friday, the owner Marta Velin said.\n\nThe owner said a gas pipe had been left open. The pottery employs 60 people.'
	),
	account(
		'c-mail',
		'Coast Mail',
		'04',
		'Nine kilns were destroyed by the fire at the pottery on Friday, according to the fire brigade.\n\nNo gas pipe had been left open, the brigade said. Sixty people work at the pottery.'
	),
	account(
		'd-radio',
		'Radio Tern',
		'05',
		'Some 14 kilns were destroyed in the fire at the pottery.\n\nVelin said that the pottery would open again in June. It may take longer, officials said.'
	)
];
const LATER = account(
	'a-herald',
	'Evening Herald',
	'06',
	'Ten kilns were destroyed in the pottery fire on Friday, the insurers said.\n\nA gas pipe had been left open, Velin said again.'
);

let engine: Engine;
let plain: Comparison;
beforeAll(() => {
	engine = createEngine(lexicon);
	plain = compare();
});

const reviewed = (...decisions: Standing['decision'][]): Standing[] =>
	decisions.map((decision, at) => ({ id: `r${at}`, at: '2031-05-07T10:00:00Z', who: 'Ana', decision }));
function compare(decisions: Standing['decision'][] = [], accounts = ACCOUNTS): Comparison {
	return engine.compare({ id: 'kiln', title: 'Kiln fire' }, accounts, { reviews: reviewed(...decisions) });
}
const claimWith = (comparison: Comparison, words: string, of?: string): Claim => {
	const found = comparison.claims.find(
		({ text, account: id }) => text.includes(words) && (of === undefined || id === of)
	);
	if (found === undefined) throw new Error(`No claim says “${words}”.`);
	return found;
};
const anchor = (words: string, of?: string) => anchorOf(claimWith(plain, words, of));
const lineOf = ({ lines }: Comparison, id: string) =>
	lines.find(({ versions }) => versions.some(({ claims }) => claims.includes(id)))!;
const between = ({ relations }: Comparison, a: string, b: string) =>
	relations.find((one) => [one.a, one.b].sort().join() === [a, b].sort().join());

describe('a comparison keeps to what people decided', () => {
	it('leaves everything as it is where nobody decided anything', () => {
		expect(compare([])).toEqual(plain);
		expect(JSON.stringify(plain)).not.toContain('reviewed');
	});

	it('puts claims into one line that speak to the same point', () => {
		const [a, b] = [anchor('employs 60 people'), anchor('open again in June')];
		const after = compare([{ kind: 'same', claims: [a, b] }]);
		const line = lineOf(after, claimWith(after, 'employs 60 people').id);
		expect(line).toBe(lineOf(after, claimWith(after, 'open again in June').id));
		expect(line.reviewed).toContain('same');
	});

	it('parts claims that do not, and keeps them parted when an account is added', () => {
		const a = anchor('destroyed', 'c-mail');
		const b = anchor('destroyed', 'd-radio');
		expect(lineOf(plain, claimWith(plain, 'destroyed', 'c-mail').id)).toBe(
			lineOf(plain, claimWith(plain, 'destroyed', 'd-radio').id)
		);
		for (const accounts of [ACCOUNTS, [...ACCOUNTS, LATER]]) {
			const after = compare([{ kind: 'notSame', a: [a], b: [b] }], accounts);
			const [x, y] = ['c-mail', 'd-radio'].map((id) => lineOf(after, claimWith(after, 'destroyed', id).id));
			expect(x).not.toBe(y);
			expect([x!.reviewed, y!.reviewed]).toEqual([['notSame'], ['notSame']]);
		}
	});

	it.each(['agrees', 'conflicts', 'differs', 'update'] as const)(
		'shows that two claims %s, with the reason that the person gave',
		(relation) => {
			const [a, b] = [anchor('employs 60 people'), anchor('open again in June')];
			const decision: Decision = { kind: 'relation', a, b, relation };
			const after = engine.compare({ id: 'kiln', title: 'Kiln fire' }, ACCOUNTS, {
				reviews: [{ id: 'r', at: '2031-05-07T10:00:00Z', who: 'Ana', why: 'Both were there.', decision }]
			});
			const [x, y] = ['employs 60 people', 'open again in June'].map((words) => claimWith(after, words).id);
			expect(between(after, x!, y!)).toMatchObject({
				kind: relation,
				score: 1,
				reason: { text: 'Both were there.' },
				reviewed: ['relation']
			});
			const line = lineOf(after, x!);
			expect(line.state === 'disputed').toBe(relation === 'conflicts');
			expect(line.versions).toHaveLength(relation === 'conflicts' ? 2 : 1);
		}
	);

	it('takes a relation away that a person says is none', () => {
		const wrong = plain.relations[0]!;
		const ends = [wrong.a, wrong.b].map((id) => plain.claims.find((claim) => claim.id === id)!);
		const [a, b] = ends.map(anchorOf);
		const after = compare([{ kind: 'relation', a: a!, b: b!, relation: 'none' }]);
		expect(between(after, wrong.a, wrong.b)).toBeUndefined();
	});

	it('changes who holds a claim, in which voice, and how firmly', () => {
		const claim = anchor('destroyed', 'd-radio');
		const after = compare([
			{ kind: 'holder', claim, holder: 'Marta Velin' },
			{ kind: 'certainty', claim, certainty: 'hedged' }
		]);
		const found = claimWith(after, 'destroyed', 'd-radio');
		expect(found).toMatchObject({ holder: 'Marta Velin', voice: 'named', certainty: 'hedged' });
		expect(found.reviewed).toEqual(['holder', 'certainty']);
		const own = compare([{ kind: 'voice', claim: anchor('open again in June'), voice: 'own' }]);
		expect(claimWith(own, 'open again in June')).toMatchObject({
			voice: 'own',
			holder: 'Radio Tern',
			attribution: []
		});
	});

	it('hides a claim, and brings it back when it is added', () => {
		const claim = anchor('open again in June');
		const hidden = compare([{ kind: 'hide', claim }]);
		expect(hidden.claims.some(({ id }) => id === claimWith(plain, 'open again in June').id)).toBe(false);
		expect(JSON.stringify(hidden.lines)).not.toContain(`:${claim.start}-${claim.end}`);
		const back = compare([
			{ kind: 'hide', claim },
			{ kind: 'add', claim }
		]);
		expect(claimWith(back, 'open again in June').reviewed).toEqual(['added']);
	});

	it('adds a claim at words where the engine made none, and reads its values', () => {
		const { text } = ACCOUNTS[0]!;
		const start = text.indexOf('14 kilns on Friday');
		const words = '14 kilns on Friday';
		const after = compare([
			{ kind: 'add', claim: { account: 'b-gazette', start, end: start + words.length, words } }
		]);
		const made = after.claims.find((claim) => claim.text === words)!;
		expect(made.reviewed).toEqual(['added']);
		expect(made.values.map(({ low }) => low)).toContain(14);
		expect(lineOf(after, made.id)).toBeDefined();
	});

	it('calls a line what a person calls it, also after an account that comes first was added', () => {
		const claim = anchor('destroyed', 'b-gazette');
		for (const accounts of [ACCOUNTS, [LATER, ...ACCOUNTS]]) {
			const after = compare([{ kind: 'rename', claim, title: 'How many kilns burned' }], accounts);
			const line = lineOf(after, claimWith(after, 'destroyed', 'b-gazette').id);
			expect([line.title, line.reviewed]).toEqual(['How many kilns burned', ['title']]);
		}
	});

	it('takes two names for one source that a person says are one', () => {
		const after = compare([{ kind: 'oneSource', names: ['Marta Velin', 'Radio Tern'] }]);
		const holders = after.claims.filter(({ holder }) => /Velin|Radio Tern/.test(holder));
		expect(new Set(holders.map(({ holderIdentity }) => holderIdentity))).toEqual(new Set(['Marta Velin']));
	});

	it('says which claims and relations somebody confirmed or thinks wrong, and changes nothing else', () => {
		const claim = anchor('employs 60 people');
		const strip = ({ reviewed: _, ...rest }: Claim) => rest;
		for (const [kind, mark] of [
			['confirm', 'confirmed'],
			['challenge', 'challenged']
		] as const) {
			const after = compare([{ kind, claims: [claim] }]);
			expect(claimWith(after, 'employs 60 people').reviewed).toEqual([mark]);
			expect(after.claims.map(strip)).toEqual(plain.claims);
			expect(after.relations).toEqual(plain.relations);
		}
	});

	it('finds words again that moved, and reports those that are gone', () => {
		const claim = anchor('employs 60 people');
		const moved = { ...claim, start: claim.start - 9, end: claim.end - 9 };
		expect(claimWith(compare([{ kind: 'confirm', claims: [moved] }]), 'employs 60 people').reviewed).toEqual([
			'confirmed'
		]);
		const gone: Decision = { kind: 'rename', claim: { ...claim, words: 'employs nobody' }, title: 'Jobs' };
		const after = compare([gone]);
		expect(after.lost).toEqual([{ decision: gone, missing: [gone.claim] }]);
		expect({ ...after, lost: undefined, reviews: undefined }).toEqual({ ...plain, lost: undefined });
	});
});

describe('decisions on pairs', () => {
	const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
	const decisions = fc.array(fc.record({ a: id, b: id, together: fc.boolean(), by: fc.nat() }), {
		maxLength: 12
	});

	it('end free of contradiction, and no pair that was parted last meets through others', () => {
		fc.assert(
			fc.property(decisions, (list) => {
				const { must, cannot } = settlePairs(list);
				const homes = new Map<string, Set<string>>();
				for (const [a, b] of must) {
					const all = new Set([a, b, ...(homes.get(a) ?? []), ...(homes.get(b) ?? [])]);
					for (const one of all) homes.set(one, all);
				}
				for (const [a, b] of cannot) expect(homes.get(a)?.has(b) ?? false).toBe(false);
				const last = new Map(list.map(({ a, b, together }) => [[a, b].sort().join(), together]));
				const parted = [...last].filter(([pair, together]) => !together && pair[0] !== pair[2]);
				expect(new Set(cannot.map((pair) => [...pair].sort().join()))).toEqual(
					new Set(parted.map(([pair]) => pair))
				);
			})
		);
	});
});

it('an anchor finds the nearest place that has its words', () => {
	const text = 'ab x ab x ab';
	const at = (start: number) => findPlace({ account: 'a', start, end: start + 2, words: 'ab' }, text)?.start;
	expect([at(0), at(1), at(4), at(9), at(99), at(5)]).toEqual([0, 0, 5, 10, 10, 5]);
	expect(findPlace({ account: 'a', start: 0, end: 2, words: 'zz' }, text)).toBeNull();
});
