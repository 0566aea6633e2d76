/** What the register of sources says. */
export const sourceWords = {
	title: 'Sources',
	lead: 'Who the accounts of all events are from. A new page from the same address gets the same name and kind.',
	noRating:
		'Lateral rates nobody. What stands as “your words” was written by the people who use this Lateral.',
	find: 'Find a source',
	add: 'Add a source',
	none: 'There are no accounts yet.',
	noneFound: (words: string) => `No source is called something like “${words}”.`,
	all: 'All sources',
	head: ['Source', 'Kind', 'Where', 'Your words', 'Accounts'],
	also: (names: readonly string[]) => `also ${names.join(', ')}`,
	change: 'Change',
	edit: {
		title: (name: string) => (name === '' ? 'Add a source' : name),
		lead: 'What stands here goes before what the accounts show. Accounts that are kept stay as they are.',
		name: 'Name',
		kind: 'Kind',
		aliases: 'Other names',
		aliasesHint: 'Accounts under these names count as this source’s. Part them by commas.',
		hosts: 'Addresses',
		hostsHint: 'Sites whose pages are this source’s, such as quay-herald.org. Part them by commas.',
		country: 'Country',
		languages: 'Languages',
		languagesHint: 'Two letters each, such as en, de.',
		labels: 'Your own words for it',
		labelsHint:
			'Anything that helps you or your class, such as local paper, party to the dispute. Part them by commas.',
		save: 'Save',
		forget: 'Forget what was said of it',
		forgetHint: 'Its accounts stay, and the register shows again what they tell.',
		wrong: {
			name: 'Give a name of at most 120 letters.',
			kind: 'Choose a kind.',
			hosts: 'One of these is no address. Write quay-herald.org, or paste the address of a page.',
			languages: 'Give each language as two or three letters, such as en.'
		} as Record<string, string>
	}
} as const;
