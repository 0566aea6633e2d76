import type { Claim, Line, Relation, RelationKind } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';

/** What holds between two claims of one line; `relation` is null where only their versions tell it. */
export type Between = { kind: RelationKind; relation: Relation | null };

/** Kinds in the order in which they matter to a reader: what cannot both hold first. */
export const KIND_ORDER: readonly RelationKind[] = ['conflicts', 'update', 'differs', 'agrees'];

const keyOf = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

function relationsByPair(relations: readonly Relation[]): Map<string, Relation> {
	const found = new Map<string, Relation>();
	for (const relation of relations) {
		const key = keyOf(relation.a, relation.b);
		const known = found.get(key);
		if (!known || KIND_ORDER.indexOf(relation.kind) < KIND_ORDER.indexOf(known.kind))
			found.set(key, relation);
	}
	return found;
}

/** The versions of a disputed line that each of its claims belongs to. */
function versionsByClaim(line: Line): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const version of line.versions)
		for (const claim of version.claims)
			found.set(claim, (found.get(claim) ?? new Set<string>()).add(version.id));
	return found;
}

/**
 * A function that tells what holds between two claims of a line: the relation that the engine found (the
 * strongest, where it found several), else what their versions say, since claims of one version can be true
 * together and claims that share none cannot.
 */
export function pairReader(index: ComparisonIndex): (line: Line, a: Claim, b: Claim) => Between {
	const relations = relationsByPair(index.comparison.relations);
	const versions = new Map<string, Map<string, Set<string>>>();
	return (line, a, b) => {
		const relation = relations.get(keyOf(a.id, b.id));
		if (relation) return { kind: relation.kind, relation };
		if (line.state !== 'disputed') return { kind: 'agrees', relation: null };
		const known = versions.get(line.id) ?? versionsByClaim(line);
		versions.set(line.id, known);
		const others = known.get(b.id);
		const share = [...(known.get(a.id) ?? [])].some((version) => others?.has(version));
		return { kind: share ? 'agrees' : 'conflicts', relation: null };
	};
}
