import type { Token } from '../types.ts';
import { childOf, FINITE, isUnder, makeSubject, predicateOf, rootOf } from './tree-edits.ts';

const OPENS_TIME = /^(?:after|before|until|since|because|as|while|once|though|although)$/;
const NOUN = /^(?:NOUN|PROPN)$/;

/** Puts right whole clauses that the parser took for something else: those of time, and those behind an apposition. */
export function mendClauses(tokens: Token[], word: (at: number) => string): void {
	if (tokens.length > 3) mendOpening(tokens);
	mendReduced(tokens, word);
	mendAccording(tokens, word);
	// "Its crew had followed it": the subject is that of the verb, and not of what helps it.
	for (const token of tokens) {
		const above = token.deprel.startsWith('nsubj') ? tokens[token.head] : undefined;
		if (above !== undefined && above.deprel.startsWith('aux') && above.head >= 0) token.head = above.head;
	}
	for (let at = 0; at < tokens.length - 1; at++)
		if (tokens[at]!.upos === 'PROPN' && TITLE.test(word(at))) mendTitle(tokens, at);
	for (let at = 1; at < tokens.length - 2; at++) {
		if (at > 1 && tokens[at]!.deprel === 'case' && OPENS_TIME.test(word(at))) mendTime(tokens, word, at);
		// Cutting out every word to look for a comma costs more than its tag.
		if (tokens[at]!.upos === 'PUNCT' && word(at) === ',') mendApposition(tokens, word, at);
		if (tokens[at]!.deprel === 'parataxis' && tokens[at]!.head > at) mendBefore(tokens, word, at);
		if (tokens[at]!.upos === 'ADJ' && DESCRIBES.test(word(at))) mendDescribed(tokens, word, at);
	}
}

