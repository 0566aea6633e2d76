import { count } from '../format.ts';

/** Words of the feeds. */
export const feedWords = {
	jump: 'Follow feeds, look for what is new',
	/** When a feed is looked at next; `minutes` from now. */
	next: (minutes: number) =>
		`Looked at by itself, next in ${minutes < 90 ? count(minutes, 'minute') : `about ${count(Math.round(minutes / 60), 'hour')}`}.`
} as const;
