import type { Token } from '../types.ts';

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
/** Verbs that are followed by a clause and hardly ever by a thing: "said price increases accounted for most of it". */
const TAKES_CLAUSE = /^(?:say|think|insist|believe|hope|argue)$/;

/** Puts right what the parser makes of single verbs: participles that are past tenses, and clauses that somebody breaks into. */
export function mendVerbs(tokens: Token[], word: (at: number) => string): void {
	for (let at = 2; at < tokens.length; at++) {
		const { xpos, deprel, head } = tokens[at]!;
		if (xpos === 'VBN' && deprel === 'conj') mendSecond(tokens, at);
		if (/^VB[DN]$/.test(xpos) && deprel === 'acl' && head === at - 1) mendSaid(tokens, at);
		if (FINITE.test(xpos) && /^(?:,|["“”″]|''|``)$/.test(word(at - 1))) mendBroken(tokens, word, at);
	}
}

const isHelped = (tokens: readonly Token[], verb: number): boolean =>
	tokens.some(({ head, deprel }) => head === verb && /^(?:aux|cop|nsubj)/.test(deprel));

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

/** "Said price increases accounted for most of it": nobody says increases. */
function mendSaid(tokens: Token[], verb: number): void {
	const noun = tokens[verb]!.head;
	const said = tokens[noun]!.head;
	if (said < 0 || said > noun || tokens[noun]!.deprel !== 'obj') return;
	const { xpos, lemma } = tokens[said]!;
	if (!/^VB[DZP]$/.test(xpos) || !TAKES_CLAUSE.test(lemma) || isHelped(tokens, verb)) return;
	tokens[verb]!.xpos = 'VBD';
	tokens[verb]!.head = said;
	tokens[verb]!.deprel = 'ccomp';
	tokens[noun]!.head = verb;
	tokens[noun]!.deprel = 'nsubj';
}

const SAYS = /^(?:say|add|argue|explain|insist|claim|warn|note|report|write)$/;
const MARK = /^["“”″]$|^''$|^``$/;

/**
 * "The bus, Lee said, had been slow", "the bus, said Lee, had been slow": the words before the break are the subject of
 * those behind it, given the first word behind the second comma.
 */
function mendBroken(tokens: Token[], word: (at: number) => string, first: number): void {
	const isComma = (at: number) => word(at) === ',' || (MARK.test(word(at)) && word(at - 1) === ',');
	const has = (head: number, relation: RegExp) =>
		tokens.some((token) => token.head === head && relation.test(token.deprel));
	const main = /^(?:aux|cop)/.test(tokens[first]!.deprel) ? tokens[first]!.head : first;
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
