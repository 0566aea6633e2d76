import { expect, test } from 'vitest';
import { FERRY, FIRE, type Story, textOf } from '../../../../tests/support/stories.ts';
import { toInput } from './draft-form.ts';
import { groupDrafts, tellSeveralEvents } from './several-events.ts';

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

test('accounts of two events are told apart, by their numbers', async () => {
	expect(tellSeveralEvents(await groupDrafts([...ferries, ...fires]))).toMatch(
		/about 2 events: .*\(1, 2, 3\); .*\(4, 5\)/
	);
});

test.each([
	['one event', ferries],
	['one event and a single text about something else', [...ferries, fires[0]!]],
	['two events of which one is left out', [...ferries, ...fires.map((draft) => ({ ...draft, isOut: true }))]]
])('nothing is said of %s', async (_what, drafts) => {
	expect(tellSeveralEvents(await groupDrafts(drafts))).toBeNull();
});
