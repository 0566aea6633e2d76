/** Words of taking a whole event away and bringing it back in. */
export const evidenceWords = {
	take: {
		zip: 'Everything (ZIP)',
		html: 'Page to keep (HTML)',
		jsonld: 'Claims for machines (JSON-LD)'
	},
	bring: {
		title: 'Bring in an event',
		lead: 'A file that was saved with “Take away”, “Everything (ZIP)”: texts, comparison and reviews come back as they were.',
		checked:
			'Every file in it is checked. If one was changed, is missing or was added, it is named and nothing is brought in.',
		file: 'File',
		go: 'Bring in',
		link: 'Bring in an event from a file'
	}
};
