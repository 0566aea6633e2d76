/** What the descriptions of paths are put together from. */

export type Json = Record<string, unknown>;

const EVENT = '01M8FV7SFH3ZSCVSMWS8WJ3ANT';

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const list = (key: string, name: string) => ({
	type: 'object',
	required: [key],
	properties: { [key]: { type: 'array', items: ref(name) } }
});
export const body = (schema: Json, example: unknown) => ({
	required: true,
	content: { 'application/json': { schema, example } }
});
export const answer = (description: string, schema: Json) => ({
	description,
	content: { 'application/json': { schema } }
});
export const failed = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: ref('Failure') } }
});

export const EVENT_ID = {
	name: 'id',
	in: 'path',
	required: true,
	schema: { type: 'string' },
	description: 'The event’s id.',
	example: EVENT
};
export const ACCOUNT_ID = {
	name: 'account',
	in: 'path',
	required: true,
	schema: { type: 'string' },
	description: 'The account’s id inside its event.',
	example: '01-the-mill-post'
};
export const NOT_FOUND = { 404: failed('There is no such thing here.') };
export const REFUSED = {
	...NOT_FOUND,
	413: failed('The body is too large.'),
	400: failed('A part of the body is not as it should be; `field` names it.'),
	422: failed('A text of it cannot be read.')
};
export const STORED = { 507: failed('There is no room left to keep it.') };
