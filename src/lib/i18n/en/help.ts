/** "How to read this", its glossary, and the tour. */
export const helpWords = {
	title: 'How to read this',
	close: 'Close',
	intro:
		'Each row is a line: one point that the accounts speak to. Each column is an account. Choose a sign to read the exact words, who is said to have said them, and what they conflict with.',
	asks: 'Four questions',
	/** What readers come for, and where each answer stands. */
	askList: [
		[
			'What do they disagree on?',
			'Lineup, the group “In dispute”: under each title stand the versions. Beside the lineup, “At a glance” says who gives which.'
		],
		[
			'Who says so?',
			'Choose a sign. The panel has the exact words, and under “Who says so” everyone on the way.'
		],
		[
			'Where does it come from?',
			'Origins: who first said it, who passed it on. “Less support than it seems” lists what many repeat from one origin.'
		],
		['What did this account leave out?', 'Accounts: choose one, and read “What others say and it does not”.']
	],
	signs: 'How it is said',
	colours: 'Colours',
	colour:
		'Colour tells the versions of a line apart. A claim that fits several versions, and every agreed line, keeps one neutral colour. Side by side and Origins use colour for something else and say so.',
	colourApart:
		'Colour tells the versions of a line apart. A claim that fits several versions, and every agreed line, keeps one neutral colour.',
	judge: 'Lateral shows who said what. It does not say who is right.',
	well: 'How well does this work?',
	views: 'Views',
	viewList: [
		['Lineup', 'What every account says, line by line.'],
		['Side by side', 'Two accounts in full, with what they share and where they conflict.'],
		['Origins', 'Who first said it, and who passed it on.'],
		['Timeline', 'When each account appeared, and when each says that things happened.'],
		['Agreement', 'On how many lines each two agree.'],
		['Accounts', 'Each text in full, and what it leaves out.']
	],
	words: 'Words',
	/** Each word with what it means, for a class. */
	glossary: [
		['line', 'One point that accounts speak to, for example how many people were hurt.'],
		['version', 'What can be true together. A line with two versions is in dispute.'],
		['hedge', 'A word that holds back: “may”, “reportedly”, “is believed to”.'],
		['agency', 'A news service whose reports many outlets print, often word for word.'],
		['unnamed source', 'Somebody who is quoted without a name: “officials said”.'],
		['origin', 'Who said it first. Five outlets that repeat one agency have one origin.'],
		['holder', 'The one whose word it is: the last in the chain of who said so.'],
		[
			'unclear',
			'Some accounts deny and some state, and Lateral cannot tell whether they mean the same thing.'
		],
		['silent', 'An account that says nothing on a line. That is not a denial.']
	],
	tour: 'Take the tour',
	steps: [
		['A line', 'Each row is one point that several accounts speak to. The most disputed stand first.'],
		['An account', 'Each column is one account, in order of publication. Officials are marked as such.'],
		[
			'A sign',
			'Its shape tells how it is said: in the account’s own voice, by a named or an unnamed source, hedged or denied. Its colour tells which version it gives.'
		],
		[
			'The exact words',
			'Choose a sign: the panel shows the sentence, who said so, and what it conflicts with.'
		],
		[
			'Five more views',
			'Two accounts in full, who said it first, what came when, who agrees with whom, and each text with what it leaves out.'
		]
	],
	step: (at: number, of: number) => `${at} of ${of}`,
	next: 'Next',
	back: 'Back',
	skip: 'Skip the tour',
	done: 'Done'
} as const;
