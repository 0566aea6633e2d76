/** Words of the review queue. */
export const queueWords = {
	title: 'Review',
	lead: 'Pairs of claims where Lateral is least sure and most hangs on it come first. One key each; everything can be taken back.',
	progress: (decided: number, open: number) => `${decided} decided, ${open} to go`,
	progressLabel: 'Pairs decided',
	says: {
		agrees: 'Lateral says: these two agree.',
		conflicts: 'Lateral says: these two conflict.',
		differs: 'Lateral says: these two differ in detail, and both can be true.',
		update: 'Lateral says: one of these is later news than the other.'
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
		n === 1 ? 'One pair was skipped; the rest is decided.' : `${n} pairs were skipped; the rest is decided.`,
	none: 'There is nothing to compare yet.',
	toLineup: 'Open the lineup',
	history: 'History'
} as const;
