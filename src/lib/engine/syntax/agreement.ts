import type { Token } from '../types.ts';
import { rootOf } from './tree-edits.ts';

const FINITE = /^VB[DZP]$/;
/** Where a verb of a clause stands that has a subject of its own. */
const CLAUSE = /^(?:root|ccomp|conj|parataxis|acl:relcl)$/;

/**
 * Gives words the tag that goes with their place in the tree, which is read off more of the sentence than tags are.
 * Changes tags, and the relation of what stands behind a semicolon, in place.
 */
export function mendAgreement(tokens: readonly Token[], word: (at: number) => string): void {
	tokens.forEach((token, at) => {
		if (token.xpos === 'VBN' || token.xpos === 'VBD') mendPast(tokens, at);
		else if (token.end - token.start === 4 && /^(?:SCONJ|PRON)$/.test(token.upos) && word(at) === 'that')
			mendThat(tokens, token, at);
		if (token.deprel === 'ccomp') mendReport(tokens, word, at);
		if (token.xpos === 'VBG' && token.deprel === 'acl') mendAccused(tokens, word, at);
		if (token.deprel === 'advcl' && FINITE.test(token.xpos)) mendBeside(tokens, word, at);
	});
}

/** "A tram struck the rear" has a past tense, and "the service has so far spoken" a participle. */
function mendPast(tokens: readonly Token[], verb: number): void {
	const token = tokens[verb]!;
	const has = (relation: RegExp) => tokens.some(({ head, deprel }) => head === verb && relation.test(deprel));
	if (token.xpos === 'VBD') {
		if (has(/^aux:pass$/)) token.xpos = 'VBN';
	} else if (CLAUSE.test(token.deprel) && has(/^nsubj$/) && has(/^(?:obj|ccomp)$/) && !has(/^(?:aux|cop)/))
		token.xpos = 'VBD';
}

/** In "they helped each other, and that made it easier" the word is a subject, and so no conjunction. */
function mendThat(tokens: readonly Token[], token: Token, that: number): void {
	const { upos, deprel, head } = token;
	const isInRelative = tokens[head]?.deprel.startsWith('acl:relcl') ?? false;
	if (upos === 'SCONJ' && deprel.startsWith('nsubj')) {
		token.upos = 'PRON';
		token.xpos = isInRelative ? 'WDT' : 'DT';
	} else if (upos === 'SCONJ' && deprel === 'det') {
		token.upos = 'DET';
		token.xpos = 'DT';
	} else if (upos === 'PRON' && deprel === 'nsubj' && head > that) {
		// "Reports that a boat is missing": the boat is, and "that" only leads there.
		const verb = tokens[head]!;
		const isSecond = tokens.some(
			(one, at) => one.head === head && one.deprel === 'nsubj' && at > that && at < head
		);
		if (!isSecond) return;
		Object.assign(token, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' });
		if (verb.deprel === 'acl:relcl') verb.deprel = 'acl';
	} else if (upos === 'PRON' && deprel === 'obj' && head > that) {
		// "The claim that nobody had let him in", "confirmed that they had gone": who has an object needs no other.
		const verb = tokens[head]!;
		const isFull = tokens.some((one, at) => one.head === head && one.deprel === 'obj' && at > head);
		if (verb.deprel !== 'ccomp' && !(verb.deprel === 'acl:relcl' && isFull)) return;
		Object.assign(token, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' });
		if (verb.deprel === 'acl:relcl') verb.deprel = 'acl';
	} else if (upos === 'PRON' && deprel === 'mark' && !isInRelative) {
		token.upos = 'SCONJ';
		token.xpos = 'IN';
	}
}

/** "The north wants it over; Moon speaks of a visit": a clause behind a semicolon stands beside, not below, what is before it. */
function mendBeside(tokens: readonly Token[], word: (at: number) => string, verb: number): void {
	const { head } = tokens[verb]!;
	const own = tokens.flatMap((token, at) => (token.head === verb ? [at] : []));
	if (head > verb || !own.some((at) => tokens[at]!.deprel.startsWith('nsubj'))) return;
	if (own.some((at) => /^(?:mark|cc)$/.test(tokens[at]!.deprel))) return;
	const first = Math.min(...own, verb);
	const mark = word(first) === ';' ? first : first - 1;
	if (mark <= head || word(mark) !== ';') return;
	const root = rootOf(tokens);
	if (root >= 0 && root < verb) Object.assign(tokens[verb]!, { head: root, deprel: 'parataxis' });
}

/** "Accused the ministry of suggesting it": what somebody is accused of belongs to the accusing. */
function mendAccused(tokens: readonly Token[], word: (at: number) => string, verb: number): void {
	const whom = tokens[verb]!.head;
	const { head, deprel } = tokens[whom]!;
	if (head < 0 || head > whom || whom > verb || deprel !== 'obj') return;
	if (!/^(?:accuse|acquit|convict|suspect)$/.test(tokens[head]!.lemma)) return;
	const mark = tokens.findIndex((token, at) => token.head === verb && token.deprel === 'mark' && at > whom);
	if (mark > 0 && word(mark) === 'of') Object.assign(tokens[verb]!, { head, deprel: 'advcl' });
}

const REPORT =
	/^(?:accusation|allegation|assertion|belief|claim|evidence|fear|finding|hint|news|report|rumour|rumor|sign|suggestion|suspicion)$/;

/** "Alarmed by reports that patients were held": the clause is what the reports say. */
function mendReport(tokens: readonly Token[], word: (at: number) => string, clause: number): void {
	const that = tokens.findIndex(({ head, deprel }) => head === clause && deprel === 'mark');
	const noun = that - 1;
	if (noun < 1 || word(that) !== 'that' || tokens[clause]!.head > noun) return;
	const { head, deprel, lemma } = tokens[noun]!;
	if (head === tokens[clause]!.head && /^obl/.test(deprel) && REPORT.test(lemma))
		Object.assign(tokens[clause]!, { head: noun, deprel: 'acl' });
}
