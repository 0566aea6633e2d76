import { getContext, setContext } from 'svelte';

const KEY = Symbol('reviewed');

type Ids = Readonly<Record<string, true>>;

/** Tells the components of a page on which lines and claims, by id, a person decided something. */
export function setReviewed(ids: () => Ids | undefined): void {
	setContext(KEY, ids);
}

/** Asks whether a person decided something on a line or a claim; nobody did where no page says so. */
export function getReviewed(): (id: string) => boolean {
	const ids = getContext<(() => Ids | undefined) | undefined>(KEY);
	return (id) => ids?.()?.[id] ?? false;
}
