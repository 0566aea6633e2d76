import { childBy, type Tree } from '../tree.ts';

/** Nouns that leave open what they carry: "a fear that …", "it is our hope that …". */
export const OPEN_NOUNS: ReadonlySet<string> = new Set(
	'hope fear belief speculation suspicion possibility rumor rumour theory suggestion concern'.split(' ')
);

const KNOWING = new Set(
	'know known clear certain sure confirm determine verify establish disclose specify announce say'.split(' ')
);
const UNTRUE =
	/^(?:false|untrue|baseless|unfounded|groundless|inaccurate|incorrect|fake|hoax|fabricated|bogus)$/;
const REPORTING =
	/^(?:report|claim|allegation|rumou?r|story|statement|assertion|accusation|suggestion|account|charge|idea|notion|it|that|this)$/;

/** Whether a verb says that something is known or made known, so that its negation leaves open what it carries. */
export function isKnowing(lemma: string): boolean {
	return KNOWING.has(lemma);
}

/**
 * "It is not clear who", "has not said whether": negating that it is known leaves open what it carries, where "does
 * not know her" denies, and "the cause is not known" states just that.
 */
export function isUnknown(tree: Tree, predicate: number): boolean {
	if (!isKnowing(tree.tokens[predicate]!.lemma.toLowerCase())) return false;
	const object = childBy(tree, predicate, 'obj');
	if (object >= 0) return /^(?:what|who|which|whom|how|why)$/.test(tree.lower[tree.low[object]!]!);
	if (childBy(tree, predicate, 'expl', 'ccomp', 'csubj') >= 0) return true;
	// "The extent is not clear" is as open as "is unclear".
	if (/^(?:clear|certain)$/.test(tree.lower[predicate]!)) return true;
	return childBy(tree, predicate, 'cop', 'aux:pass') < 0;
}

/** The token that calls a report false: "reports of a second boat are baseless"; -1 where none does. */
export function untrueAt(tree: Tree, predicate: number): number {
	if (!UNTRUE.test(tree.lower[predicate]!)) return -1;
	const subject = childBy(tree, predicate, 'nsubj');
	return subject >= 0 && REPORTING.test(tree.tokens[subject]!.lemma.toLowerCase()) ? predicate : -1;
}

/** The token that makes a negated predicate an assertion again: "not a hoax", "not fake notes"; -1 where none does. */
export function untrueUnder(tree: Tree, predicate: number): number {
	if (UNTRUE.test(tree.lower[predicate]!)) return predicate;
	return (
		tree.children[predicate]!.find(
			(child) => UNTRUE.test(tree.lower[child]!) && /^(?:amod|compound)$/.test(tree.tokens[child]!.deprel)
		) ?? -1
	);
}
