import type { Relation, RelationKind } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Gist } from '../lines/index.ts';
import type { Finding } from '../relations/finding.ts';
import { findingsOf, type Related } from '../relations/index.ts';
import { splitVersions } from '../relations/versions.ts';
import type { Words } from '../words/index.ts';
import { marked } from './claims.ts';
import type { Decided, DecidedPair } from './decided.ts';
import { pairKey } from './links.ts';

const SAYS: Record<RelationKind, string> = {
	agrees: 'agree',
	conflicts: 'cannot be true together',
	differs: 'differ in detail and can be true together',
	update: 'are an earlier and a later state of knowledge'
};

/** The relation that a person decided on, with the engine's reason where it sees one for it too. */
function decidedRelation(
	a: Gist,
	b: Gist,
	kind: RelationKind,
	{ why }: DecidedPair,
	known: Relation | undefined,
	words: Words
): Relation {
	const finding: Finding | undefined = findingsOf(a, b, words).find((one) => one.kind === kind);
	const reason = known?.kind === kind ? known.reason : finding;
	const evidence = [a, b].map(({ claim: { id, start, end } }) => ({ claim: id, start, end }));
	return {
		a: a.claim.id,
		b: b.claim.id,
		kind,
		reason: {
			code: reason?.code ?? 'review',
			text: why ?? reason?.text ?? `A person decided that these ${SAYS[kind]}.`,
			evidence: reason?.evidence ?? evidence
		},
		score: 1,
		reviewed: ['relation']
	};
}

/** What a line's claims say to each other, with what people decided put in the place of what the engine found. */
export function keepRelations(
	related: Related,
	gists: readonly Gist[],
	decided: Decided,
	words: Words
): Related {
	const keys = new Set(gists.flatMap(({ claim }) => decided.pairsOf.get(claim.id) ?? []));
	if (keys.size === 0) return related;
	const ordered = [...gists].sort((a, b) => byText(a.claim.id, b.claim.id));
	const byId = new Map(ordered.map((gist) => [gist.claim.id, gist]));
	const relations = new Map(related.relations.map((one) => [pairKey(one.a, one.b), one]));
	let isChanged = false;
	for (const key of keys) {
		const [a, b] = key.split(' ').map((id) => byId.get(id));
		if (a === undefined || b === undefined) continue;
		isChanged = true;
		const pair = decided.relations.get(key);
		if (pair?.relation === 'none') relations.delete(key);
		else if (pair !== undefined)
			relations.set(key, decidedRelation(a, b, pair.relation, pair, relations.get(key), words));
		const relation = relations.get(key);
		if (relation !== undefined && decided.challenged.has(key))
			relations.set(key, marked(relation, 'challenged'));
	}
	if (!isChanged) return related;
	const kept = [...relations.values()];
	const found = kept.map((relation) => ({
		a: byId.get(relation.a)!,
		b: byId.get(relation.b)!,
		finding: { ...relation.reason, kind: relation.kind, fit: relation.score } as Finding,
		score: relation.score
	}));
	const isDisputed = kept.some(({ kind }) => kind === 'conflicts');
	const accounts = new Set(gists.map(({ claim }) => claim.account));
	return {
		relations: kept,
		versions: splitVersions(ordered, found),
		state: isDisputed ? 'disputed' : accounts.size > 1 ? 'agreed' : 'single'
	};
}
