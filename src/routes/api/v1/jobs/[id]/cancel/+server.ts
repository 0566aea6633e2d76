import { json } from '@sveltejs/kit';
import { failJson } from '#lib/server/failure.ts';
import { jobView } from '#lib/server/api/index.ts';
import { cancelJob, getJob } from '#lib/server/jobs/index.ts';
import type { RequestHandler } from './$types';

/** Stops a job. One that has ended stays as it ended, so that asking twice does no harm. */
export const POST: RequestHandler = ({ params, locals }) => {
	cancelJob(params.id);
	const job = getJob(params.id);
	return job === null ? failJson({ code: 'not_found' }, locals.requestId) : json(jobView(job));
};
