import type { Token } from '../types.ts';
import { mendTail } from './tail-repairs.ts';
import { FINITE, predicateOf, SAYS } from './tree-edits.ts';

/** Verbs that are followed by a clause and hardly ever by a thing: "said price increases accounted for most of it". */
const TAKES_CLAUSE = /^(?:say|think|insist|believe|hope|argue)$/;
/** Verbs that are followed by either: "denies the clerks made errors" has a finite verb with an object of its own. */
const MAY_TAKE_CLAUSE = /^(?:deny|admit|claim|allege|contend|confirm|fear|know)$/;

/** Puts right what the parser makes of single verbs: participles that are past tenses, and clauses that somebody breaks into. */
export function mendVerbs(tokens: Token[], word: (at: number) => string): void {
	for (let at = 1; at < tokens.length; at++) {
		const { xpos, deprel, head } = tokens[at]!;
		if (deprel === 'ccomp') mendFirst(tokens, at);
		if (deprel === 'xcomp') mendInsisted(tokens, at);
		if (deprel === 'nsubj' && FINITE.test(xpos)) mendReason(tokens, at);
		if (xpos === 'VBN' && deprel === 'conj') mendSecond(tokens, at);
		if (deprel === 'parataxis' && head >= 0 && tokens[head]!.head < 0) mendTold(tokens, word, at);
		if (/^VB[DN]$/.test(xpos) && deprel === 'acl' && head === at - 1) mendSaid(tokens, at);
		if (/^VB[DN]$/.test(xpos) && deprel === 'acl' && head >= 0 && tokens[head]!.head < 0)
			mendLone(tokens, word, at);
		if (xpos[0] === 'W' && /^(?:who|which)$/.test(word(at))) mendBelieved(tokens, at);
		if (FINITE.test(xpos) && /^(?:,|["“”″]|''|``)$/.test(word(at - 1))) mendBroken(tokens, word, at);
	}
	mendTail(tokens, word);
}

const isHelped = (tokens: readonly Token[], verb: number): boolean =>
	tokens.some(({ head, deprel }) => head === verb && /^(?:aux|cop|nsubj)/.test(deprel));

/** "The mayor insists the water is safe": the water is no thing that is insisted. */
function mendInsisted(tokens: Token[], clause: number): void {
	const verb = tokens[clause]!.head;
	if (verb < 0 || verb > clause || !TAKES_CLAUSE.test(tokens[verb]!.lemma)) return;
	const thing = tokens.findIndex(({ head, deprel }, at) => at > verb && head === verb && deprel === 'obj');
	const first = tokens.findIndex(
		({ head, deprel, xpos }) => head === clause && /^(?:cop|aux)/.test(deprel) && FINITE.test(xpos)
	);
	if (thing < 0 || first < thing || first > clause) return;
	Object.assign(tokens[thing]!, { head: clause, deprel: 'nsubj' });
	Object.assign(tokens[clause]!, { deprel: 'ccomp' });
}

/** "Reed was in Lisbon, her lawyer said": of two subjects before a verb the first is that of the clause between them. */
function mendFirst(tokens: Token[], clause: number): void {
	const { head } = tokens[clause]!;
	if (head < clause) return;
	const subjects = (of: number) =>
		tokens.flatMap(({ head: up, deprel }, at) => (up === of && deprel === 'nsubj' && at < head ? [at] : []));
	const [first, second] = subjects(head);
	if (first === undefined || second === undefined || first > clause || second < clause) return;
	if (subjects(clause).length === 0) tokens[first]!.head = clause;
}

/** "A mechanic who asked for this because he works there said": the reason is no second subject of the saying. */
function mendReason(tokens: Token[], reason: number): void {
	const { head } = tokens[reason]!;
	const isMarked = tokens.some(
		({ head: of, deprel }, at) => of === reason && deprel === 'mark' && at < reason
	);
	const subject = tokens.findIndex(
		({ head: of, deprel, upos }, at) =>
			of === head && deprel === 'nsubj' && at < reason && /^(?:NOUN|PROPN|PRON)$/.test(upos)
	);
	if (head < reason || !isMarked || subject < 0) return;
	let above = reason - 1;
	while (above > subject && !(tokens[above]!.upos === 'VERB' && FINITE.test(tokens[above]!.xpos))) above--;
	Object.assign(tokens[reason]!, { head: above, deprel: 'advcl' });
}

/** "…, but his agent, Bruno Sala, insisted": the noun that a participle has on its left is its subject. */
function mendSecond(tokens: Token[], verb: number): void {
	const subject = tokens.findIndex(
		({ head, deprel, upos }, at) =>
			head === verb && at < verb && deprel === 'dep' && /^(?:NOUN|PROPN)$/.test(upos)
	);
	if (subject < 0 || isHelped(tokens, verb)) return;
	tokens[verb]!.xpos = 'VBD';
	tokens[subject]!.deprel = 'nsubj';
}

/** "Survivors in Salem say they heard nothing": what was made a sentence beside a noun is that noun's verb. */
function mendTold(tokens: Token[], word: (at: number) => string, verb: number): void {
	const noun = tokens[verb]!.head;
	if (noun > verb || !/^(?:NOUN|PROPN)$/.test(tokens[noun]!.upos) || !/^VB[DZP]?$/.test(tokens[verb]!.xpos))
		return;
	if (isHelped(tokens, verb) || !SAYS.test(tokens[verb]!.lemma)) return;
	for (let at = 0; at < verb; at++)
		if (tokens[at]!.upos === 'VERB' || tokens[at]!.upos === 'AUX' || /^[,:;]$/.test(word(at))) return;
	for (let at = verb + 1; at < tokens.length; at++) if (tokens[at]!.head === noun) tokens[at]!.head = verb;
	if (tokens[verb]!.xpos === 'VB') tokens[verb]!.xpos = 'VBP';
	Object.assign(tokens[verb]!, { head: -1, deprel: 'root' });
	Object.assign(tokens[noun]!, { head: verb, deprel: 'nsubj' });
}

/** "Three passengers died in the crash.": the only verb of a sentence that ends in a full stop is no description. */
function mendLone(tokens: Token[], word: (at: number) => string, verb: number): void {
	const noun = tokens[verb]!.head;
	if (word(tokens.length - 1) !== '.' || noun > verb || !/^(?:NOUN|PROPN)$/.test(tokens[noun]!.upos)) return;
	const isLone = tokens.every(
		({ upos, xpos }, at) => at === verb || (upos !== 'AUX' && !FINITE.test(xpos) && xpos !== 'VBN')
	);
	// "A man killed by a train.", and not "the bill passed by 120 votes."
	const isCounted = (of: number) => tokens.some(({ head, deprel }) => head === of && deprel === 'nummod');
	const isPassive = tokens.some(({ head }, at) => {
		const by = tokens[at]!.deprel === 'case' && word(at) === 'by' && at > verb;
		return by && tokens[head]?.head === verb && !isCounted(head);
	});
	const isApart = tokens.slice(noun + 1, verb).some((_, i) => word(noun + 1 + i) === ',');
	if (!isLone || isPassive || isApart || isHelped(tokens, verb)) return;
	for (let at = 0; at < tokens.length; at++)
		if (tokens[at]!.head === noun && (at > verb || tokens[at]!.deprel === 'punct') && at !== verb)
			tokens[at]!.head = verb;
	Object.assign(tokens[verb]!, { head: -1, deprel: 'root', xpos: 'VBD' });
	Object.assign(tokens[noun]!, { head: verb, deprel: 'nsubj' });
}

/** "Said price increases accounted for most of it": nobody says increases. */
function mendSaid(tokens: Token[], verb: number): void {
	const noun = tokens[verb]!.head;
	const said = tokens[noun]!.head;
	if (said < 0 || said > noun || tokens[noun]!.deprel !== 'obj') return;
	const { xpos, lemma } = tokens[said]!;
	const hasObject = tokens.some(({ head, deprel }) => head === verb && deprel === 'obj');
	const mayTake = MAY_TAKE_CLAUSE.test(lemma) && tokens[verb]!.xpos === 'VBD' && hasObject;
	if (!/^VB[DZP]$/.test(xpos) || isHelped(tokens, verb) || !(TAKES_CLAUSE.test(lemma) || mayTake)) return;
	tokens[verb]!.xpos = 'VBD';
	tokens[verb]!.head = said;
	tokens[verb]!.deprel = 'ccomp';
	tokens[noun]!.head = verb;
	tokens[noun]!.deprel = 'nsubj';
}

const MARK = /^["“”″]$|^''$|^``$/;

/**
 * "The bus, Lee said, had been slow", "the bus, said Lee, had been slow": the words before the break are the subject of
 * those behind it, given the first word behind the second comma.
 */
function mendBroken(tokens: Token[], word: (at: number) => string, first: number): void {
	const isComma = (at: number) => word(at) === ',' || (MARK.test(word(at)) && word(at - 1) === ',');
	const has = (head: number, relation: RegExp) =>
		tokens.some((token) => token.head === head && relation.test(token.deprel));
	const main = predicateOf(tokens, first);
	const above = tokens[main]!.head;
	// Where the parser made the words before the break the root, who speaks hangs on the words behind it.
	const isRooted = above >= 0 && tokens[above]!.head < 0 && tokens[above]!.upos !== 'VERB';
	const verb = isRooted
		? tokens.findIndex(({ head, deprel }) => head === main && deprel === 'parataxis')
		: above;
	if (verb < 3 || verb > first - 2 || !/^VB[DZP]$/.test(tokens[verb]!.xpos)) return;
	if (!/^(?:ccomp|parataxis|conj|advcl)/.test(tokens[main]!.deprel)) return;
	const end = word(first - 1) === ',' ? first - 1 : first - 2;
	// "Told reporters on Sunday," stands between the two as well.
	for (let at = verb + 1; at < end; at++) if (isComma(at)) return;
	const isInverted = isComma(verb - 1) && SAYS.test(tokens[verb]!.lemma);
	const speaker = tokens.findIndex(
		({ head, deprel }, at) =>
			deprel === 'nsubj' && (isInverted ? head === main && at > verb && at < end : head === verb && at < verb)
	);
	let comma = verb - 1;
	while (comma > 1 && !isComma(comma)) comma--;
	if (comma < 1 || speaker < comma) return;
	let subject = MARK.test(word(comma)) ? comma - 2 : comma - 1;
	const top = isRooted ? -1 : verb;
	for (let steps = 0; steps < 12 && tokens[subject]!.head !== top; steps++) {
		const { head } = tokens[subject]!;
		if (head < 0 || head >= comma) return;
		subject = head;
	}
	if (tokens[subject]!.head !== top || (isRooted && subject !== above)) return;
	if (!/^(?:NOUN|PROPN|PRON|NUM)$/.test(tokens[subject]!.upos) || has(subject, /^(?:case|cop)$/)) return;
	if (!/^(?:root|obl|obj|nsubj|dislocated|dep|parataxis|ccomp)/.test(tokens[subject]!.deprel)) return;
	if (!isInverted && has(main, /^(?:nsubj|expl|cc$|mark)/)) return;
	const { head, deprel } = tokens[top < 0 ? subject : verb]!;
	for (let at = first; at < tokens.length; at++)
		if (tokens[at]!.head === (top < 0 ? subject : verb) && at !== main) tokens[at]!.head = main;
	Object.assign(tokens[main]!, { head, deprel });
	Object.assign(tokens[verb]!, { head: main, deprel: 'parataxis' });
	if (isInverted) tokens[speaker]!.head = verb;
	Object.assign(tokens[subject]!, { head: main, deprel: has(main, /^aux:pass$/) ? 'nsubj:pass' : 'nsubj' });
}

const HOLDS = /^(?:say|claim|allege|believe|think|suspect|fear|insist|hope)$/;

/** "The man, who police say was drunk": the police say it, and who was drunk is "who". */
function mendBelieved(tokens: Token[], who: number): void {
	let verb = who + 1;
	while (verb < tokens.length && verb - who < 5 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[verb]!.upos))
		verb++;
	const next = tokens[verb + 1];
	if (verb === who + 1 || next === undefined || !FINITE.test(next.xpos) || !FINITE.test(tokens[verb]!.xpos))
		return;
	if (!HOLDS.test(tokens[verb]!.lemma) || tokens[who]!.head !== verb) return;
	const clause = /^(?:aux|cop)/.test(next.deprel) ? next.head : verb + 1;
	if (clause <= verb) return;
	Object.assign(tokens[verb - 1]!, { head: verb, deprel: 'nsubj' });
	Object.assign(tokens[who]!, { head: clause, deprel: 'nsubj' });
	Object.assign(tokens[clause]!, { head: verb, deprel: 'ccomp' });
}
