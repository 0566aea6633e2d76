/** Where the same page has a review form open, or with null has none. */
export function askAddress(params: URLSearchParams, ask: string | null): string {
	const next = new URLSearchParams(params);
	for (const name of ['ask', 'q', 'kept', 'place', '/decide', '/undo']) next.delete(name);
	if (ask !== null) next.set('ask', ask);
	return `?${next}`;
}
