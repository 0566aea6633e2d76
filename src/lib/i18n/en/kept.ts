/** Words of the page to keep, which stands by itself: no server, no network, no other page of Lateral to lead to. */
export const keptWords = {
	parts: 'On this page',
	lineup: 'Lineup',
	lines: 'Every line in full',
	origins: 'Origins',
	accounts: 'Accounts',
	about: 'About this page',
	how: 'How to read this page',
	open: 'Choose a line or a sign to read it in full. The address then leads to it.',
	keys: 'Arrows move among the signs, Enter opens, Esc closes.',
	close: '‹ Close',
	mark: 'marks what a person decided, against the engine or with it.',
	silent: 'Silent:',
	unknown: 'Not known:',
	flags: 'Less support than it seems',
	flagLead: 'Several accounts carry these lines, from one origin or from unnamed ones only.',
	rests: { one: 'one origin', unnamed: 'only unnamed origins' },
	disputed: (lines: number) => `${lines} in dispute`,
	account: {
		none: 'no date',
		edited: 'changed',
		noUrl: 'no address',
		cutShort: 'cut short: what it leaves out is not known',
		summary: 'compared by our summary of it, not by its own words',
		draft: 'your draft, not published',
		word: 'word'
	},
	made: (when: string, version: string, rules: string) =>
		`Made on ${when} by Lateral ${version} (rules ${rules}), from the texts as they were then.`,
	alone: 'It stands by itself: it asks no server for anything, and can be kept, sent and printed.',
	withDrafts: 'It holds a draft that is not published. Think before you pass it on.',
	texts:
		'The accounts’ whole texts are not on it, only the passages that claims stand in. Fingerprints (SHA-256) tell which texts were compared.',
	unseen:
		'Characters that cannot be seen, or that turn the direction of a text around, are written out as [U+…].',
	machines: 'The same claims are in the page’s source for machines (JSON-LD, schema.org).'
};
