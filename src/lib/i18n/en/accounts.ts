/** Words of the accounts view. */
export const accountWords = {
	list: 'Accounts',
	labels: 'In the words of people here:',
	original: 'Open the original',
	ours: {
		title: (name: string) => `Our summary of ${name}`,
		text: 'These are Lateral’s words for what it published, not its own. Read the original for those.',
		short: 'our summary'
	},
	cut: {
		title: 'This text was cut short',
		text: 'What is missing from it is shown as “not known”, never as silence.',
		short: 'cut short'
	},
	marks: {
		disputed: 'in dispute, in its version’s colour',
		agreed: 'agreed',
		single: 'only here'
	},
	voice: {
		title: 'How it speaks, beside the others',
		caption: 'Claims by voice, and how many are hedged or denied',
		account: 'Account',
		claims: 'Claims',
		hedged: 'Hedged',
		denied: 'Denied'
	},
	headline: {
		title: 'Headline against text',
		conflicts: 'The text conflicts with it',
		firmer: 'The headline says it more firmly than the text',
		same: 'The text says so too',
		only: 'No claim of the text was matched to it'
	},
	alone: {
		title: 'What it alone reports',
		none: 'Nothing: each of its lines stands in another account too.',
		more: (n: number) => `${n} more`
	},
	silent: {
		title: 'What others say and it does not',
		note: 'Lines that two or more origins carry.',
		none: 'Nothing that two or more origins carry.',
		cut: 'Its text was cut short, so what it leaves out is not known.'
	}
} as const;

/** Words for a person's own draft beside what others published. */
export const draftWords = {
	short: 'your draft',
	title: 'A private draft',
	text: 'It counts as no account and no origin, and stays out of files you take away unless you ask for it.',
	own: 'The draft',
	against: 'Where it conflicts with others',
	missing: 'What two or more others say and the draft does not',
	nothing: 'Nothing: each line that two accounts carry is in the draft too.',
	more: (n: number) => `${n} more`
} as const;
