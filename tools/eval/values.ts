import type { Value } from '#lib/model/index.ts';

/** A gold value, read: bounds of a number, or the first and last moment of a date. */
type Bounds = { low?: number; high?: number; from?: string; to?: string; about?: boolean };

/** Reads `26`, `~4500`, `19..`, `..19`, `6500..7500`, `2026-04-21T07:48`, `2018-04`. */
export function readBounds(text: string): Bounds {
	if (text.startsWith('~')) return { ...readBounds(text.slice(1)), about: true };
	const [first, last] = text.includes('..') ? text.split('..') : [text, text];
	if (/\d{4}-\d{2}/.test(text)) return { ...(first && { from: first }), ...(last && { to: last }) };
	return { ...(first && { low: Number(first) }), ...(last && { high: Number(last) }) };
}

/** Whether a value read by the engine has a gold value's bounds; of two moments the coarser one decides. */
export function hasBounds(value: Value, bounds: Bounds): boolean {
	if (bounds.about) return isAbout(value, bounds.low!);
	if (bounds.from === undefined && bounds.to === undefined) {
		return value.kind !== 'date' && value.low === bounds.low && value.high === bounds.high;
	}
	return value.kind === 'date' && agree(value.from, bounds.from) && agree(value.to, bounds.to);
}

/** How wide “about” is, is the engine's to say, within a fifth to either side. */
function isAbout({ kind, low, high }: Value, number: number): boolean {
	if (kind === 'date' || low === undefined || high === undefined) return false;
	return low <= number && number <= high && low >= number * 0.8 && high <= number * 1.2;
}

/** A gold bound that is open (“before eight”) is not asked for: the engine may know the day's beginning. */
function agree(moment: string | undefined, gold: string | undefined): boolean {
	return gold === undefined || (moment !== undefined && (moment.startsWith(gold) || gold.startsWith(moment)));
}
