import { baseRelation, childBy, type Tree } from '../tree.ts';
import { DOCUMENT } from './memory.ts';
import { headOf, nounRange, type Range } from './ranges.ts';

/** Verbs that say something of somebody in their object and what follows it: "called the plan a mistake". */
export const CALLING = new Set(
	'call describe accuse blame identify brand label characterize characterise dub hail term'.split(' ')
);

/** "Ana Lopez was quoted as saying": whom a paper quotes; -1 where nobody is. */
function quotedAs(tree: Tree, verb: number): number {
	if (tree.tokens[verb]!.xpos !== 'VBG' || tree.lower[verb - 1] !== 'as') return -1;
	const { head } = tree.tokens[verb]!;
	if (!/^(?:quote|cite)$/.test(tree.tokens[head]?.lemma ?? '')) return -1;
	// The one next to the verb: the quotation before may have been taken for another.
	return tree.children[head]!.findLast((child) => tree.tokens[child]!.deprel === 'nsubj:pass') ?? -1;
}

/** "Accused the ministry of suggesting": who is said to do the second verb; -1 where nobody is accused. */
export function accusedOf(tree: Tree, verb: number): number {
	const { head, xpos } = tree.tokens[verb]!;
	if (xpos !== 'VBG' || tree.tokens[head]?.lemma !== 'accuse') return -1;
	const accused = childBy(tree, head, 'obj');
	return accused > head && accused < verb && tree.lower.slice(accused, verb).includes('of') ? accused : -1;
}

/** "Sheriff Ana Lopez said", where a parser makes two subjects of title and name: the name. */
function behindTitle(tree: Tree, subject: number, verb: number): number {
	if (subject < 0 || tree.tokens[subject]!.upos !== 'NOUN') return subject;
	const name = tree.children[verb]!.find(
		(child) => child > subject && tree.low[child] === subject + 1 && tree.tokens[child]!.deprel === 'nsubj'
	);
	return name !== undefined && tree.tokens[name]!.upos === 'PROPN' ? name : subject;
}

/** Verbs of which a parser takes "it" for an empty word: "It claims that the pier was safe". */
const BODY_SAYS = /^(?:add|allege|argue|claim|deny|insist|maintain|note|report|say|state|warn)$/;

/** The subject of a verb, the last before it where a torn parse gave it several; -1 for none. */
function nearestSubject(tree: Tree, verb: number): number {
	// "Two astronomers not involved in either study said", "letters seen by the Argus tell": the noun is behind a preposition.
	const isBehind = (child: number) => {
		const low = tree.low[child]!;
		return (
			childBy(tree, child, 'case') >= 0 ||
			(low > 0 &&
				/^(?:in|by|of|with|from|at|on)$/.test(tree.lower[low - 1]!) &&
				tree.tokens[low - 1]!.upos === 'ADP')
		);
	};
	const subjects = tree.children[verb]!.filter(
		(child) => child < verb && baseRelation(tree.tokens[child]!.deprel) === 'nsubj'
	);
	// "A person familiar with the inquiry said"
	const before = subjects.findLast((child) => !isBehind(child));
	let first = childBy(tree, verb, 'nsubj');
	if (first < 0 && BODY_SAYS.test(tree.tokens[verb]!.lemma)) {
		const it = childBy(tree, verb, 'expl');
		if (it >= 0 && it < verb && tree.lower[it] === 'it') return it;
	}
	if (before === undefined && subjects.length > 0) {
		const { head } = tree.tokens[verb]!;
		const above = head >= 0 && head < verb ? childBy(tree, head, 'nsubj') : -1;
		if (above >= 0 && above < head) first = above;
	}
	// Of a title and a name behind it, what comes first is looked at, and the name found from there.
	const isTitled =
		before !== undefined &&
		tree.tokens[before]!.upos === 'PROPN' &&
		tree.low[before] === tree.high[first] &&
		// "Bristlewood chief executive Mary Dunne said": she did, and not the firm.
		(tree.low[before] === before || tree.tokens[first]!.upos === 'NOUN');
	return before === undefined || isTitled ? first : before;
}

