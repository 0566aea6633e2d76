import type { Token } from '../types.ts';

/** Tags of words that carry a tense. */
export const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** Verbs of speaking that stand beside what is said. */
export const SAYS =
	/^(?:say|add|announce|argue|claim|confirm|explain|insist|note|report|state|tell|warn|write)$/;

/** The word on which no other stands above; -1 for a sentence without words. */
export const rootOf = (tokens: readonly Token[]): number => tokens.findIndex(({ head }) => head < 0);

/** The first word, from `from` on, that hangs on another by a relation; -1 for none. */
export const childOf = (tokens: readonly Token[], of: number, relation: RegExp, from = 0): number =>
	tokens.findIndex(({ head, deprel }, at) => at >= from && head === of && relation.test(deprel));

/** Whether a token hangs, however far up, on another. */
export function isUnder(tokens: readonly Token[], token: number, other: number): boolean {
	let up = token;
	for (let steps = 0; up >= 0 && up !== other && steps < tokens.length; steps++) up = tokens[up]!.head;
	return up === other;
}

/** The predicate that a finite word belongs to: itself, or what it helps. */
export function predicateOf(tokens: readonly Token[], finite: number): number {
	return /^(?:aux|cop)/.test(tokens[finite]!.deprel) ? tokens[finite]!.head : finite;
}

/** Makes a noun the subject of a verb, of a passive one as such. */
export function makeSubject(tokens: Token[], noun: number, verb: number): void {
	const isPassive = childOf(tokens, verb, /^aux:pass$/) >= 0;
	Object.assign(tokens[noun]!, { head: verb, deprel: isPassive ? 'nsubj:pass' : 'nsubj' });
}
