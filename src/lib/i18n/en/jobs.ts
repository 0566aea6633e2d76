/** Words on a comparison that is being made, waits, or did not come to its end. */
export const jobWords = {
	stages: {
		reading: 'Reading the accounts',
		matching: 'Lining up what speaks to the same point',
		relating: 'Finding where they agree and conflict'
	},
	starting: 'Starting',
	done: 'done',
	of: (done: number, total: number) => `${done} of ${total}`,
	/** On a comparison that waits; `ahead` wait before it, besides those that are being made. */
	waits: (ahead: number) =>
		ahead === 0
			? 'Waiting: it is next.'
			: `Waiting: ${ahead === 1 ? '1 comparison' : `${ahead} comparisons`} before yours.`,
	first: {
		running: 'The accounts are being compared',
		meanwhile: 'The lineup appears here as soon as it is ready. You can read the accounts meanwhile.',
		none: 'These accounts have not been compared yet',
		kept: 'The accounts are kept.'
	},
	later: {
		running: 'A new comparison is being made',
		meanwhile: 'The accounts have changed. Until it is ready, the lineup below is the earlier one.',
		none: 'The lineup is not up to date',
		kept: 'The accounts have changed since it was made.'
	},
	progress: 'See progress',
	again: 'Compare again',
	manage: 'Manage the event'
} as const;
