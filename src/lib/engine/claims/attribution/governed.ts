import { baseRelation, childBy, type Tree } from '../tree.ts';
import { clauseUnder } from './contents.ts';
import { hasVerb, rangeOf, span, without, type Range } from './ranges.ts';

/** The clause that a verb of saying governs; -1 where the parser only hung a name on it that has no verb. */
export function sentenceUnder(tree: Tree, verb: number): number {
	const clause = clauseUnder(tree, verb);
	const isName =
		clause >= 0 &&
		clause < verb &&
		tree.tokens[clause]!.upos === 'PROPN' &&
		baseRelation(tree.tokens[verb]!.deprel) === 'parataxis';
	// "Knew about the death": what somebody knows of is no statement.
	const isMatter =
		clause > verb &&
		tree.tokens[clause]!.upos === 'NOUN' &&
		/^(?:about|of)$/.test(tree.lower[childBy(tree, clause, 'case')] ?? '') &&
		!hasVerb(tree, rangeOf(tree, clause));
	return isMatter || (isName && !hasVerb(tree, rangeOf(tree, clause))) ? -1 : clause;
}

/** The verb that stands open under a verb of saying: "described hearing", "told the crew to go", however it was parsed; -1 for none. */
export function doneUnder(tree: Tree, verb: number): number {
	const open = childBy(tree, verb, 'xcomp');
	if (open >= 0 || !/^(?:tell|ask|urge|advise|warn)$/.test(tree.tokens[verb]!.lemma)) return open;
	const told = childBy(tree, verb, 'obj', 'iobj');
	const to = Math.max(childBy(tree, verb, 'advcl'), told > verb ? childBy(tree, told, 'acl') : -1);
	return to > verb && tree.tokens[to]!.xpos === 'VB' && tree.lower[childBy(tree, to, 'mark')] === 'to'
		? to
		: -1;
}

/** What stands on both sides of words that break into it: "the bus | , Lee said, | had been slow". */
export function aroundBreak(tree: Tree, verb: number, inside: Range): Range[] {
	const whole = rangeOf(tree, tree.tokens[verb]!.head);
	const start = whole.from < inside.from ? whole.from : inside.from;
	const end = tree.high[verb]! > whole.to ? inside.to : tree.high[verb]!;
	return without({ from: start, to: whole.to }, [span(inside, { from: verb, to: end })]);
}

/** Whether a verb hangs on another as what was asked of somebody, or as what somebody told of having done. */
export function isOpen(tree: Tree, done: number, object: number): boolean {
	const { xpos, head } = tree.tokens[done]!;
	if (xpos === 'VBG') return true;
	const isAsked = object >= 0 || head === object || childBy(tree, head, 'iobj') >= 0;
	return xpos === 'VB' && isAsked && tree.lower[childBy(tree, done, 'mark')] === 'to';
}

/**
 * Whether a verb only tells somebody to do something: "told the crew to go on working", "asked police to step in". What
 * follows is no statement, and says nothing without the verb.
 */
export function isCommand(tree: Tree, verb: number): boolean {
	if (!/^(?:tell|ask)$/.test(tree.tokens[verb]!.lemma)) return false;
	let at = verb + 1;
	while (
		at < tree.tokens.length &&
		at - verb < 9 &&
		/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADP)$/.test(tree.tokens[at]!.upos) &&
		!/^(?:about|for|if|whether|that)$/.test(tree.lower[at]!)
	)
		at++;
	const to = tree.lower[at] === 'not' ? at + 1 : at;
	return at > verb + 1 && tree.lower[to] === 'to' && tree.tokens[to + 1]?.xpos === 'VB';
}

/**
 * Whether "call" only fetches or sets something: "called the police", "called an election". To call somebody something
 * takes another word behind them.
 */
export function isSummons(tree: Tree, verb: number, object: number): boolean {
	if (tree.tokens[verb]!.lemma !== 'call' || object <= verb) return false;
	// `Called her and her sons “cheats”`
	if (tree.lower.slice(object, object + 10).some((word) => /^(?:["“”‘″]|``|'')$/.test(word))) return false;
	let at = object + 1;
	// "The killing of the guard", "the mayor of Salem": what is called something may be told in several words.
	while (tree.lower[at] === 'of' || /^(?:flat|compound)/.test(tree.tokens[at]?.deprel ?? '')) {
		at++;
		while (at < tree.tokens.length && /^(?:DET|ADJ|PROPN)$/.test(tree.tokens[at]!.upos)) at++;
		if (tree.tokens[at]?.upos === 'NOUN') at++;
	}
	const next = tree.tokens[at];
	if (next === undefined) return true;
	if (tree.lower[at] === 'as') return false;
	return (
		!/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(next.upos) &&
		!/^(?:too|very|so|not|both|simply|merely|just)$/.test(tree.lower[at]!)
	);
}
