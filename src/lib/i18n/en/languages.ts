/** A language's English name: `German`. */
export function languageName(code: string): string {
	return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}

/** What is said of accounts in other languages than English. */
export const languageWords = {
	short: (code: string) => `in ${languageName(code)}`,
	draft: (code: string) =>
		`This looks like ${languageName(code)}. Claims are found in English only: here names, numbers, dates and quotations are compared, and what it says on a line counts as not known, never as silence.`,
	isEnglish: 'It is in English',
	title: (code: string) => `This account is in ${languageName(code)}`,
	text: 'Claims are found in English only, so none are shown of it, and what it says on a line is not known. That is not silence. Its names, numbers, dates and quotations are set beside the others’.',
	kept: (code: string) => `in ${languageName(code)}: its claims are not read, so what it says is not known`,
	shared: {
		title: 'What can be set beside the others',
		none: 'Nothing of it was found in another account.',
		kinds: { name: 'Names', number: 'Numbers', date: 'Dates', quote: 'Quotations' },
		also: 'also in',
		nowhere: 'in no other account'
	}
} as const;
