import { ACCOUNT_ID, answer, EVENT_ID, failed, NOT_FOUND, ref, STORED, type Json } from './openapi-parts.ts';

const text = { type: 'string' };

const thing = (more: Json): Json => ({
	type: 'object',
	required: ['id', 'title', 'keptUntil', ...Object.keys(more)],
	properties: {
		id: text,
		title: text,
		keptUntil: { ...text, description: 'When it is deleted for good.' },
		...more
	}
});

/** What lies in the bin, and what is left of it when it is deleted for good. */
export const binSchemas: Json = {
	BinnedAccount: thing({
		event: { type: 'object', required: ['id', 'title'], properties: { id: text, title: text } },
		source: text,
		removedAt: text
	}),
	BinnedEvent: thing({ accounts: { type: 'integer' }, deletedAt: text }),
	Purged: { type: 'object', required: ['id'], properties: { id: text } }
};

const PURGED = {
	200: answer('It is gone, and no byte of it is left in the data folder.', ref('Purged')),
	...NOT_FOUND,
	507: failed(
		'The disk is full. With `purge_unfinished` it is gone from here, and older copies go when there is room.'
	)
};

/** The paths by which what was deleted comes back, or goes for good. */
export const binPaths: Json = {
	'/api/v1/bin': {
		get: {
			summary: 'What lies in the bin, and until when.',
			responses: {
				200: answer('Events, and accounts taken out of events that are still there.', {
					type: 'object',
					required: ['events', 'accounts'],
					properties: {
						events: { type: 'array', items: ref('BinnedEvent') },
						accounts: { type: 'array', items: ref('BinnedAccount') }
					}
				})
			}
		}
	},
	'/api/v1/events/{id}/restore': {
		parameters: [EVENT_ID],
		post: {
			summary: 'Back from the bin.',
			responses: { 200: answer('The event.', ref('Event')), ...NOT_FOUND, ...STORED }
		}
	},
	'/api/v1/events/{id}/purge': {
		parameters: [EVENT_ID],
		post: { summary: 'Deletes an event in the bin for good, at once.', responses: PURGED }
	},
	'/api/v1/events/{id}/accounts/{account}/restore': {
		parameters: [EVENT_ID, ACCOUNT_ID],
		post: {
			summary: 'Puts an account that was taken out back, and has the event compared anew.',
			responses: { 200: answer('What was put back.', ref('AccountView')), ...NOT_FOUND, ...STORED }
		}
	},
	'/api/v1/events/{id}/accounts/{account}/purge': {
		parameters: [EVENT_ID, ACCOUNT_ID],
		post: {
			summary: 'Deletes an account that was taken out for good, with what people decided on its words.',
			responses: PURGED
		}
	}
};
