/** Words of "How well does this work?". */
export const qualityWords = {
	title: 'How well does this work?',
	lead: 'Lateral reads texts by rules and by weights learned from annotated news. It overlooks things, and at times it joins what does not belong together. Here is how often, counted on the events that come with it.',
	few: (events: number) =>
		`Each of the ${events} sample events comes with a reader’s list of what its accounts say and how that fits together; the engine’s result is compared with it. So few events, which its makers have looked at often, show a rough size and promise nothing for other texts.`,
	none: 'No figures came with this installation. They are made by “npm run eval”.',
	relations: {
		title: 'When it relates two claims',
		note: 'Two questions for each kind. Of what Lateral shows, how much is right? And of what a careful reader finds, how much does Lateral find?',
		kind: 'What Lateral says',
		means: {
			conflicts: 'Both cannot be true.',
			update: 'The later one knows more.',
			differs: 'Not the same, but both can be true.',
			agrees: 'Both say the same.'
		}
	},
	conflicts: {
		title: 'Conflicts, by what they are over',
		note: 'Here a dispute counts as found when Lateral shows at least one conflict between its two sides.',
		kind: 'Conflict over'
	},
	precision: 'Right, of what is shown',
	precisionTerm: 'precision',
	recall: 'Found, of what is there',
	recallTerm: 'recall',
	caseNone: 'no case',
	of: (right: number, of: number) => `${right} of ${of}`,
	steps: {
		title: 'The steps before',
		note: 'A relation can only be right if the steps before it were.',
		kind: 'Step',
		share: 'Cases'
	},
	/** Each measured step in plain words; the key is its name in data/quality.json. */
	step: {
		'claims found': 'Statements that a reader marked and Lateral has found',
		voice: 'Found statements with the right voice: own, named or unnamed source',
		holder: 'Statements of others that are put to the right person or body',
		'whole attribution': 'The same, with everyone who passed it on',
		values: 'Numbers, dates and amounts read with the right bounds',
		'alignment precision': 'Pairs put on one line that belong on one line',
		'alignment recall': 'Pairs that belong on one line and stand on one',
		'near misses called conflicts':
			'Pairs that only look like a conflict, and are called one (fewer is better)',
		'updates called conflicts': 'Later news that is called a conflict (fewer is better)',
		'origins exact': 'Lines with exactly the right number of independent origins',
		'changed quotes found': 'Shortened or altered quotations that are noticed',
		'kept quotes called changed': 'Unaltered quotations that are called altered (fewer is better)'
	} as Record<string, string>,
	misses: {
		title: 'What it is known to miss',
		list: [
			[
				'Conflicts that need knowledge of the world.',
				'“In Geneva” and “in the Swiss capital” conflict only for those who know that capital.'
			],
			[
				'The same point in other words.',
				'If two accounts share hardly any word for one thing, Lateral may put them on two lines, and then compares nothing.'
			],
			[
				'Disputes over cause, intent and blame.',
				'Two causes are compared where each account names one in a sentence (“because of fog”). Aims and blame seldom stand in one, and most such disputes are missed.'
			],
			[
				'Later news without a sign of time.',
				'Where neither hour nor words such as “initially” or “has risen to” tell, a change can look like a conflict, and the other way round.'
			],
			[
				'One origin under several names.',
				'“The ministry”, “an official” and “Seoul” may be one. The number of origins is then too high.'
			],
			['Irony, images, tables and other languages.', 'It reads running English text as it stands.']
		]
	},
	doubt: {
		title: 'If in doubt',
		list: [
			'Open the cell. The exact words stand there, and under “Why Lateral reads it so” the reasons.',
			'No sign of a conflict does not mean that accounts agree. Read them side by side.',
			'Correct it: choose “Correct this” in the panel. A person’s decision always goes before the engine’s, also when accounts are added.'
		]
	},
	made: (version: string) =>
		`Engine ${version}. Anyone can repeat this: “npm run eval” compares the sample events again and writes data/quality.json, from which this page is made. What counts as right is described in tools/eval/README.md.`
};
