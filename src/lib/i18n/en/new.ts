import { count } from '../format.ts';

/** Words on bringing accounts in. */
export const newWords = {
	addresses: {
		reading: (waiting: number) => `Reading ${count(waiting, 'address', 'addresses')}`,
		unread: (failed: number) =>
			failed === 1 ? '1 address was not read' : `${failed} addresses were not read`,
		list: 'Addresses',
		states: { waiting: 'Waiting…', fetching: 'Fetching…', done: 'Read', failed: 'Not read' },
		again: 'Try again',
		paste: 'Paste the text instead',
		stop: 'Stop',
		remove: 'Remove',
		look: 'Look what has come'
	},
	events: {
		title: (events: number) => `These accounts seem to be about ${events} events`,
		lead: 'Untick an event to leave its accounts below. Open one to part accounts from it.',
		make: (title: string) => `Make this event: ${title}`,
		name: (number: number) => `Title of event ${number}`,
		accounts: (accounts: number) => count(accounts, 'account'),
		split: 'Part the ticked from it',
		alone: (accounts: number) =>
			accounts === 1
				? '1 account seems to belong to none of them.'
				: `${accounts} accounts seem to belong to none of them.`,
		apart: 'Make the ticked events',
		only: 'Leave out those that belong elsewhere.',
		made: (titles: readonly string[]) =>
			`${titles.length === 1 ? '1 event was made and is' : `${titles.length} events were made and are`} being compared: ${titles
				.slice(0, 8)
				.map((title) => `“${title}”`)
				.join('; ')}${titles.length > 8 ? `; and ${titles.length - 8} more` : ''}. What is left is below.`,
		noneMade: 'No event is ticked, so nothing was made.'
	},
	edition: {
		link: 'Keep it as that account’s newest edition'
	}
} as const;
