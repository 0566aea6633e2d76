import * as v from 'valibot';

/** Id of an event in the store: 26 characters of Crockford base 32 (a ULID). */
export type EventId = string & { readonly __event: unique symbol };

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether a text from outside has the shape of an event id; a path is only ever made from one that has. */
export function isEventId(text: string): text is EventId {
	return ULID.test(text);
}

/** Id of an account inside its event: `01-breitbart`. It names no file, but is safe as one. */
export const AccountIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
