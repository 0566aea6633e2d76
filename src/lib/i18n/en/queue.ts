/** Words of the review queue. */
export const queueWords = {
	title: 'Review',
	lead: 'Words that stand under two names come first, then the pairs of claims where Lateral is least sure and most hangs on it. One key each; everything can be taken back.',
	progress: (decided: number, open: number) => `${decided} decided, ${open} to go`,
	progressLabel: 'Questions decided',
	says: {
		agrees: 'Lateral says: these two agree.',
		conflicts: 'Lateral says: these two conflict.',
		differs: 'Lateral says: these two differ in detail, and both can be true.',
		update: 'Lateral says: one of these is later news than the other.'
	},
	/** Words that stand under several names. */
	who: {
		title: (names: number) =>
			`The same words stand under ${names === 2 ? 'two' : names} names. Whom do the accounts name?`,
		quote: (words: string) => `“${words}”`,
		given: (name: string, sources: string) => `${name}: ${sources}`,
		why: 'Often Lateral has misread one of them. What the accounts themselves say counts.',
		decide: 'Who says it',
		all: (name: string, accounts: number) => `${name} in ${accounts === 2 ? 'both' : 'all'}`,
		each: 'Each as shown: the accounts differ'
	},
	inLine: 'On the line',
	because: 'Why',
	citing: (holder: string) => `citing ${holder}`,
	decide: 'What holds between the two',
	choices: {
		confirm: 'That is right',
		agrees: 'They agree',
		conflicts: 'They conflict',
		differs: 'They differ in detail',
		update: 'One is later news',
		none: 'None of these',
		notSame: 'Not the same point'
	},
	skip: 'Skip',
	export: 'Download what is decided as labelled pairs (JSON lines)',
	again: 'Begin again with those that were skipped',
	done: 'Nothing is left to decide.',
	skipped: (n: number) =>
		n === 1
			? 'One question was skipped; the rest is decided.'
			: `${n} questions were skipped; the rest is decided.`,
	none: 'There is nothing to compare yet.',
	toLineup: 'Open the lineup',
	history: 'History'
} as const;
