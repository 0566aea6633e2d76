import { type Address, addressOf } from './event-address.ts';

/** The views of an event that have a path of their own; the lineup and the accounts share the event's. */
export const OWN_PATH_VIEWS = ['side-by-side', 'origins', 'timeline', 'agreement'] as const;
export type OwnPathView = (typeof OWN_PATH_VIEWS)[number];

/** Reads the view out of a path or route id by its last part. */
export function readOwnPathView(path: string | null): OwnPathView | null {
	const last = path?.split('/').at(-1);
	return OWN_PATH_VIEWS.find((view) => view === last) ?? null;
}

/** The address of a view with a path of its own; parameters without a value are left out. */
export function viewAddress(
	event: string,
	view: OwnPathView,
	params: Readonly<Record<string, string | undefined>> = {}
): string {
	const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
	const query = new URLSearchParams(given).toString();
	return `/events/${event}/${view}${query ? `?${query}` : ''}`;
}

/** The address of a state of the lineup or the accounts, from any page. */
export function eventAddress(event: string, state: Partial<Address> = {}): string {
	return `/events/${event}${addressOf(state)}`;
}

/** The address of a claim's place in its account. */
export function claimAddress(event: string, account: string, claim: string): string {
	return `${eventAddress(event, { view: 'accounts', account, claim })}#claim-${claim}`;
}
