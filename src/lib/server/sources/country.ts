/** Two-letter ends of addresses that many use for what they spell, whatever the country. */
const ANYWHERE = new Set('ai am cc co eu fm gg io la ly me nu sh st su to tv vc ws'.split(' '));

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The country that an address's end stands for, in English; '' where it stands for none. */
export function countryOf(host: string): string {
	const end = /\.([a-z]{2})$/.exec(host)?.[1];
	if (end === undefined || ANYWHERE.has(end)) return '';
	return NAMES.of(end === 'uk' ? 'GB' : end.toUpperCase()) ?? '';
}
