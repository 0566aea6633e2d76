import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { AccountSchema, ComparisonSchema, ReviewSchema } from '#lib/model/index.ts';
import { AccountsInputSchema, EventInputSchema, ReviewsInputSchema } from './input.ts';
import { binPaths, binSchemas } from './openapi-bin.ts';
import {
	ACCOUNT_ID,
	answer,
	body,
	EVENT_ID,
	list,
	NOT_FOUND,
	ref,
	REFUSED,
	STORED,
	type Json
} from './openapi-parts.ts';

const FIRST = {
	source: { name: 'The Mill Post', kind: 'outlet' },
	title: 'Tram leaves the rails at Mill Lane',
	text: 'Tram leaves the rails at Mill Lane\n\nA tram left the rails at Mill Lane on Saturday, and 12 passengers were hurt, the fire service said.',
	publishedAt: '2026-03-14'
};
const SECOND = {
	source: { name: 'Radio Orrin', kind: 'outlet' },
	title: 'Nine hurt as tram derails',
	text: 'Nine hurt as tram derails\n\nNine people were hurt when a tram derailed at Mill Lane on Saturday, according to the operator.',
	publishedAt: '2026-03-14'
};
const THIRD = {
	source: { name: 'Orrin Rescue', kind: 'official' },
	text: 'Crews treated 12 people after a tram derailed at Mill Lane. One person was taken to hospital.'
};
const DECISION = {
	kind: 'certainty',
	claim: { account: '01-the-mill-post', start: 84, end: 107, words: '12 passengers were hurt' },
	certainty: 'hedged'
};

/** What clients can send, each as the requests of the tests send it. */
export const EXAMPLES = {
	event: { title: 'Tram derails at Mill Lane', when: '14 March 2026', accounts: [FIRST, SECOND] },
	accounts: { accounts: [THIRD] },
	reviews: { who: 'Ines', why: 'The speaker held back.', seen: 0, decisions: [DECISION] }
} as const;

const DRAFTS = {
	name: 'drafts',
	in: 'query',
	schema: { enum: ['with'] },
	description: 'Asks for your own drafts too, which are left out otherwise.'
};

const ZIP = { 'application/zip': { schema: { type: 'string', contentMediaType: 'application/zip' } } };

const EventView: Json = {
	type: 'object',
	required: ['id', 'name', 'title', 'createdAt', 'changedAt', 'sample', 'accounts', 'comparison'],
	properties: {
		id: { type: 'string' },
		name: { type: 'string', description: 'The id inside the comparison document.' },
		title: { type: 'string' },
		what: { type: 'string' },
		when: { type: 'string' },
		createdAt: { type: 'string' },
		changedAt: { type: 'string' },
		deletedAt: { type: 'string', description: 'Set while the event lies in the bin.' },
		keptUntil: { type: 'string', description: 'When it is then deleted for good.' },
		sample: { type: 'boolean' },
		accounts: { type: 'array', items: ref('AccountView') },
		comparison: {
			enum: ['none', 'stale', 'current'],
			description: 'Whether there is a comparison, and whether it was made from what the event holds now.'
		},
		job: ref('Job')
	}
};

