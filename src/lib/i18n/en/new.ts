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
	edition: {
		link: 'Keep it as that account’s newest edition'
	}
} as const;