/** Who does a verb: its subject, its agent, or the subject of the verb that it hangs on. */
function subjectOf(tree: Tree, verb: number, depth = 0): number {
	const quoted = quotedAs(tree, verb);
	if (quoted >= 0) return quoted;
	const accused = accusedOf(tree, verb);
	if (accused >= 0) return accused;
	const agent = childBy(tree, verb, 'obl:agent');
	if (agent >= 0) return agent;
	const passive = tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
	const subject = behindTitle(tree, nearestSubject(tree, verb), verb);
	if (subject >= 0 && !passive) {
		// "who said": the one whom the clause describes.
		if (/^(?:who|which|that)$/.test(tree.lower[subject]!)) {
			const noun = tree.tokens[verb]!.head;
			if (baseRelation(tree.tokens[verb]!.deprel) === 'acl' && noun >= 0) return noun;
			// "Sued by her manager, who claims that", where the parser hung the clause further up.
			const before = subject - 2;
			if (
				before >= 0 &&
				tree.lower[subject - 1] === ',' &&
				/^(?:NOUN|PROPN)$/.test(tree.tokens[before]!.upos)
			) {
				const { head, deprel } = tree.tokens[before]!;
				return /^(?:flat|compound)/.test(deprel) && head >= 0 && head < subject ? head : before;
			}
		}
		return subject;
	}
	if (passive || depth > 3) return -1;
	const { head, deprel, xpos } = tree.tokens[verb]!;
	if (head < 0) return -1;
	const relation = baseRelation(deprel);
	if (relation === 'acl' && /^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[head]!.upos))
		return xpos === 'VBN' ? -1 : head;
	// "Luca Dallan, disputed this, saying that"
	const beside = xpos === 'VBG' && head < verb ? besideVerb(tree, head) : null;
	if (beside) return headOf(tree, beside);
	if (/^(?:conj|xcomp|advcl|parataxis|ccomp)$/.test(relation) && tree.tokens[head]!.upos !== 'NOUN')
		return subjectOf(tree, head, depth + 1);
	return -1;
}

/** The noun phrase that names who does a verb; null where nobody is named. */
export function sourceOf(tree: Tree, verb: number): Range | null {
	const near = besideVerb(tree, verb);
	if (near) return near;
	const subject = subjectOf(tree, verb);
	if (subject < 0 || subject === verb || /^(?:there|what|that|this)$/.test(tree.lower[subject]!)) return null;
	// "… was the target after a film showed": a clause is no subject, the noun beside the verb is.
	const isClause = childBy(tree, subject, 'cop') >= 0 && subject < verb;
	if (isClause) return tree.tokens[verb - 1]!.upos === 'NOUN' ? nounRange(tree, verb - 1) : null;
	const { from, to } = nounRange(tree, subject);
	// "The ministry in a statement said": the ministry said it.
	const within = tree.children[subject]!.find(
		(child) =>
			child > subject &&
			/^(?:in|on|via)$/.test(tree.lower[tree.low[child]!]!) &&
			DOCUMENT.test(tree.tokens[child]!.lemma)
	);
	return { from, to: within === undefined ? to : Math.min(to, tree.low[within]!) };
}

/** Where "Lee" ends in "Lee, who was shown smiling, says", given the second comma; -1 where no such clause ends there. */
function beforeRelative(tree: Tree, comma: number): number {
	for (let at = comma - 1; at > 1 && comma - at < 40; at--) {
		if (tree.lower[at] === ',') return -1;
		if (/^(?:who|whose)$/.test(tree.lower[at]!)) return tree.lower[at - 1] === ',' ? at - 1 : -1;
	}
	return -1;
}

/** "…, Tomas Adair, denied it": the name between two commas before a verb; null where none stands there. */
function betweenCommas(tree: Tree, comma: number): Range | null {
	let from = comma;
	while (from > 0 && comma - from < 5 && tree.tokens[from - 1]!.upos === 'PROPN') from--;
	return comma - from > 1 && tree.lower[from - 1] === ',' ? { from, to: comma } : null;
}