const Job: Json = {
	type: 'object',
	required: ['id', 'state'],
	properties: {
		id: { type: 'string' },
		event: { type: 'string' },
		state: { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
		ahead: { type: 'integer', description: 'How many wait before it, while it waits.' },
		failure: {
			type: 'object',
			properties: { code: { type: 'string' }, message: { type: 'string' } }
		}
	}
};

const Failure: Json = {
	type: 'object',
	required: ['error'],
	properties: {
		error: {
			type: 'object',
			required: ['code', 'message', 'requestId'],
			properties: {
				code: { type: 'string', description: 'Stable: meant for programs.' },
				message: { type: 'string', description: 'What happened and what to do: meant for people.' },
				field: { type: 'string', description: 'The part of the body that it is about.' },
				requestId: { type: 'string' }
			}
		}
	}
};

function schemaOf(schema: GenericSchema): Json {
	const { $schema: _dialect, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
	return rest;
}

function accountView(): Json {
	const { text: _text, ...properties } = schemaOf(AccountSchema).properties as Json;
	return {
		type: 'object',
		required: ['id', 'source', 'title', 'characters'],
		properties: { ...properties, characters: { type: 'integer' } }
	};
}

let made: Json | undefined;

/** The OpenAPI 3.1 document of the API: its paths, what they take and give, and an example of each body. */
export function openApi(): Json {
	return (made ??= {
		openapi: '3.1.0',
		info: {
			title: 'Lateral',
			version: '1',
			description:
				'Who says what about an event, and how firmly. A server for this machine alone asks for no sign-in; a shared one wants the cookie of /sign-in. A request that changes something says in `Origin` the address that it calls, as this server’s own pages do.'
		},
		paths: {
			'/api/v1/events': {
				get: {
					summary: 'Every event that is not in the bin, newest change first.',
					responses: { 200: answer('The events.', list('events', 'Event')) }
				},
				post: {
					summary: 'Makes an event out of accounts, and has it compared.',
					requestBody: body(schemaOf(EventInputSchema), EXAMPLES.event),
					responses: {
						201: answer('The event, with the job that compares it.', ref('Event')),
						...REFUSED,
						...STORED
					}
				}
			},
			'/api/v1/events/{id}': {
				parameters: [EVENT_ID],
				get: {
					summary: 'One event, in the bin or not.',
					responses: { 200: answer('The event.', ref('Event')), ...NOT_FOUND }
				},
				delete: {
					summary: 'To the bin, for thirty days.',
					responses: { 200: answer('The event.', ref('Event')), ...NOT_FOUND, ...STORED }
				}
			},
			...binPaths,
			'/api/v1/events/{id}/accounts': {
				parameters: [EVENT_ID],
				get: {
					summary: 'The accounts of an event, without their texts.',
					responses: { 200: answer('The accounts.', list('accounts', 'AccountView')), ...NOT_FOUND }
				},
				post: {
					summary: 'Adds accounts, and has the event compared anew.',
					requestBody: body(schemaOf(AccountsInputSchema), EXAMPLES.accounts),
					responses: {
						201: answer('What was added.', list('accounts', 'AccountView')),
						...REFUSED,
						...STORED
					}
				}
			},
			'/api/v1/events/{id}/accounts/{account}': {
				parameters: [EVENT_ID, ACCOUNT_ID],
				get: {
					summary: 'One account with its text.',
					responses: { 200: answer('The account.', ref('Account')), ...NOT_FOUND }
				},
				delete: {
					summary: 'Takes an account out, to the bin, and has the event compared anew.',
					responses: { 200: answer('What was taken out.', ref('AccountView')), ...NOT_FOUND, ...STORED }
				}
			},
			'/api/v1/events/{id}/comparison': {
				parameters: [EVENT_ID],
				get: {
					summary: 'The comparison document as it was last made.',
					parameters: [
						DRAFTS,
						{
							name: 'as',
							in: 'query',
							schema: { enum: ['json', 'md', 'jsonld', 'html'] },
							description:
								'Markdown to read, its claims in the vocabulary of schema.org, or one page that opens without a server, in place of the document.'
						}
					],
					responses: { 200: answer('The document.', ref('Comparison')), ...NOT_FOUND }
				},
				post: {
					summary: 'Has the comparison made again.',
					responses: { 202: answer('The job.', ref('Job')), ...NOT_FOUND }
				}
			},
			'/api/v1/events/{id}/reviews': {
				parameters: [EVENT_ID],
				get: {
					summary: 'The log of what people decided, oldest first.',
					responses: { 200: answer('The log.', list('reviews', 'Review')), ...NOT_FOUND }
				},
				post: {
					summary: 'Adds what a person decided, and has the event compared anew.',
					requestBody: body(schemaOf(ReviewsInputSchema), EXAMPLES.reviews),
					responses: {
						201: answer('The entries that were added.', list('reviews', 'Review')),
						409: {
							description:
								'Others decided on the same thing since `seen`: their entries, and the log’s length.',
							content: {
								'application/problem+json': {
									schema: {
										allOf: [ref('Failure'), list('theirs', 'Review')],
										properties: { seen: { type: 'integer' } }
									}
								}
							}
						},
						...REFUSED,
						...STORED
					}
				}
			},
			'/api/v1/events/{id}/bundle': {
				parameters: [EVENT_ID, DRAFTS],
				get: {
					summary: 'The whole event as a zip: texts, hashes, comparison, reviews.',
					responses: { 200: { description: 'The zip.', content: ZIP }, ...NOT_FOUND }
				}
			},
			'/api/v1/bundles': {
				post: {
					summary: 'Makes an event out of a bundle, sent as it is.',
					requestBody: { required: true, content: ZIP },
					responses: {
						201: answer('The event, and what became of its seal.', ref('Event')),
						...REFUSED,
						...STORED
					}
				}
			},
			'/api/v1/jobs/{id}': {
				parameters: [{ ...EVENT_ID, description: 'The job’s id.' }],
				get: {
					summary: 'How far a job has come.',
					responses: { 200: answer('The job.', ref('Job')), ...NOT_FOUND }
				}
			},
			'/api/v1/jobs/{id}/cancel': {
				parameters: [{ ...EVENT_ID, description: 'The job’s id.' }],
				post: {
					summary: 'Stops a job.',
					responses: { 200: answer('The job.', ref('Job')), ...NOT_FOUND }
				}
			}
		},
		components: {
			schemas: {
				Account: schemaOf(AccountSchema),
				AccountView: accountView(),
				Comparison: schemaOf(ComparisonSchema),
				Event: EventView,
				Failure,
				Job,
				Review: schemaOf(ReviewSchema),
				...binSchemas
			}
		}
	});
}
