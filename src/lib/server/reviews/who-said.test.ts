import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#lib/engine/index.ts';
import { effectiveReviews, type Account, type Decision, type Event } from '#lib/model/index.ts';
import { inventedEvent } from '../../../../tests/support/invented-event.ts';
import { loadLexicon } from '../lexicon.ts';
import { queueOf } from './queue.ts';
import { readWhoSaid } from './who-said.ts';

const account = (id: string, name: string, day: string, body: string): Account => ({
	id,
	source: { name, kind: 'outlet' },
	title: 'Sluice opened',
	text: `Sluice opened\n\n${body}`,
	publishedAt: `2031-05-${day}`,
	rendering: 'verbatim',
	truncated: false,
	sha256: id
});

const QUOTE = 'We opened the upper sluice at dawn because the lower meadow was already under water';
const COURIER = account(
	'a-courier',
	'Dunmere Courier',
	'03',
	`The meadow was flooded on Friday. “${QUOTE},” said Mary Reed, who keeps the sluice. Mary Reed has kept it since March.`
);
const HERALD = account(
	'b-herald',
	'Coast Herald',
	'04',
	`Water stood in the meadow on Friday. “${QUOTE},” said Peter Lind, the mayor. Peter Lind will visit the farms.`
);
const LATER = account(
	'c-radio',
	'Radio Tern',
	'05',
	'The meadow was flooded on Friday, and two barns with it, the fire brigade said.'
);

let engine: Engine;
beforeAll(() => {
	engine = createEngine(loadLexicon());
});

/** The event after these decisions, with its comparison made anew. */
function eventWith(accounts: Account[], decisions: readonly Decision[] = []): Event {
	const reviews = decisions.map((decision, at) => ({
		id: `r${at}`,
		at: '2031-05-06T10:00:00Z',
		who: 'Ana',
		decision
	}));
	const event = { ...inventedEvent, accounts, reviews };
	const comparison = engine.compare({ id: event.id, title: event.title }, accounts, {
		reviews: effectiveReviews(reviews)
	});
	return { ...event, comparison };
}

/** The question that the queue asks, and the form that a press of a button would send. */
function asked(event: Event) {
	const { item } = queueOf(event, 0);
	return item?.asks === 'who' ? item : null;
}
function answer(event: Event, field: 'holder' | 'choice', value: string): Decision[] {
	const form = new FormData();
	form.set('claims', asked(event)!.claims.join('~'));
	form.set(field, value);
	const read = readWhoSaid(form, event);
	if (!read.ok) throw new Error(read.failure.code);
	return read.value;
}

describe('the same words under two names', () => {
	it('are asked about before anything else', () => {
		const event = eventWith([COURIER, HERALD]);
		expect(asked(event)?.names).toEqual([
			{ name: 'Mary Reed', sources: ['Dunmere Courier'] },
			{ name: 'Peter Lind', sources: ['Coast Herald'] }
		]);
	});

	it.each([
		['holder', 'Mary Reed', 'holder'],
		['holder', 'Peter Lind', 'holder'],
		['choice', 'each', 'confirm']
	] as const)(
		'are not asked about again once the %s is %s, nor when an account is added',
		(field, value, kind) => {
			const event = eventWith([COURIER, HERALD]);
			const decisions = answer(event, field, value);
			expect(new Set(decisions.map((decision) => decision.kind))).toEqual(new Set([kind]));
			// At once, while the comparison is still the old one.
			expect(asked({ ...eventWith([COURIER, HERALD], decisions), comparison: event.comparison })).toBeNull();
			expect(asked(eventWith([COURIER, HERALD], decisions))).toBeNull();
			expect(asked(eventWith([COURIER, HERALD, LATER], decisions))).toBeNull();
		}
	);

	it('count as one question, however many claims an answer is about', () => {
		const event = eventWith([COURIER, HERALD]);
		expect(queueOf(eventWith([COURIER, HERALD], answer(event, 'choice', 'each')), 0).decided).toBe(1);
	});

	it('are asked about again when the answer is taken back', () => {
		const event = eventWith([COURIER, HERALD]);
		const decisions = answer(event, 'holder', 'Mary Reed');
		const undone = decisions.map((_, at): Decision => ({ kind: 'undo', review: `r${at}` }));
		expect(asked(eventWith([COURIER, HERALD], [...decisions, ...undone]))).toEqual(asked(event));
	});

	it('take no name that no account gives', () => {
		const event = eventWith([COURIER, HERALD]);
		expect(() => answer(event, 'holder', 'Somebody Else')).toThrow('claim_gone');
	});
});
