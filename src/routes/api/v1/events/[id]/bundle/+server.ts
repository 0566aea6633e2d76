import { eventBundle } from '#lib/server/export/index.ts';
import { failJson } from '#lib/server/failure.ts';
import { asFile, evidenceFor } from '#lib/server/take-away.ts';
import type { RequestHandler } from './$types';

/** The whole event as evidence; its seal, to be noted elsewhere, is in a header. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const evidence = await evidenceFor(params.id, url, locals.role);
	if (!evidence.ok) return failJson(evidence.failure, locals.requestId);
	const { bytes, seal } = eventBundle(evidence.value);
	const answer = asFile(bytes, 'application/zip', `${evidence.value.name}.zip`);
	answer.headers.set('x-lateral-seal', seal);
	return answer;
};
