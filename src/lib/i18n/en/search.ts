/** Words of the search page. */
export const searchWords = {
	title: 'Find a claim or a source',
	found: (query: string) => `Found for “${query}”`,
	hint: 'Type words of a claim, or the name of who said it, into the box above.',
	key: 'leads there from any page.',
	nothing: 'Nothing in any event. Try fewer words, or the beginning of one.',
	nothingLeft: 'Nothing is left by these filters.',
	near: 'Nothing holds just these words. Near them:',
	places: (places: string, events: string) => `${places} in ${events}`,
	filters: 'Narrow down what was found',
	kind: 'Source',
	anyKind: 'Any source',
	state: 'Line',
	anyState: 'Any line',
	event: 'Event',
	anyEvent: 'Any event',
	show: 'Show'
} as const;
