import { publishedWithIndex } from '#lib/server/event-index.ts';
import { copiedText } from '#lib/viz/copied-text.ts';
import { originFlags } from '#lib/viz/origin-flags.ts';
import { originFlow } from '#lib/viz/origin-flow.ts';
import { origins } from '#lib/viz/origins.ts';
import { unnamedSources } from '#lib/viz/unnamed-sources.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { event, index } = await publishedWithIndex(params.id);
	if (!index) return { view: null };
	const line = index.lines.get(url.searchParams.get('line') ?? '');
	const data = origins(index, line);
	const several = index.comparison.lines.filter(
		({ id }) => new Set(index.claimsOf.get(id)?.map((claim) => claim.account)).size > 1
	);
	const flags = originFlags(index, event.accounts);
	return {
		view: {
			line: line ? { id: line.id, title: line.title } : null,
			lines: several.map(({ id, title }) => ({ id, title })),
			data: { origins: data.origins, passers: data.passers, accounts: data.accounts },
			flow: originFlow(data),
			flags: line ? flags.filter((flag) => flag.line === line.id) : flags,
			ledger: line ? [] : unnamedSources(index),
			copied: line ? [] : copiedText(event.accounts)
		}
	};
};
