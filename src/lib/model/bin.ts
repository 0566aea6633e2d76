import type { Event, RemovedAccount } from './event.ts';

/** Days for which what was deleted stays in the bin. */
export const BIN_DAYS = 30;

const DAY = 24 * 3600 * 1000;

/** Until when something that was deleted at a moment can be put back, as an ISO time; after that it goes for good. */
export function keptUntil(deletedAt: string): string {
	return new Date(Date.parse(deletedAt) + BIN_DAYS * DAY).toISOString();
}

/** When an account was taken out of its event; an event from before that was noted says when it last changed. */
export function removedAt(account: RemovedAccount, event: Event): string {
	return account.removedAt ?? event.changedAt;
}
