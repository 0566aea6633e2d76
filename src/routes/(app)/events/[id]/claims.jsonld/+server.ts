import { jsonLdFile } from '#lib/server/export/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { asFile, evidenceFor } from '#lib/server/take-away.ts';
import type { RequestHandler } from './$types';

/** Every claim of the event with where it appears, for machines. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const evidence = await evidenceFor(params.id, url, locals.role);
	if (!evidence.ok) errorPage(evidence.failure);
	const { comparison, accounts, name } = evidence.value;
	if (comparison === null) errorPage({ code: 'not_found' });
	return asFile(jsonLdFile(comparison, accounts), 'application/ld+json', `${name}.jsonld`);
};
