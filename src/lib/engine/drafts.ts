import type { Relation, Version } from '#lib/model/index.ts';
import { byText } from './comparison.ts';
import type { Gist } from './lines/index.ts';
import type { Related } from './relations/index.ts';
import type { Extraction } from './types.ts';

/** Whether it was read out of a person's own unpublished text. */
export function isDraft({ account }: Extraction): boolean {
	return account.rendering === 'draft';
}

/** The label of a version that only a draft speaks for: its own words where it conflicts with another. */
function labelOf(claim: Gist, relations: readonly Relation[]): string {
	const spans = relations
		.filter(({ kind }) => kind === 'conflicts')
		.flatMap(({ reason }) => reason.evidence)
		.filter((span) => span.claim === claim.claim.id);
	const [first] = spans;
	return first === undefined ? '' : claim.extraction.account.text.slice(first.start, first.end);
}

/**
 * A line as its published accounts make it, with the claims of drafts put beside: a draft joins each version that it
 * can be true together with, or stands in one of its own. It changes neither the state, nor a label, nor what the
 * published accounts say to each other, so that what is left without it is what there would be without it.
 */
export function besidePublished(published: Related, relations: Relation[], drafts: readonly Gist[]): Related {
	const isAgainst = (x: string, y: string) =>
		relations.some(
			({ kind, a, b }) => kind === 'conflicts' && ((a === x && b === y) || (a === y && b === x))
		);
	const versions: Version[] = published.versions.map((version) => ({ ...version }));
	for (const draft of [...drafts].sort((a, b) => byText(a.claim.id, b.claim.id))) {
		const { id } = draft.claim;
		const homes = versions.filter(({ claims }) => !claims.some((other) => isAgainst(id, other)));
		if (homes.length === 0)
			versions.push({ id: `v${versions.length + 1}`, label: labelOf(draft, relations), claims: [id] });
		for (const home of homes) home.claims = [...home.claims, id].sort(byText);
	}
	const isDrafts = new Set(drafts.map(({ claim }) => claim.id));
	const added = relations.filter(({ a, b }) => isDrafts.has(a) || isDrafts.has(b));
	return { state: published.state, versions, relations: [...published.relations, ...added] };
}
