/** Addresses that are taken at once; more are a list of feeds' work. */
export const MOST_ADDRESSES = 50;

/**
 * The addresses in what a person pasted, one a line or parted by spaces, each once: a name without `https://`
 * gets it, and marks that stood around a link in a text or mail are taken off.
 */
export function splitAddresses(pasted: string): string[] {
	const parts = pasted
		.slice(0, 200_000)
		.split(/[\s<>"'“”]+/)
		.map((part) => part.replace(/^[([{*•-]+|[)\]}.,;*]+$/g, ''))
		.filter((part) => /[.:]/.test(part) && /\p{L}/u.test(part));
	const whole = parts.map((part) =>
		/^[a-z][a-z0-9+.-]*:/i.test(part) && !/^[^/:]+:\d/.test(part) ? part : `https://${part}`
	);
	return [...new Set(whole)].slice(0, MOST_ADDRESSES);
}
