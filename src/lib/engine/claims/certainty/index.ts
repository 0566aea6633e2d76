import type { Certainty, Why } from '#lib/model/index.ts';
import { readJson } from '../names/lists.ts';
import type { LexiconFiles } from '../../types.ts';
import { baseRelation, childBy, type Tree } from '../tree.ts';
import { isContradicted } from '../attribution/put-forward.ts';
import { isUnknown, OPEN_NOUNS, untrueAt, untrueUnder } from './words.ts';

/** Words that weaken, by lemma, and how firm a statement stays under each (0 to 1). */
export type Hedges = ReadonlyMap<string, number>;

/** Loads the weakening words from `data/lexicon/claims-certainty.json`. */
export function loadHedges(files: LexiconFiles): Hedges {
	return new Map(
		Object.entries(
			readJson<{ hedges?: Record<string, number> }>(files, 'claims-certainty.json', {}).hedges ?? {}
		)
	);
}

export type Reading = { certainty: Certainty; degree: number; why: Why[] };

/** Verbs whose own negation is what they mean: to fail to come is not to come. */
const LACKS = new Set('fail neglect deny reject dismiss refute'.split(' '));
const ADVERBS = new Set(
	'reportedly allegedly apparently possibly perhaps maybe probably likely presumably seemingly supposedly potentially purportedly ostensibly unlikely'.split(
		' '
	)
);
const MODALS = new Set('may might could'.split(' '));
const PASSIVE = new Set(
	'believe think say report expect suspect rumor rumour allege consider understand suppose presume fear'.split(
		' '
	)
);
/** Participles that a tagger may take for adjectives: "is understood to want". */
const HELD = /^(?:believed|thought|understood|said|reported|expected|alleged|suspected|rumou?red)$/;
const SEEMS = new Set('appear seem tend'.split(' '));
const OPEN = new Set('unclear uncertain unknown possible probable unconfirmed'.split(' '));
const NEGATORS = /^(?:not|n['’]t|never|nobody|none|neither|nor|no)$/;

function why(tree: Tree, rule: string, text: string, index: number): Why {
	const { start, end } = tree.tokens[index]!;
	return { rule, text, start, end };
}

/** Whether a token stands directly under the predicate, and not in a clause below it. */
function governs(tree: Tree, predicate: number, index: number): boolean {
	let up = index;
	for (let steps = 0; steps < 6 && up >= 0; steps++) {
		if (up === predicate) return true;
		const relation = baseRelation(tree.tokens[up]!.deprel);
		if (up !== index && /^(?:ccomp|advcl|acl|parataxis|csubj)$/.test(relation)) return false;
		if (up !== index && relation === 'conj' && tree.tokens[up]!.upos === 'VERB') return false;
		up = tree.tokens[up]!.head;
	}
	return false;
}

/** Whether a verb says by itself that something is not so: to reject a report does, to reject a bid does not. */
function saysNot(tree: Tree, verb: number, lemma: string, isOpen: boolean): boolean {
	if (tree.tokens[verb]!.upos !== 'VERB') return false;
	if (/^(?:fail|neglect)$/.test(lemma)) return isOpen;
	if (!/^(?:reject|dismiss)$/.test(lemma)) return true;
	const object = childBy(tree, verb, 'obj', 'nsubj:pass');
	return object < 0 || isContradicted(tree, object);
}

/**
 * "Could have shot it down, but did not", "could not reach a verdict": what somebody was able to do, and what they were
 * not, is told as a fact.
 */
function isCapability(tree: Tree, verb: number, modal: number): boolean {
	const has = (words: RegExp) =>
		tree.children[verb]!.some((child) => child > modal && child < verb && words.test(tree.lower[child]!));
	const isUnable = has(/^(?:not|n['’]t)$/) && !has(/^have$/) && childBy(tree, verb, 'cop') < 0;
	if (tree.lower[modal] === 'could' && isUnable) return true;
	return (
		tree.lower[modal] === 'could' &&
		tree.tokens[verb]!.xpos === 'VBN' &&
		tree.children[verb]!.some((child) => tree.lower[child] === 'have' && child > modal) &&
		!tree.children[verb]!.some((child) => /^(?:well|possibly)$/.test(tree.lower[child]!))
	);
}

/** "Looking into whether the pump failed": whether a clause is an open question. */
function opensQuestion(tree: Tree, clause: number): boolean {
	return (
		/^(?:advcl|ccomp)$/.test(tree.tokens[clause]!.deprel) &&
		tree.lower[childBy(tree, clause, 'mark')] === 'whether'
	);
}

/** "Has nothing to announce", "no plans to share": whether an object only says that nothing is told. */
function withholdsNews(tree: Tree, object: number): boolean {
	if (tree.tokens[object]!.deprel !== 'obj') return false;
	const to = childBy(tree, object, 'acl');
	if (to < object || !/^(?:announce|share|report|add|disclose|reveal|say)$/.test(tree.tokens[to]!.lemma))
		return false;
	const isNone =
		tree.lower[object] === 'nothing' || tree.lower.slice(tree.low[object]!, object).includes('no');
	return isNone && tree.tokens[to]!.xpos === 'VB';
}

/** Whether "not" belongs to what only describes a noun: "issues not related to the dam". */
function describes(tree: Tree, head: number, negator: number): boolean {
	const { upos } = tree.tokens[negator - 1] ?? { upos: '' };
	const isPlain = !tree.children[head]!.some((child) => /^(?:aux|cop)/.test(tree.tokens[child]!.deprel));
	return (
		isPlain &&
		/^(?:NOUN|PROPN)$/.test(upos) &&
		/^(?:ADJ|VERB)$/.test(tree.tokens[head]!.upos) &&
		!/^VB[DZP]$/.test(tree.tokens[head]!.xpos)
	);
}

/**
 * How firmly a clause is put: denied where its predicate is negated or means that something did not happen, hedged
 * where a word with scope over the predicate weakens it. "Nothing to announce" negates a noun that something may
 * still be true of, and denies nothing.
 */
export function readCertainty(
	tree: Tree,
	range: { from: number; to: number },
	predicate: number,
	hedges: Hedges
): Reading {
	const found: Why[] = [];
	let degree = 1;
	let negations = 0;
	let head = predicate;
	const weaken = (index: number, to: number, rule: string, text: string) => {
		degree = Math.min(degree, to);
		found.push(why(tree, rule, text, index));
	};
	const lemmaOf = (index: number) => tree.tokens[index]!.lemma.toLowerCase();
	const check = (verb: number) => {
		const lemma = lemmaOf(verb);
		const passive = tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass');
		const isHeld = PASSIVE.has(lemma) || HELD.test(tree.lower[verb]!);
		const inner = tree.children[verb]!.find(
			(child) =>
				child > verb &&
				(tree.tokens[child]!.deprel === 'xcomp' ||
					// "Are believed to be preparing", of which a parser makes a purpose.
					(isHeld &&
						/^(?:advcl|csubj|ccomp)$/.test(tree.tokens[child]!.deprel) &&
						tree.lower[verb + 1] === 'to' &&
						tree.low[child] === verb + 1))
		);
		const isImpersonal =
			childBy(tree, verb, 'expl') >= 0 &&
			Math.max(childBy(tree, verb, 'ccomp'), childBy(tree, verb, 'csubj')) > verb;
		const looks = lemma === 'look' && /^(?:set|likely|poised|certain)$/.test(tree.lower[verb + 1] ?? '');
		if (looks || (SEEMS.has(lemma) && (inner !== undefined || isImpersonal)))
			weaken(verb, 0.6, 'hedge-seem', 'It is said to seem so, not to be so.');
		// "Should be considered dangerous" bids people to; nobody is said to.
		const bidden = tree.children[verb]!.some((child) => /^(?:should|must|shall)$/.test(tree.lower[child]!));
		const isPassive = passive || (HELD.test(tree.lower[verb]!) && childBy(tree, verb, 'cop') >= 0);
		if (isPassive && !bidden && isHeld && inner !== undefined)
			weaken(verb, 0.55, 'hedge-passive', 'It is said to be believed or reported, without saying by whom.');
		if (LACKS.has(lemma) && saysNot(tree, verb, lemma, inner !== undefined)) {
			negations++;
			found.push(why(tree, 'lexical-denial', 'The verb itself says that it did not happen.', verb));
		}
		for (const child of tree.children[verb]!) {
			if (child < range.from || child >= range.to) continue;
			const word = tree.lower[child]!;
			const relation = tree.tokens[child]!.deprel;
			if (
				MODALS.has(lemmaOf(child)) &&
				relation.startsWith('aux') &&
				child < verb &&
				!isCapability(tree, verb, child)
			)
				weaken(child, hedges.get(lemmaOf(child)) ?? 0.5, 'hedge-modal', `“${word}” leaves it open.`);
			else if (ADVERBS.has(word) && /^(?:advmod|amod|dep|parataxis)/.test(relation))
				weaken(child, hedges.get(word) ?? 0.5, 'hedge-adverb', `“${word}” leaves it open.`);
			else if (child > verb && opensQuestion(tree, child))
				weaken(tree.low[child]!, 0.4, 'hedge-whether', 'It is asked or supposed, not said.');
			else if (withholdsNews(tree, child))
				weaken(child, 0.4, 'hedge-unknown', 'That it is not known or not said leaves it open.');
			else if (OPEN.has(word)) weaken(child, 0.35, 'hedge-open', `It is called ${word}.`);
			else if (/^(?:whether|if)$/.test(word) && relation === 'mark')
				weaken(child, 0.4, 'hedge-whether', 'It is asked or supposed, not said.');
			else if (
				NEGATORS.test(word) &&
				!/^(?:det|nsubj)/.test(relation) &&
				word !== 'no' &&
				!describes(tree, verb, child) &&
				!(word === 'not' && /^(?:only|just)$/.test(tree.lower[child + 1] ?? ''))
			) {
				const next = tree.lower[child + 1] ?? '';
				if (isUnknown(tree, verb) || next === 'necessarily') {
					weaken(child, 0.35, 'hedge-unknown', 'That it is not known or not said leaves it open.');
					continue;
				}
				negations++;
				found.push(why(tree, 'negation', `“${word}” denies it.`, child));
				const untrue = untrueUnder(tree, verb);
				if (untrue >= 0) {
					negations++;
					found.push(why(tree, 'double-negation', 'Not to be false is to be so.', untrue));
				}
			} else if (
				relation.startsWith('nsubj') &&
				(NEGATORS.test(word) ||
					tree.children[child]!.some(
						(inside) =>
							!tree.children[child]!.some((other) => other > child && tree.tokens[other]!.deprel === 'acl') &&
							/^(?:no|none|neither)$/.test(tree.lower[inside]!) &&
							/^(?:det|nummod|advmod)/.test(tree.tokens[inside]!.deprel)
					))
			) {
				if (found.some(({ rule }) => rule === 'negation-subject')) continue;
				negations++;
				found.push(why(tree, 'negation-subject', 'None of them is said to have done so.', child));
			} else if (
				/^(?:obj|nsubj|attr)/.test(relation) &&
				tree.children[child]!.some(
					(inside) => tree.lower[inside] === 'no' && tree.tokens[inside]!.deprel === 'det'
				) &&
				!tree.children[child]!.some((inside) => /^acl/.test(tree.tokens[inside]!.deprel) && inside > child)
			) {
				const conjoined = tree.children[child]!.some((inside) => tree.tokens[inside]!.deprel === 'conj');
				if (!conjoined) {
					negations++;
					found.push(why(tree, 'negation-object', 'It is said that there is none.', child));
				}
			}
		}
		return inner;
	};
	if (OPEN.has(tree.lower[predicate]!))
		weaken(predicate, 0.35, 'hedge-open', `It is called ${tree.lower[predicate]!}.`);
	// "It is understood that", where a tagger made an adjective of it.
	const isImpersonal = HELD.test(tree.lower[predicate]!) && childBy(tree, predicate, 'expl') >= 0;
	if (isImpersonal && childBy(tree, predicate, 'cop', 'aux:pass') >= 0)
		weaken(
			predicate,
			0.55,
			'hedge-passive',
			'It is said to be believed or reported, without saying by whom.'
		);
	// "The motive is fear" names a feeling; "a fear that it spreads" leaves open what it carries.
	if (
		tree.tokens[predicate]!.upos === 'NOUN' &&
		OPEN_NOUNS.has(lemmaOf(predicate)) &&
		tree.children[predicate]!.some((child) => /^(?:acl|ccomp|advcl)/.test(tree.tokens[child]!.deprel))
	)
		weaken(predicate, 0.6, 'hedge-noun', `It is called a ${lemmaOf(predicate)}.`);
	const untrue = untrueAt(tree, predicate);
	if (untrue >= 0 && !tree.children[untrue]!.some((child) => NEGATORS.test(tree.lower[child]!))) {
		negations++;
		found.push(why(tree, 'lexical-denial', `“${tree.lower[untrue]!}” denies what was reported.`, untrue));
	}
	for (let steps = 0; steps < 3; steps++) {
		const inner = check(head);
		if (inner === undefined || inner >= range.to) break;
		head = inner;
	}
	if (
		tree.lower[range.from] === 'whether' &&
		!found.some(({ rule }) => rule === 'hedge-whether') &&
		tree.lower[range.from + 2] !== 'not'
	)
		weaken(range.from, 0.4, 'hedge-whether', 'It is asked or supposed, not said.');
	for (let index = range.from; index < range.to; index++) {
		if (ADVERBS.has(tree.lower[index]!) && degree === 1 && governs(tree, predicate, index))
			weaken(
				index,
				hedges.get(tree.lower[index]!) ?? 0.5,
				'hedge-adverb',
				`“${tree.lower[index]!}” leaves it open.`
			);
	}
	if (negations % 2 === 1)
		return {
			certainty:
				degree < 0.6 && found.some(({ rule }) => rule === 'hedge-whether' || rule === 'hedge-modal')
					? 'hedged'
					: 'denied',
			degree: degree < 1 ? Math.min(0.4, 1 - degree) : 0,
			why: found
		};
	return { certainty: degree < 0.68 ? 'hedged' : 'stated', degree, why: found };
}
