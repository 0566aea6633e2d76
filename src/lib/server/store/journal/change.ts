import type { Account, Edition, Event, Review } from '#lib/model/index.ts';

/** What became of a list: things added at its end, or a new order with the things that are new or different. */
export type ListChange<T> = { add: T[] } | { order: string[]; put: T[] };

type Lists = { accounts: Account; removed: Account; editions: Edition; reviews: Review };
type ListName = keyof Lists;
const LISTS = ['accounts', 'removed', 'editions', 'reviews'] as const satisfies ListName[];

/** What makes one state of an event out of the one before, as a journal keeps it. */
export type Change = {
	set?: Partial<Omit<Event, ListName>>;
	unset?: string[];
	lists?: { [Name in ListName]?: ListChange<Lists[Name]> };
};

/** What changed between two states. Parts that both share are taken for the same without a look inside. */
export function changeBetween(before: Event, after: Event): Change {
	const change: Change = {};
	const lists: Record<string, unknown> = {};
	const set: Record<string, unknown> = {};
	const old = before as Record<string, unknown>;
	for (const [key, value] of Object.entries(after)) {
		if (old[key] === value || value === undefined) continue;
		if (isList(key)) lists[key] = listChange<{ id: string }>(before[key], after[key]);
		else set[key] = value;
	}
	const kept = after as Record<string, unknown>;
	const unset = Object.keys(before).filter((key) => old[key] !== undefined && kept[key] === undefined);
	if (Object.keys(set).length > 0) change.set = set as Change['set'];
	if (unset.length > 0) change.unset = unset;
	if (Object.keys(lists).length > 0) change.lists = lists as Change['lists'];
	return change;
}

/** The state that a change makes of the one before. */
export function withChange(before: Event, { set, unset = [], lists = {} }: Change): Event {
	const after: Record<string, unknown> = { ...before, ...set };
	for (const key of unset) Reflect.deleteProperty(after, key);
	for (const name of LISTS) {
		const change = lists[name];
		if (change !== undefined) after[name] = withListChange<{ id: string }>(before[name] ?? [], change);
	}
	return after as Event;
}

function isList(key: string): key is ListName {
	return (LISTS as readonly string[]).includes(key);
}

function listChange<T extends { id: string }>(before: readonly T[] = [], after: readonly T[] = []) {
	if (after.length > before.length && before.every((item, index) => after[index] === item))
		return { add: after.slice(before.length) };
	const known = new Set(before);
	return { order: after.map(({ id }) => id), put: after.filter((item) => !known.has(item)) };
}

function withListChange<T extends { id: string }>(before: readonly T[], change: ListChange<T>): T[] {
	if ('add' in change) return [...before, ...change.add];
	const items = new Map([...before, ...change.put].map((item) => [item.id, item]));
	return change.order.map((id) => items.get(id)!);
}
