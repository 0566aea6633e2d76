/** What a person can be asked about an event: one form each. */
export const ASKS = [
	'confirm',
	'said',
	'out',
	'same',
	'oneSource',
	'hide',
	'challenge',
	'relation',
	'rename',
	'split',
	'add'
] as const;
export type AskKind = (typeof ASKS)[number];

/** A form that is open: what it asks, and of which claims (to add one, of which account), by id. */
export type Ask = { what: AskKind; of: string[] };

/** Reads the form that an address opens, such as `holder~01-courier:12-60`; null when it opens none. */
export function readAsk(text: string | null | undefined): Ask | null {
	const [word, ...of] = (text ?? '').split('~');
	const what = ASKS.find((one) => one === word);
	return what === undefined || of.length === 0 || of.includes('') ? null : { what, of };
}

/** The form as an address names it. */
export function writeAsk(what: AskKind, ...of: string[]): string {
	return [what, ...of].join('~');
}
