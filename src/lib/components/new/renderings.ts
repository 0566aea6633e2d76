/** What an account's text is, as a person chooses it. */
export const RENDERING_OPTIONS = [
	{ value: 'verbatim', label: 'the source’s own words' },
	{ value: 'summary', label: 'a summary of them' },
	{ value: 'draft', label: 'my own draft' }
];
