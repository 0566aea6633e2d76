import { renderKeptPage } from '#lib/components/kept/render.ts';
import { comparisonJsonLd } from '#lib/server/export/index.ts';
import { errorPage } from '#lib/server/failure.ts';
import { asFile, evidenceFor } from '#lib/server/take-away.ts';
import { keptPage } from '#lib/viz/kept-page.ts';
import type { RequestHandler } from './$types';

/** The event as one page that opens from a disk, without a server. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const evidence = await evidenceFor(params.id, url, locals.role);
	if (!evidence.ok) errorPage(evidence.failure);
	const { comparison, accounts, name } = evidence.value;
	if (comparison === null) errorPage({ code: 'not_found' });
	const page = keptPage({ ...evidence.value, comparison }, new Date().toISOString());
	const html = renderKeptPage(page, comparisonJsonLd(comparison, accounts));
	return asFile(html, 'text/html; charset=utf-8', `${name}.html`);
};
