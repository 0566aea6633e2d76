/** Words of the side-by-side view. */
export const sideWords = {
	title: 'Side by side',
	left: 'First account',
	right: 'Second account',
	compare: 'Compare',
	pairs: 'Matched claims',
	pair: 'pair',
	previous: '← Previous',
	next: 'Next →',
	at: (at: number, of: number) => `${at} of ${of}`,
	onlyConflicts: 'Conflicts only',
	allPairs: 'All pairs',
	words: 'Word differences',
	noWords: 'Hide word differences',
	counts: (conflict: number, differ: number, agree: number) =>
		`${conflict} conflict, ${differ} differ, ${agree} agree`,
	key: { conflicts: 'same claim, conflict', agrees: 'same claim, agree or fit', alone: 'only here' },
	otherWords: 'in other words',
	keys: '← → pairs · c conflicts only · d word differences',
	textOf: (name: string) => `Text of ${name}`,
	list: 'Matched claims, conflicts first',
	listConflicts: 'Conflicts',
	noConflict: 'No claims of these two conflict.',
	noCommon: 'These two have no line in common.',
	two: 'Two accounts are needed to set side by side. Add one more.',
	kind: {
		conflicts: 'conflict',
		update: 'later news',
		differs: 'differ in detail',
		agrees: 'agree'
	},
	stands: (denied: boolean) => (denied ? 'denied' : 'affirmed'),
	stacked: {
		label: 'One line, all wordings',
		none: 'Two accounts in full',
		show: 'Show',
		note: (n: number) =>
			`${n} wordings, version by version. Marked: words that the one set in a frame does not have.`,
		against: 'set against',
		back: 'Two accounts side by side',
		line: 'Show the line in the lineup'
	},
	quotes: {
		title: 'Quotations in both',
		alike: (n: number) => `${n} quoted alike.`,
		fuller: (name: string) => `, fuller in ${name}`,
		all: 'Quotations against their fullest form',
		allNote:
			'What several accounts quote, and not alike. The fullest form stands first; struck through is what an account leaves out, marked is what it words otherwise.',
		fullest: 'fullest form',
		stand: {
			alike: 'quoted alike',
			cut: 'cut short at an end',
			joined: 'words left out inside',
			changed: 'words differ'
		}
	}
} as const;
