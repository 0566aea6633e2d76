/** Words of the lineup: its filters, its table, its miniature and what can be taken away from it. */
export const lineupWords = {
	several: 'fits more than one',
	colour: 'Colour = version of the claim',
	glance: {
		differ: 'Where they differ',
		noConflict: 'Lateral found no conflict between these accounts. It misses some.',
		unclear: 'Some deny, some state',
		agree: 'What independent origins agree on',
		single: 'Widely repeated, from one origin'
	},
	noConflict: (isUnclear: boolean) =>
		`Lateral found no line in dispute. It misses some: ${isUnclear ? 'look at the lines under Unclear, or ' : ''}set two accounts side by side.`,
	gaps: (silent: number, unknown: number) =>
		[silent ? `${silent} silent` : '', unknown ? `${unknown} not known` : ''].filter(Boolean).join(' · '),
	columns: {
		label: 'Columns',
		accounts: 'Accounts',
		holders: 'Holders',
		accountsTitle: 'A column for each account',
		holdersTitle: 'A column for each one who said it, wherever it was printed'
	},
	table: (event: string, lines: string, columns: string) => `${event}: ${lines} and ${columns}`,
	first: 'Lines, most disputed first',
	firstEasy: 'The five lines to read first',
	filters: {
		label: 'Which lines are shown',
		disputed: 'Only in dispute',
		more: 'More filters',
		voice: 'Somebody speaks in this voice',
		anyVoice: 'Any voice',
		conflict: 'Accounts conflict over',
		anyConflict: 'Anything or nothing',
		kind: 'A source of this kind speaks',
		anyKind: 'Any source',
		silent: 'This account says nothing',
		anySilent: 'No matter who is silent',
		apply: 'Show',
		left: (shown: number, lines: number) => `${shown} of ${lines} lines`,
		all: 'show all',
		none: 'No line is left by these filters.',
		empty: 'No claims were found in these accounts.',
		emptyDo: 'Add an account, or read the texts under Accounts.'
	},
	conflict: {
		number: 'a number',
		date: 'a date or time',
		place: 'a place',
		person: 'a person',
		negation: 'yes or no',
		opposite: 'opposites',
		intent: 'cause or intent',
		quote: 'what was said'
	} as Record<string, string>,
	easy: {
		on: 'Easy mode',
		off: 'Leave easy mode',
		note: 'The five lines that matter most, with the words explained.'
	},
	page: {
		label: 'Columns shown',
		of: (from: number, to: number, of: number) => `Columns ${from} to ${to} of ${of}`,
		previous: 'Previous columns',
		next: 'Next columns'
	},
	unclear: 'Some deny and some state; whether they mean the same is for you to judge.',
	more: (more: number) => `Show ${more} more lines`,
	strip: (text: string) => `Given: ${text}`,
	unlabelled: (letter: string) => `version ${letter}`,
	unnamed: 'unnamed',
	summary: 'summary',
	summaryTitle: 'Our summary of it, not its own words',
	draft: 'your draft',
	draftTitle: 'Private: it counts as no account, and stays out of files unless you ask',
	notInDraft: 'not in the draft',
	cutShort: 'cut short',
	close: 'Close the panel',
	review: 'Is this line right?',
	compareWordings: 'Compare all wordings word by word',
	rests: {
		oneUnnamed: 'one unnamed origin',
		onlyUnnamed: 'only unnamed origins',
		one: (accounts: number) => `${accounts} accounts, one origin`
	},
	map: { title: 'The whole lineup', go: (group: string, lines: number) => `Go to ${group}, ${lines} lines` },
	take: {
		label: 'Take away',
		svg: 'Picture (SVG)',
		png: 'Picture (PNG)',
		csv: 'Table (CSV)',
		print: 'Print',
		drafts: 'With the draft',
		failed: 'The picture could not be made. The SVG holds the same.'
	},
	claim: {
		on: (source: string) => `${source} on this line`,
		who: 'Who says so',
		read: 'Read in the account',
		original: 'Open the original',
		why: 'Why Lateral reads it so',
		rule: (rule: string) => `rule: ${rule}`,
		plain: 'No source is named for it, and no word near it holds back or denies: the account says it itself.',
		plainRule: 'own voice, stated'
	},
	cite: {
		open: 'Cite this',
		copy: 'Copy',
		copied: 'Copied',
		failed: 'Select the text and copy it.',
		label: 'Citation',
		line: (title: string, event: string) => `“${title}”, as accounts of “${event}” have it:`,
		summary: 'our summary',
		silentAre: (names: string) => `Silent: ${names}`,
		unknownAre: (names: string) => `Not known: ${names}`,
		unnamed: 'unnamed',
		citing: 'citing',
		conflicts: (names: string) => `Conflicts with ${names}.`,
		made: 'Lined up with Lateral, which shows who said what, not who is right.'
	}
};
