import { json } from '@sveltejs/kit';
import { renderKeptPage } from '#lib/components/kept/render.ts';
import { isEventId, type Comparison } from '#lib/model/index.ts';
import { jobView } from '#lib/server/api/index.ts';
import {
	comparisonJson,
	comparisonJsonLd,
	comparisonMarkdown,
	jsonLdFile,
	type Evidence
} from '#lib/server/export/index.ts';
import { asFile } from '#lib/server/take-away.ts';
import { keptPage } from '#lib/viz/kept-page.ts';
import { findEvent } from '#lib/server/event-index.ts';
import { failJson } from '#lib/server/failure.ts';
import { getJob, startComparison } from '#lib/server/jobs/index.ts';
import { getStore } from '#lib/server/store/index.ts';
import type { RequestHandler } from './$types';

type Compared = Evidence & { comparison: Comparison };

/** The forms that the comparison is given in. */
const FORMS = {
	json: { type: 'application/json', write: ({ comparison }: Compared) => comparisonJson(comparison) },
	md: {
		type: 'text/markdown; charset=utf-8',
		write: ({ comparison, accounts }: Compared) => comparisonMarkdown(comparison, accounts)
	},
	jsonld: {
		type: 'application/ld+json',
		write: ({ comparison, accounts }: Compared) => jsonLdFile(comparison, accounts)
	},
	html: {
		type: 'text/html; charset=utf-8',
		write: (event: Compared) =>
			renderKeptPage(
				keptPage(event, new Date().toISOString()),
				comparisonJsonLd(event.comparison, event.accounts)
			)
	}
};

/**
 * The comparison document as it was last made: the same as the command line's, as JSON or, with `?as=`, in another
 * form; without drafts unless `?drafts=with` asks for them.
 */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const event = await findEvent(params.id, url.searchParams.get('drafts') === 'with' ? locals.role : null);
	if (!event?.comparison) return failJson({ code: 'not_found' }, locals.requestId);
	const as = url.searchParams.get('as') ?? '';
	const form = Object.hasOwn(FORMS, as) ? (as as keyof typeof FORMS) : 'json';
	const body = FORMS[form].write({ ...event, comparison: event.comparison });
	return asFile(body, FORMS[form].type, `${event.name}.${form}`);
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
