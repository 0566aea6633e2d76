import { json } from '@sveltejs/kit';
import { isEventId } from '#lib/model/index.ts';
import { jobView } from '#lib/server/api/index.ts';
import { comparisonJson, comparisonMarkdown } from '#lib/server/export/index.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { getJob, startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

const TYPES = { json: 'application/json', md: 'text/markdown; charset=utf-8' };

/**
 * The comparison document as it was last made: the same as the command line's, as JSON or, with `?as=md`, to read;
 * without drafts unless `?drafts=with` asks for them.
 */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const event = await findEvent(params.id, url.searchParams.get('drafts') === 'with' ? locals.role : null);
	if (!event?.comparison) return failJson({ code: 'not_found' }, locals.requestId);
	const as = url.searchParams.get('as') === 'md' ? 'md' : 'json';
	const headers = {
		'content-type': TYPES[as],
		'content-disposition': `attachment; filename="${event.name}.${as}"`,
		'cache-control': 'no-store'
	};
	const { comparison, accounts } = event;
	return new Response(as === 'md' ? comparisonMarkdown(comparison, accounts) : comparisonJson(comparison), {
		headers
	});
};

/** Asks for the comparison to be made again; answers with the job. */
export const POST: RequestHandler = async ({ params, locals }) => {
	const event = isEventId(params.id) ? await getStore().get(params.id) : null;
	if (event === null || !isEventId(event.id)) return failJson({ code: 'not_found' }, locals.requestId);
	const job = getJob(startComparison(event.id));
	if (job === null) return failJson({ code: 'internal' }, locals.requestId);
	if (job.failure !== undefined) return failJson(job.failure, locals.requestId);
	return json(jobView(job), { status: 202, headers: { location: `/api/v1/jobs/${job.id}` } });
};
