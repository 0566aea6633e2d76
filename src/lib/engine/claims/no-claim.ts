import type { Statement } from './statements.ts';
import { childBy, isFinite, type Tree } from './tree.ts';

const WITHHOLD = new Set([
	'comment',
	'confirm',
	'say',
	'discuss',
	'answer',
	'respond',
	'elaborate',
	'identify',
	'name',
	'give',
	'provide',
	'speculate',
	'disclose'
]);
const REPLY = new Set(['respond', 'return', 'reply', 'answer', 'comment']);
const INQUIRY = /^(?:request|call|message|email|e-mail|question|inquiry|query)s?$/;

/** "Declined to comment", "was asked to confirm", "did not respond to a request": neither statement nor denial. */
function withholds(tree: Tree, head: number): boolean {
	const { lemma } = tree.tokens[head]!;
	const complement = childBy(tree, head, 'xcomp', 'ccomp');
	const inner = complement < 0 ? '' : tree.tokens[complement]!.lemma;
	if (/^(?:decline|refuse)$/.test(lemma) && WITHHOLD.has(inner)) return true;
	if (lemma === 'ask' && complement >= 0 && WITHHOLD.has(inner)) return true;
	if (!REPLY.has(lemma)) return false;
	for (let at = tree.low[head]!; at < tree.high[head]!; at++) if (INQUIRY.test(tree.lower[at]!)) return true;
	return false;
}

/** The mark that ends the sentence, without closing quotation marks. */
function lastMark(tree: Tree): string {
	for (let at = tree.tokens.length - 1; at >= 0; at--) {
		if (tree.tokens[at]!.upos !== 'PUNCT') return '';
		if (/[?!.…]/.test(tree.lower[at]!)) return tree.lower[at]!;
	}
	return '';
}

function isQuestion(tree: Tree, statement: Statement): boolean {
	for (let at = statement.to - 1; at < Math.min(tree.tokens.length, statement.to + 3); at++)
		if (tree.lower[at] === '?') return true;
	return lastMark(tree) === '?' && statement.to >= tree.tokens.length - 3;
}

/** "Please keep away": an order to the reader says nothing that could be checked. */
function isOrder(tree: Tree, { head }: Statement): boolean {
	const { xpos, deprel } = tree.tokens[head]!;
	if (xpos !== 'VB' || deprel !== 'root' || childBy(tree, head, 'nsubj', 'aux') >= 0) return false;
	for (let at = 0; at < head; at++)
		if (!/^(?:PUNCT|ADV|INTJ|CCONJ|PART)$/.test(tree.tokens[at]!.upos)) return false;
	return true;
}

/** Whether a stretch that looks like a statement claims nothing: a question, an order, a bare phrase, a refusal to speak. */
export function isNoClaim(tree: Tree, statement: Statement, headline: boolean): boolean {
	const { head, from, to } = statement;
	if (isQuestion(tree, statement) || isOrder(tree, statement) || withholds(tree, head)) return true;
	if (
		!Array.from({ length: to - from }, (_, at) => tree.tokens[from + at]!).some(({ upos }) =>
			/^(?:VERB|AUX)$/.test(upos)
		)
	)
		return true;
	if (!headline && statement.rule === 'main' && !isFinite(tree, head) && to - from < 5) return true;
	return false;
}