/** "Thick black smoke covered the bay": what was taken for an order is an adjective, where a tensed verb follows. */
function mendOpening(tokens: Token[]): void {
	const { xpos, head } = tokens[0]!;
	if (xpos !== 'VB' || head >= 0) return;
	const place = childOf(tokens, 0, /^obl/);
	const past = place > 0 ? childOf(tokens, place, /^acl$/) : -1;
	// "Work on the line stopped in May"
	if (past > place && tokens[past]!.xpos === 'VBD') {
		for (const token of tokens) if (token.head === 0) token.head = past;
		Object.assign(tokens[past]!, { head: -1, deprel: 'root' });
		Object.assign(tokens[place]!, { head: 0, deprel: 'nmod' });
		Object.assign(tokens[0]!, { head: past, deprel: 'nsubj', upos: 'NOUN', xpos: 'NN' });
		return;
	}
	const thing = childOf(tokens, 0, /^obj$/);
	const verb = childOf(tokens, 0, /^xcomp$/, thing);
	if (thing < 1 || verb <= thing || !FINITE.test(tokens[verb]!.xpos)) return;
	if (!tokens.slice(1, thing).every(({ upos }) => /^(?:ADJ|NOUN|PUNCT)$/.test(upos))) return;
	for (const token of tokens) if (token.head === 0) token.head = verb;
	Object.assign(tokens[verb]!, { head: -1, deprel: 'root' });
	Object.assign(tokens[thing]!, { head: verb, deprel: 'nsubj' });
	Object.assign(tokens[0]!, { head: thing, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' });
}

/**
 * "They went in after the school announced that": a noun behind "after" with a tensed verb behind it is that verb's
 * subject, and no circumstance of the first. Given the place of "after".
 */
function mendTime(tokens: Token[], word: (at: number) => string, opening: number): void {
	const noun = tokens[opening]!.head;
	if (noun < opening || !NOUN.test(tokens[noun]!.upos)) return;
	if (!/^(?:obl|nmod|obj|appos)/.test(tokens[noun]!.deprel)) return;
	let finite = noun + 1;
	// What may stand between the two: "the tanker Northern Pearl struck", "the mayor of Salem said", "she also said".
	while (
		finite < tokens.length &&
		finite - noun < 8 &&
		/^(?:NOUN|PROPN|ADP|DET|ADJ|ADV|PART|NUM)$/.test(tokens[finite]!.upos)
	)
		finite++;
	if (finite >= tokens.length || !FINITE.test(tokens[finite]!.xpos)) return;
	const verb = predicateOf(tokens, finite);
	const above = tokens[noun]!.head;
	if (verb < finite || above < 0 || above >= opening) return;
	const subject = childOf(tokens, verb, /^(?:nsubj|csubj|expl)/);
	const isName =
		subject > noun &&
		tokens[subject]!.upos === 'PROPN' &&
		tokens[noun]!.upos === 'NOUN' &&
		tokens.slice(noun + 1, subject).every(({ upos }) => upos === 'PROPN' || upos === 'ADJ');
	if (subject > opening && !isName) return;
	const isMain = tokens[verb]!.head < 0;
	let main = above;
	if (subject >= 0 && subject < opening) {
		main = predicateBetween(tokens, word, subject, opening);
		if (main < 0 || !isMain) return;
	} else if (isMain || !/^(?:conj|advcl|parataxis|acl|ccomp|xcomp|dep)/.test(tokens[verb]!.deprel)) return;
	while (main >= 0 && !/^(?:VERB|AUX|ADJ)$/.test(tokens[main]!.upos) && tokens[main]!.head < opening) {
		if (childOf(tokens, main, /^cop$/) >= 0 || tokens[main]!.head < 0) break;
		main = tokens[main]!.head;
	}
	if (main < 0 || main >= opening || (!isMain && isUnder(tokens, main, verb))) return;
	if (isMain) {
		Object.assign(tokens[main]!, { head: -1, deprel: 'root' });
		for (let at = 0; at < tokens.length; at++)
			if (tokens[at]!.head === verb && (at < opening || tokens[at]!.deprel === 'punct'))
				tokens[at]!.head = main;
	}
	if (isName) Object.assign(tokens[subject]!, { head: noun, deprel: 'flat' });
	Object.assign(tokens[opening]!, { head: verb, deprel: 'mark', upos: 'SCONJ' });
	makeSubject(tokens, noun, verb);
	Object.assign(tokens[verb]!, { head: main, deprel: 'advcl' });
}

/** The predicate of a clause whose subject stands at one place and which ends before another; -1 where none is finite. */
function predicateBetween(
	tokens: readonly Token[],
	word: (at: number) => string,
	subject: number,
	end: number
): number {
	for (let at = subject + 1; at < end; at++) {
		if (/^(?:who|which|that|whom|whose|where)$/.test(word(at))) return -1;
		if (!FINITE.test(tokens[at]!.xpos) || /^acl/.test(tokens[at]!.deprel)) continue;
		const predicate = predicateOf(tokens, at);
		return predicate >= at && predicate < end ? predicate : -1;
	}
	return -1;
}

const PARTICIPLE =
	/ed$|^(?:hurt|hit|shot|left|found|held|caught|built|sold|seen|made|given|known|sent|told|put)$/;

/** "One of the workers hurt in the fire has died": the first verb only tells which workers, and the second is the main one. */
function mendReduced(tokens: Token[], word: (at: number) => string): void {
	const root = rootOf(tokens);
	const main = root < 0 ? -1 : childOf(tokens, root, /^ccomp$/, root);
	const subject = root < 0 ? -1 : childOf(tokens, root, /^nsubj$/);
	if (main <= root || subject < 0 || subject > root || !PARTICIPLE.test(word(root))) return;
	if (!/^VB[DPN]$/.test(tokens[root]!.xpos) || childOf(tokens, root, /^(?:aux|cop)/) >= 0) return;
	const first = childOf(tokens, main, /^(?:aux|cop)/);
	const isBare = childOf(tokens, main, /^(?:nsubj|csubj|expl|mark|cc$)/) < 0;
	if (!isBare || first < root + 2 || first > main || !FINITE.test(tokens[first]!.xpos)) return;
	for (let at = root + 1; at < first; at++) if (/^[,:;]$|^that$/.test(word(at))) return;
	for (let at = first; at < tokens.length; at++)
		if (tokens[at]!.head === root && at !== main) tokens[at]!.head = main;
	Object.assign(tokens[main]!, { head: -1, deprel: 'root' });
	Object.assign(tokens[root]!, { head: subject, deprel: 'acl', xpos: 'VBN' });
	makeSubject(tokens, subject, main);
}

/** "The minister, two officials said, will go": what stands before who speaks is the subject of what comes after. */
function mendBefore(tokens: Token[], word: (at: number) => string, verb: number): void {
	const main = tokens[verb]!.head;
	const speaker = childOf(tokens, verb, /^nsubj/);
	const before = childOf(tokens, verb, /^(?:obl|obj|nsubj|dislocated|dep)/);
	if (speaker < 0 || before < 0 || before >= speaker || childOf(tokens, main, /^(?:nsubj|csubj|expl)/) >= 0)
		return;
	if (!NOUN.test(tokens[before]!.upos) || childOf(tokens, before, /^case$/) >= 0) return;
	if (word(before + 1) !== ',' || word(verb + 1) !== ',') return;
	makeSubject(tokens, before, main);
}

const DESCRIBES = /^(?:familiar|close|loyal|opposed|sympathetic|privy)$/;

/** "Two people familiar with the talks said": the adjective only tells which people, and they speak. */
function mendDescribed(tokens: Token[], word: (at: number) => string, adjective: number): void {
	const noun = adjective - 1;
	if (!NOUN.test(tokens[noun]!.upos) || !/^(?:with|to)$/.test(word(adjective + 1))) return;
	let verb = adjective + 2;
	while (
		verb < tokens.length &&
		verb - adjective < 9 &&
		/^(?:NOUN|PROPN|DET|ADJ|NUM|PART|ADP|PRON)$/.test(tokens[verb]!.upos)
	)
		verb++;
	if (verb >= tokens.length - 1 || !FINITE.test(tokens[verb]!.xpos) || tokens[verb]!.upos !== 'VERB') return;
	if (tokens[noun]!.head === verb && tokens[noun]!.deprel.startsWith('nsubj')) return;
	if (isUnder(tokens, verb, noun)) {
		const { head, deprel } = tokens[noun]!;
		for (const token of tokens) if (token.head === noun && token.deprel === 'punct') token.head = verb;
		Object.assign(tokens[verb]!, { head, deprel });
	} else if (isUnder(tokens, noun, verb) && tokens[noun]!.head !== verb) return;
	for (let at = adjective + 1; at < verb; at++)
		if (tokens[at]!.head === verb) Object.assign(tokens[at]!, { head: adjective, deprel: 'obl' });
	Object.assign(tokens[noun]!, { head: verb, deprel: 'nsubj' });
	Object.assign(tokens[adjective]!, { head: noun, deprel: 'amod' });
}

/** "According to a report released on Friday, the pilot had not slept": the sentence is what stands behind the comma. */
function mendAccording(tokens: Token[], word: (at: number) => string): void {
	if (tokens.length < 8 || word(0) !== 'according' || word(1) !== 'to') return;
	const source = rootOf(tokens);
	if (source < 2 || !NOUN.test(tokens[source]!.upos)) return;
	let comma = source + 1;
	while (comma < tokens.length - 3 && word(comma) !== ',') comma++;
	const subject = tokens.findIndex(
		({ head, upos }, at) => at > comma && head <= comma && /^(?:NOUN|PROPN|PRON)$/.test(upos)
	);
	const verb = subject < 0 ? -1 : childOf(tokens, subject, /^acl/, subject);
	if (word(comma) !== ',' || verb < 0 || childOf(tokens, verb, /^nsubj/) >= 0) return;
	const first = Math.min(
		verb,
		...tokens.flatMap(({ head, deprel }, at) => (head === verb && /^(?:aux|cop)/.test(deprel) ? [at] : []))
	);
	if (first <= subject || !FINITE.test(tokens[first]!.xpos)) return;
	Object.assign(tokens[verb]!, { head: -1, deprel: 'root' });
	Object.assign(tokens[source]!, { head: verb, deprel: 'obl' });
	for (const token of tokens) if (token.head === source && token.deprel === 'punct') token.head = verb;
	for (let at = comma; at < tokens.length; at++)
		if (at !== verb && at !== subject && tokens[at]!.head < comma) tokens[at]!.head = verb;
	makeSubject(tokens, subject, verb);
}

const TITLE = /^(?:mr|mrs|ms|mx|dr|sir|lord|lady)\.?$/;

/** "Mr Okoro left": the name is who left, and "Mr" only says what he is called. */
function mendTitle(tokens: Token[], title: number): void {
	const name = title + 1;
	if (tokens[name]!.head !== title || !/^(?:flat|compound)/.test(tokens[name]!.deprel)) return;
	for (const token of tokens) if (token.head === title) token.head = name;
	const { head, deprel } = tokens[title]!;
	Object.assign(tokens[name]!, { head, deprel });
	Object.assign(tokens[title]!, { head: name, deprel: 'nmod:desc' });
}

const LONGEST_ASIDE = 16;

/**
 * "Ana Lopez, one of the two drivers, was still in hospital, her lawyer said": the verb behind the apposition has the
 * name for its subject. Given the place of the first comma.
 */
function mendApposition(tokens: Token[], word: (at: number) => string, comma: number): void {
	const aside = comma + 1;
	if (aside >= tokens.length || !/^(?:one|two|an?|the)$/.test(word(aside))) return;
	let end = aside + 1;
	while (end < tokens.length && end - aside < LONGEST_ASIDE && word(end) !== ',') {
		if (FINITE.test(tokens[end]!.xpos)) return;
		end++;
	}
	const finite = end + 1;
	if (finite >= tokens.length - 1 || word(end) !== ',' || !FINITE.test(tokens[finite]!.xpos)) return;
	let name = comma - 1;
	while (name > 0 && /^(?:flat|compound|nmod)/.test(tokens[name]!.deprel) && tokens[name]!.head < name)
		name = tokens[name]!.head;
	// Only where a sentence or a clause begins with the name.
	if (!NOUN.test(tokens[name]!.upos) || tokens[name]!.head < comma) return;
	const head = aside + tokens.slice(aside, end).findIndex(({ head: up }) => up < aside || up >= end);
	const outer = tokens[head]!.head;
	const predicate = predicateOf(tokens, finite);
	if (head < aside || predicate < finite || outer < finite) return;
	if (outer !== predicate && tokens[predicate]!.head !== outer) return;
	if (isUnder(tokens, predicate, name)) return;
	if (outer !== predicate) Object.assign(tokens[predicate]!, { deprel: 'ccomp' });
	for (let at = end; at < predicate; at++)
		if (tokens[at]!.head === outer && tokens[at]!.deprel !== 'nsubj') tokens[at]!.head = predicate;
	Object.assign(tokens[head]!, { head: name, deprel: 'appos' });
	makeSubject(tokens, name, predicate);
}
