import { json } from '@sveltejs/kit';
import { failJson } from '#lib/server/failure.ts';
import { jobView } from '#lib/server/api/index.ts';
import { getJob } from '#lib/server/jobs/index.ts';
import type { RequestHandler } from './$types';

/** How far a job has come. */
export const GET: RequestHandler = ({ params, locals }) => {
	const job = getJob(params.id);
	if (job === null) return failJson({ code: 'not_found' }, locals.requestId);
	return json(jobView(job), { headers: { 'cache-control': 'no-store' } });
};
