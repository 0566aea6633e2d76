import { baseRelation, childBy, isFinite, type Tree } from '../tree.ts';
import { rangeOf, trimRange, type Range } from './ranges.ts';

/**
 * What stands between a closing quotation mark and a verb of saying, where it has no verb: whoever speaks, with what is
 * added to their name. Null where no such stretch ends the words before.
 */
export function afterMark(tree: Tree, { from, to }: Range): Range | null {
	let mark = to - 1;
	while (mark > from && !/^(?:["”″]|'')$/.test(tree.lower[mark]!)) mark--;
	const rest = trimRange(tree, { from: mark + 1, to });
	const isClause = tree.tokens.slice(rest.from, rest.to).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
	if (mark <= from || rest.to <= rest.from || isClause) return null;
	return tree.tokens.slice(rest.from, rest.to).some(({ upos }) => /^(?:PROPN|PRON|NOUN)$/.test(upos))
		? rest
		: null;
}

/** The last clause that a parser hung on a verb behind it, beside the first: "Hours after Lee left, a siren went off, she said". */
export function lastClause(tree: Tree, first: number, verb: number): number {
	return (
		tree.children[verb]!.findLast((child) => child < verb && tree.tokens[child]!.deprel === 'ccomp') ?? first
	);
}

/** The clause that a verb of saying governs, also where a parser made one with "that" a circumstance; -1 for none. */
export function clauseUnder(tree: Tree, verb: number): number {
	const clause = childBy(tree, verb, 'ccomp');
	if (clause >= 0) return clause;
	const that = (child: number) => tree.lower[childBy(tree, child, 'mark')] === 'that';
	return (
		tree.children[verb]!.find(
			(child) => child > verb && tree.tokens[child]!.deprel === 'advcl' && that(child)
		) ?? -1
	);
}

/** B of "said that A and that B", where a parser lost it, given A; null where there is none. */
export function secondOf(tree: Tree, { to }: Range): Range | null {
	let and = to;
	while (and < tree.tokens.length && tree.lower[and] === ',') and++;
	if (!/^(?:and|but)$/.test(tree.lower[and] ?? '') || tree.lower[and + 1] !== 'that') return null;
	for (let at = and + 2; at < Math.min(tree.tokens.length, and + 14); at++) {
		if (!/^(?:VB[DZP]|MD)$/.test(tree.tokens[at]!.xpos)) continue;
		const verb = /^(?:aux|cop)/.test(tree.tokens[at]!.deprel) ? tree.tokens[at]!.head : at;
		return { from: and + 2, to: tree.high[verb] ?? at + 1 };
	}
	return null;
}

const ADDRESSES = /^(?:warn|tell|alert|inform|notify|remind|brief)$/;
const TIMES = /^(?:before|after|when|as|while|until|once)$/;

/** Whether what stands behind a verb is only who was told, and when: "warned the crowd before she fired". */
export function onlyAddresses(tree: Tree, verb: number, object: number): boolean {
	if (object <= verb || !ADDRESSES.test(tree.tokens[verb]!.lemma)) return false;
	const clauses = tree.children[verb]!.filter(
		(at) => at > object && /^(?:VERB|AUX)$/.test(tree.tokens[at]!.upos)
	);
	return (
		clauses.length > 0 &&
		clauses.every((at) => tree.tokens[at]!.deprel === 'advcl' && TIMES.test(tree.lower[tree.low[at]!]!))
	);
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/;

/** What is said behind the day on which it was said: "said Sunday the port was shut". */
export function afterDay(tree: Tree, verb: number, { from, to }: Range): Range {
	const isDay = from === verb + 1 && DAY.test(tree.lower[from]!);
	return isDay && /^(?:DET|PROPN|PRON|NOUN|NUM)$/.test(tree.tokens[from + 1]?.upos ?? '')
		? { from: from + 1, to }
		: { from, to };
}

/** What is asked in "Asked whether the harbour was safe, the mayor said", up to its comma; null where that is no question. */
export function questionOf(tree: Tree, verb: number): Range | null {
	const isFirst = verb === 0 || (verb === 1 && tree.lower[0] === 'when');
	const comma = tree.lower.indexOf(',', verb);
	if (!isFirst || comma < verb + 3) return null;
	return /^(?:whether|if|why|how|what|who|when|where|about)$/.test(tree.lower[verb + 1]!)
		? { from: verb + 1, to: comma }
		: null;
}

/** A clause behind its verb with the subject that a parser left to the verb: "say it | 's not clear", "believe the ship | sank". */
export function withSubject(tree: Tree, verb: number, clause: number): Range {
	const range = rangeOf(tree, clause);
	const subject = tree.children[verb]!.find(
		(child) =>
			child > verb &&
			/^(?:nsubj|expl|obj)/.test(tree.tokens[child]!.deprel) &&
			tree.high[child] === range.from
	);
	if (subject === undefined || !isFinite(tree, clause) || childBy(tree, clause, 'nsubj', 'expl') >= 0)
		return range;
	return { from: tree.low[subject]!, to: range.to };
}

/** Where a clause before "…, she said" ends: what is left up to the comma belongs to it, wherever the parser hung it. */
export function untilComma(tree: Tree, to: number, edge: number): number {
	const comma = edge - 1;
	if (to >= comma || tree.lower[comma] !== ',') return to;
	const isOther = (word: string, at: number) =>
		tree.tokens[to + at]!.upos === 'PUNCT' && !/^(?:["“”″]|``|'')$/.test(word);
	return tree.lower.slice(to, comma).some(isOther) ? to : comma;
}

/** Where the title before a name begins, behind a comma or a mark: "…, Chief Executive Maria Sato told investors". */
export function beforeTitle(tree: Tree, edge: number): number {
	const isTitle = (at: number) =>
		/^(?:PROPN|ADJ|NOUN)$/.test(tree.tokens[at]!.upos) &&
		/^\p{Lu}/u.test(tree.text.slice(tree.tokens[at]!.start));
	let from = edge;
	while (from > 1 && edge - from < 6 && isTitle(from - 1)) from--;
	return from < edge && /^(?:,|["”″’]|'')$/.test(tree.lower[from - 1]!) ? from : edge;
}

/** Where "the operator, Lakeside Ferries," begins, given where the name in it does. */
export function beforeApposition(tree: Tree, edge: number): number {
	if (edge < 5 || tree.lower[edge - 1] !== ',' || tree.tokens[edge - 2]!.upos !== 'NOUN') return edge;
	for (let from = edge - 3; from > edge - 7 && from > 1; from--)
		if (/^(?:the|its|their|our|his|her|my)$/.test(tree.lower[from]!))
			return tree.lower[from - 1] === ',' ||
				// `…,” its spokeswoman, Ana Lopez, said`
				(/^(?:["”″’]|'')$/.test(tree.lower[from - 1]!) && /^[,.!?…]$/.test(tree.lower[from - 2] ?? ''))
				? from
				: edge;
	return edge;
}

/** Where the first of two begins who speak together: "…, lawmakers and a minister said"; the edge as it is for one. */
export function beforeSecond(tree: Tree, edge: number): number {
	if (edge < 5 || tree.lower[edge - 1] !== 'and') return edge;
	let from = edge - 1;
	while (from > 1 && edge - from < 7 && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tree.tokens[from - 1]!.upos))
		from--;
	return from < edge - 1 && /^(?:,|["”″’]|'')$/.test(tree.lower[from - 1]!) ? from : edge;
}

/**
 * What follows a verb of saying whose clause the parser did not hang on it: from "that", or from the next noun phrase,
 * where a finite verb comes after.
 */
export function restAfter(tree: Tree, verb: number): Range | null {
	const size = tree.tokens.length;
	let from = verb + 1;
	for (let index = verb + 1; index < Math.min(size, verb + 14); index++) {
		if (
			tree.lower[index] === 'that' &&
			/^(?:SCONJ|PRON|DET)$/.test(tree.tokens[index]!.upos) &&
			(index > verb + 1 || tree.tokens[index]!.upos === 'SCONJ')
		) {
			from = index + 1;
			break;
		}
		if (/^[;:]$/.test(tree.lower[index]!)) return null;
	}
	// "Sources tell WKLT the man may be hurt"
	const isHearer =
		tree.tokens[verb]!.lemma === 'tell' && from === verb + 1 && tree.tokens[from]?.upos === 'PROPN';
	if (isHearer && /^(?:DET|PRON)$/.test(tree.tokens[from + 1]?.upos ?? '')) from++;
	// "Is investigating it, and …": what follows is another clause.
	if (
		/^(?:it|this|that|them)$/.test(tree.lower[from] ?? '') &&
		/^(?:,|and|but)$/.test(tree.lower[from + 1] ?? '')
	)
		return null;
	let to = from;
	let finite = false;
	let isRelative = false;
	for (; to < size; to++) {
		if (/^[;]$/.test(tree.lower[to]!)) break;
		// "The base from which it came": the next verb belongs to the noun.
		if (/^(?:who|whom|whose|which)$/.test(tree.lower[to]!)) isRelative = true;
		if (
			/^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[to]!.xpos) &&
			to > from &&
			/^(?:PRON|NOUN|PROPN|NUM|ADV|DET|ADJ|PUNCT|PART)$/.test(tree.tokens[to - 1]!.upos)
		) {
			finite ||= !isRelative;
			isRelative = false;
		}
	}
	if (!finite || to - from < 3) return null;
	const next = tree.tokens[from]!;
	if (
		from === verb + 1 &&
		(/^(?:ADP|CCONJ|PUNCT|VERB|AUX|PART|SCONJ)$/.test(next.upos) ||
			/^(?:when|while|since|because)$/.test(tree.lower[from]!)) &&
		!/^(?:at|on|in|after|before|if)$/.test(tree.lower[from]!)
	)
		return null;
	return { from, to };
}

export function endOfVerb(tree: Tree, verb: number): number {
	let to = verb + 1;
	for (const child of tree.children[verb]!) {
		if (child < verb) continue;
		if (/^(?:obj|xcomp|obl|iobj|advmod|advcl)$/.test(baseRelation(tree.tokens[child]!.deprel)))
			to = Math.max(to, tree.high[child]!);
		else break;
	}
	return to;
}

export function hasOtherClause(tree: Tree, before: Range, range: Range): boolean {
	for (let index = before.from; index < range.from; index++)
		if (/^(?:VERB|AUX)$/.test(tree.tokens[index]!.upos)) return true;
	return false;
}

/** A quotation that goes on after the frame: `"A," she said, "B."` */
export function afterQuote(tree: Tree, from: number): Range | null {
	for (let index = from; index < tree.tokens.length && index < from + 12; index++) {
		if (/^(?:["“″]|``)$/.test(tree.lower[index]!))
			return index + 2 < tree.tokens.length ? { from: index, to: tree.tokens.length } : null;
		if (/^(?:VERB)$/.test(tree.tokens[index]!.upos)) return null;
	}
	return null;
}
