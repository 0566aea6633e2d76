import { count } from '../format.ts';

/** Words of the editions of an account. */
export const editionWords = {
	title: 'Editions',
	link: 'Editions',
	linkOf: (editions: number) =>
		editions > 1 ? `${editions} editions: what changed` : 'Look for a newer edition',
	lead: 'The texts that this account has had. The comparison uses the newest; every earlier one stays as it was.',
	number: (number: number) => (number === 1 ? 'First edition' : `Edition ${number}`),
	newest: 'newest, compared',
	read: 'Read',
	close: 'Close',
	look: {
		title: 'Look for a newer edition',
		fetch: 'Fetch its address again',
		fetching: 'Fetching…',
		again: 'Look whether it has come',
		waiting: 'The page is still on its way.',
		noAddress: 'This account has no address to fetch again. Paste or choose its newer text.',
		noNetwork:
			'Lateral is set not to reach other sites (LATERAL_NETWORK=off). Paste or choose its newer text.',
		text: 'Or paste the newer text',
		file: 'Or choose a file',
		read: 'Compare with the text that is kept'
	},
	preview: {
		title: 'What has changed in the text',
		lead: (changed: number, same: number) =>
			`${count(changed, 'paragraph')} changed, ${same} the same. Nothing is kept yet.`,
		unlike: 'This text has little in common with the account. It may be another account.',
		at: 'When it appeared',
		keep: 'Keep as the newest edition',
		discard: 'Do not keep it'
	},
	kept: (name: string) => `The newest edition of ${name} is kept. The event is being compared anew.`,
	drop: 'Take the newest edition back',
	dropped: (name: string) => `${name} has its earlier text again.`,
	undo: 'Undo',
	turn: (from: number, to: number) => `From edition ${from} to ${to}`,
	turnNone: 'No claim has changed, only words that claim nothing.',
	turnSame: (same: number) => `${count(same, 'claim')} unchanged.`,
	pending: 'The claims of this edition are being compared.',
	kinds: {
		altered: 'Altered',
		removed: 'No longer there',
		added: 'New',
		reworded: 'Said in other words'
	},
	before: 'before',
	after: 'now',
	still: 'Still carried by',
	nobody: 'No other account of the event carries the earlier one.',
	notices: {
		title: 'What it says about changes',
		correction: 'Correction',
		clarification: 'Clarification',
		update: 'Update'
	},
	corrected: {
		title: 'Corrected',
		lead: 'What an account altered or took back in a later edition, and who still carries what it said before.',
		all: 'All changes of this account'
	}
} as const;
