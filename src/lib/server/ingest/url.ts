/** Whether an address may be kept and shown as a link: http or https, no user name, at most 2,048 characters. */
export function isWebAddress(text: string): boolean {
	// eslint-disable-next-line no-control-regex -- an address with a line break in it is two addresses, or an attack
	if (text.length > 2048 || /[\u0000-\u0020\u007f]/.test(text) || !URL.canParse(text)) return false;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** The host of an address without `www.`, or null. */
export function hostOf(address: string | null | undefined): string | null {
	return address && isWebAddress(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
