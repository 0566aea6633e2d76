import { count } from '../format.ts';

/** Words of the header, the keys and the start page. */
export const shellWords = {
	skip: 'Skip to content',
	home: 'Lateral, all events',
	main: 'Main',
	events: 'Events',
	feeds: 'Feeds',
	sources: 'Sources',
	foot: {
		label: 'About Lateral',
		judge: 'Lateral shows who said what. It does not say who is right.',
		sent: (requests: number) =>
			requests === 0
				? 'It has asked no other site for anything since it was started.'
				: `It has sent ${count(requests, 'request')} to other sites since it was started.`,
		how: 'How to read this',
		well: 'How well does this work?',
		bin: 'Bin'
	},
	find: 'Find a claim or a source',
	compare: 'Compare accounts',
	keys: {
		title: 'Keys',
		groups: [
			{
				title: 'Everywhere',
				keys: [
					[['/'], 'find a claim or a source'],
					[['?'], 'show these keys'],
					[['Tab'], 'next link, button or chart mark']
				]
			},
			{
				title: 'Lineup',
				keys: [
					[['←', '↑', '→', '↓'], 'move among the cells'],
					[['Home', 'End'], 'first and last cell of a line'],
					[['Enter'], 'open what a cell says'],
					[['Esc'], 'close the panel']
				]
			},
			{
				title: 'Side by side',
				keys: [
					[['←', '→'], 'previous and next pair'],
					[['c'], 'conflicts only, or all pairs'],
					[['d'], 'word differences']
				]
			}
		]
	},
	start: {
		title: 'Events',
		note: 'Who says what, how firmly, and where the accounts agree or conflict.',
		samples: 'These are samples to look around in.',
		bring: 'Bring two or more accounts of one event, and Lateral lines up what they say.',
		tour: 'Take the tour',
		how: 'How to read this'
	}
} as const;
