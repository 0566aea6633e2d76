import { count, formatDay } from '../format.ts';

/** Words of the bin: what was deleted, until when it stays, and how it goes for good. */
export const binWords = {
	title: 'Bin',
	lead: (days: number) =>
		`What was deleted stays here for ${days} days, and can be put back as it was. After that it is deleted for good.`,
	empty: 'The bin is empty.',
	allEvents: 'All events',
	events: 'Events',
	accounts: 'Accounts taken out of an event',
	deletedNow: (title: string) => `Deleted: ${title}`,
	gone: 'Deleted for good.',
	undo: 'Undo',
	putBack: 'Put back',
	deleteNow: 'Delete now',
	of: 'of',
	event: (accounts: number, deletedAt: string) =>
		`${count(accounts, 'account')}, deleted ${formatDay(deletedAt)}`,
	account: (removedAt: string) => `taken out ${formatDay(removedAt)}`,
	until: (keptUntil: string) => `stays until ${formatDay(keptUntil)}`,
	sure: {
		title: (name: string) => `Delete “${name}” for good?`,
		event:
			'The event goes at once, with every account in it, its comparison, and what people decided. Nobody can bring it back.',
		account:
			'The account goes at once, with its text, its earlier editions, and what people decided on its words. Nobody can bring it back.',
		backups: 'Backups that were made before, and files that were taken away, are not touched.',
		yes: 'Delete for good',
		no: 'Keep it'
	}
} as const;
