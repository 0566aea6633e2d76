import { eventBundle } from '#lib/server/export/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { asFile, evidenceFor } from '#lib/server/take-away.ts';
import type { RequestHandler } from './$types';

/** The whole event as evidence: texts, hashes, comparison, reviews. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const evidence = await evidenceFor(params.id, url, locals.role);
	if (!evidence.ok) errorPage(evidence.failure);
	return asFile(eventBundle(evidence.value).bytes, 'application/zip', `${evidence.value.name}.zip`);
};
