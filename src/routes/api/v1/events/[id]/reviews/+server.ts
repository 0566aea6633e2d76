import { json } from '@sveltejs/kit';
import { readBody, ReviewsInputSchema } from '#lib/server/api/index.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { keepReviews } from '#lib/server/reviews/index.ts';
import type { RequestHandler } from './$types';

/** The log of what people decided, oldest first. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const event = await findEvent(params.id, locals.role);
	if (event === null) return failJson({ code: 'not_found' }, locals.requestId);
	return json({ reviews: event.reviews ?? [] }, { headers: { 'cache-control': 'no-store' } });
};

/**
 * Adds what a person decided, and has the event compared anew. Where others decided on the same thing since `seen`,
 * nothing is added, and the answer holds their entries beside the error.
 */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const event = await findEvent(params.id, locals.role);
	if (event === null) return failJson({ code: 'not_found' }, locals.requestId);
	const input = await readBody(request, ReviewsInputSchema);
	if (!input.ok) return failJson(input.failure, locals.requestId);
	const { why, ...entry } = input.value;
	const kept = await keepReviews(event.id, { ...entry, ...(why === undefined ? {} : { why }) });
	if (!kept.ok) return failJson(kept.failure, locals.requestId, { theirs: kept.theirs, seen: kept.seen });
	return json({ reviews: kept.reviews }, { status: 201 });
};
