/** Words of the interface that more than one component says. */
export const words = {
	glyph: {
		own: 'own voice',
		named: 'named source',
		unnamed: 'unnamed source',
		hedged: 'hedged',
		denied: 'denied',
		silent: 'silent',
		unknown: 'not known'
	},
	/** One sentence on each sign, for "How to read this". */
	glyphMeaning: {
		own: 'The account says so itself.',
		named: 'The account names who says so.',
		unnamed: 'The account does not name who says so.',
		hedged: 'Said with reserve: “may”, “reportedly”, “is believed to”.',
		denied: 'Said not to be so.',
		silent: 'The account says nothing on this line. That is not a denial.',
		unknown: 'The text was cut short, or appeared before it could know.'
	},
	kind: {
		outlet: 'outlet',
		agency: 'agency',
		official: 'official',
		institution: 'institution',
		person: 'person'
	},
	kinds: {
		outlet: ['outlet', 'outlets'],
		agency: ['agency', 'agencies'],
		official: ['official', 'officials'],
		institution: ['institution', 'institutions'],
		person: ['person', 'people']
	},
	lane: {
		official: 'Officials and institutions',
		other: 'People and other sources',
		press: 'Outlets and agencies in their own voice'
	},
	group: {
		disputed: 'In dispute',
		agreed: 'Agreed',
		unclear: 'Unclear',
		single: 'In one account only'
	},
	relation: {
		conflicts: 'Conflicts with',
		update: 'Later or earlier news',
		differs: 'Differs in detail, fits',
		agrees: 'Agrees with'
	},
	voice: {
		own: 'Own voice',
		named: 'Named sources',
		unnamed: 'Unnamed sources'
	},
	values: {
		number: 'Numbers given',
		date: 'Times given',
		duration: 'Durations given',
		money: 'Amounts given',
		percent: 'Shares given',
		place: 'Places given',
		person: 'People named'
	},
	quote: {
		direct: 'quoted word for word',
		mixed: 'quoted in part',
		indirect: 'in the account’s own words'
	}
} as const;