/** Where ", a spokesman for the company," before a name begins; the name's own place where none does. */
export function descriptionBefore(tree: Tree, from: number): number {
	if (tree.lower[from - 1] !== ',') return from;
	for (let at = from - 2; at > 0 && from - at < 12; at--) {
		if (/^(?:VERB|AUX|SCONJ)$/.test(tree.tokens[at]!.upos)) return from;
		if (tree.lower[at] === ',')
			return /^(?:an?|the|its|his|her|their)$/.test(tree.lower[at + 1]!) ? at + 1 : from;
	}
	return from;
}

/**
 * The noun phrase right before a finite verb that the parse gave no subject: in English it nearly always is the
 * subject, as in "… on Monday as Mayor Lopez signalled that", also across "who …" between commas; null where there is
 * none.
 */
function besideVerb(tree: Tree, verb: number): Range | null {
	if (!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos) || childBy(tree, verb, 'nsubj', 'csubj', 'expl') >= 0)
		return null;
	const edge = cueRange(tree, verb).from;
	const between = tree.lower[edge - 1] === ',' ? betweenCommas(tree, edge - 1) : null;
	if (between) return between;
	const described = tree.lower[edge - 1] === ',' ? beforeRelative(tree, edge - 1) : -1;
	const to = described >= 0 ? described : edge;
	let from = to;
	while (from > 0 && to - from < 8 && /^(?:PROPN|NOUN|ADJ|NUM)$/.test(tree.tokens[from - 1]!.upos)) from--;
	const isNamed = from < to && tree.tokens[to - 1]!.upos === 'PROPN';
	// "…, the Salem military said."
	const isBody = from < to && tree.tokens[from - 1]?.upos === 'DET' && tree.lower[from - 2] === ',';
	if (!isNamed && !isBody) return null;
	if (isBody) return { from: from - 1, to };
	if (described >= 0) return { from, to };
	const before = tree.tokens[from - 1];
	return before && (/^(?:SCONJ|CCONJ|PUNCT)$/.test(before.upos) || before.lemma === 'as')
		? { from, to }
		: null;
}

/** First and last token of the cue: helping verbs, "not" and adverbs between them, and the verb. */
export function cueRange(tree: Tree, verb: number): Range {
	let from = verb;
	for (let back = verb - 1; back >= 0 && verb - back < 5; back--) {
		const { head, deprel } = tree.tokens[back]!;
		if (head !== verb || !/^(?:aux|advmod|cop)/.test(deprel)) break;
		from = back;
	}
	return { from, to: verb + 1 };
}

const TIME =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow|earlier|later|last|early|late)$/;

/** Verbs that are followed by who hears, never by who speaks: `…," she told the crowd.` */
const HEARD = new Set('tell inform assure remind'.split(' '));

/** `…," said two officials.`: the speaker after a verb that follows a comma or a closing mark; null where none does. */
export function speakerAfter(tree: Tree, verb: number): Range | null {
	if (
		verb < 3 ||
		!/^(?:[,?!]|["”″’]|'')$/.test(tree.lower[verb - 1]!) ||
		!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos) ||
		HEARD.has(tree.tokens[verb]!.lemma) ||
		CALLING.has(tree.tokens[verb]!.lemma) ||
		// "The records, which were found, show no such thing"
		/^(?:show|reveal|demonstrate|indicate|find|no)$/.test(tree.tokens[verb]!.lemma) ||
		tree.lower[verb + 1] === 'no'
	)
		return null;
	let to = verb + 1;
	while (
		to < tree.tokens.length &&
		to - verb < 14 &&
		/^(?:NOUN|PROPN|ADJ|DET|NUM|ADP|PRON|PART)$/.test(tree.tokens[to]!.upos)
	)
		to++;
	if (to === verb + 1 || (to < tree.tokens.length && tree.tokens[to]!.upos !== 'PUNCT')) return null;
	const first = tree.tokens[verb + 1]!;
	// "Says he trod on its tail", where a tagger saw no verb.
	if (first.upos === 'PRON' && first.xpos === 'PRP' && to > verb + 2) return null;
	// "Lee, of Salem, wrote Wednesday on her page."
	if (first.upos === 'ADP' || first.upos === 'PART' || TIME.test(tree.lower[verb + 1]!)) return null;
	return { from: verb + 1, to };
}
