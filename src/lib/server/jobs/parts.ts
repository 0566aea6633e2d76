import type { Comparison } from '#lib/model/index.ts';

/** The lists of a comparison that grow with its accounts, and how many of each go over at once. */
const AT_ONCE = { claims: 300, lines: 100, relations: 1_000 } as const;

type Key = keyof typeof AT_ONCE;

/** Some items of one of a comparison's lists. */
export type Part = { key: Key; items: readonly unknown[] };

/**
 * A comparison in parts, and what is left of it without them. Whoever receives a message must take it in whole: that
 * of two hundred accounts would hold up every page for a second.
 */
export function takeApart(comparison: Comparison): { parts: Part[]; rest: Comparison } {
	const parts: Part[] = [];
	const rest: Comparison = { ...comparison };
	for (const key of Object.keys(AT_ONCE) as Key[]) {
		const items = comparison[key];
		if (items.length <= AT_ONCE[key]) continue;
		for (let at = 0; at < items.length; at += AT_ONCE[key])
			parts.push({ key, items: items.slice(at, at + AT_ONCE[key]) });
		rest[key] = [];
	}
	return { parts, rest };
}

/** The comparison again, as it was before it was taken apart. */
export function putTogether(parts: readonly Part[], rest: Comparison): Comparison {
	const lists: Partial<Record<Key, unknown[]>> = {};
	for (const { key, items } of parts) {
		const list = (lists[key] ??= []);
		for (const item of items) list.push(item);
	}
	return { ...rest, ...(lists as Partial<Comparison>) };
}
