import { describe, expect, test } from 'vitest';
import type { DraftForm, DraftInput } from '#lib/model/index.ts';
import { FERRY, FIRE, SCHOOL, type Story, textOf } from '../../../../tests/support/stories.ts';
import { emptyForm, toInput } from './draft-form.ts';
import { placesOf, proposeEvents, splitOff } from './several-events.ts';

const input = (story: Story, from: number, to: number) =>
	toInput({
		title: story.title,
		source: { name: 'x', kind: 'outlet' },
		text: textOf({ ...story, paragraphs: story.paragraphs.slice(from, to) }),
		rendering: 'verbatim',
		truncated: false
	});
const ferries = [input(FERRY, 0, 2), input(FERRY, 1, 3), input(FERRY, 0, 5)];
const fires = [input(FIRE, 0, 2), input(FIRE, 0, 4)];
const form = (drafts: DraftInput[]): DraftForm => ({ ...emptyForm(), drafts });
const told = (of: DraftForm) => of.events.map(({ key, title }) => [title, placesOf(of, key)]);

test('accounts of two events are told apart, each under a title of its own', async () => {
	expect(told(await proposeEvents(form([...ferries, ...fires])))).toEqual([
		[FERRY.title, [0, 1, 2]],
		[FIRE.title, [3, 4]]
	]);
});

test.each([
	['one event', ferries],
	['one event and a single text about something else', [...ferries, fires[0]!]],
	['two events of which one is left out', [...ferries, ...fires.map((draft) => ({ ...draft, isOut: true }))]]
])('nothing is proposed for %s', async (_what, drafts) => {
	expect((await proposeEvents(form(drafts))).events).toEqual([]);
});

describe('what a person makes of a proposal', () => {
	test('stays when more accounts come: a name, an event dropped, accounts parted from it', async () => {
		const first = await proposeEvents(form([...ferries, ...fires]));
		const [ferry, fire] = first.events;
		const changed = splitOff(
			{
				...first,
				events: [
					{ ...ferry!, title: 'The ferry' },
					{ ...fire!, isIn: false }
				]
			},
			[2]
		);
		expect(told(changed)).toEqual([
			['The ferry', [0, 1]],
			[FIRE.title, [3, 4]],
			[FERRY.title, [2]]
		]);
		const later = await proposeEvents({ ...changed, drafts: [...changed.drafts, input(FIRE, 1, 4)] });
		expect(told(later)).toEqual([
			['The ferry', [0, 1]],
			[FIRE.title, [3, 4, 5]],
			[FERRY.title, [2]]
		]);
		expect(later.events.map(({ isIn }) => isIn)).toEqual([true, false, true]);
	});

	test('gets a new event where accounts of another one come', async () => {
		const first = await proposeEvents(form([...ferries, ...fires]));
		const schools = [input(SCHOOL, 0, 2), input(SCHOOL, 0, 4)];
		const later = await proposeEvents({ ...first, drafts: [...first.drafts, ...schools] });
		expect(told(later).at(-1)).toEqual([SCHOOL.title, [5, 6]]);
	});

	test('is forgotten where only one event is left', async () => {
		const { drafts, ...first } = await proposeEvents(form([...ferries, ...fires]));
		const out = drafts.map((draft, place) => ({ ...draft, isOut: place > 2 }));
		expect((await proposeEvents({ ...first, drafts: out })).events).toEqual([]);
	});
});
