import type { Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import type { Range } from './ranges.ts';

/** The rule of words that only deny what was said before them: "that was not so", "he did not". */
export const REPLY = 'reply';

const SPEAKS = /^(?:i|he|she|it|they|we|you|that|this|there)$/;
const NOT = /^(?:not|n['’]t|never)$/;
/** What may stand behind the "not" of such words. */
const REST =
	/^(?:|think so|believe so|so|the case|right|correct|what happened|how it happened|what had happened|what they did|what he did|what she did)$/;

/** Where a clause ends: before the next mark or joining word. */
function endOf(tree: Tree, from: number): number {
	let at = from;
	while (at < tree.tokens.length && !/^(?:PUNCT|CCONJ)$/.test(tree.tokens[at]!.upos)) at++;
	return at;
}

/** "He did not", "that was not so": from the pronoun to the end; null where the words say themselves what is denied. */
function replyAt(tree: Tree, not: number): Range | null {
	if (!NOT.test(tree.lower[not]!)) return null;
	const [subject, aux] = [not - 2, not - 1];
	if (subject < 0 || !SPEAKS.test(tree.lower[subject]!) || !/^(?:AUX|VERB)$/.test(tree.tokens[aux]!.upos))
		return null;
	const before = tree.tokens[subject - 1];
	if (before !== undefined && !/^(?:PUNCT|CCONJ|SCONJ|VERB)$/.test(before.upos)) return null;
	const to = endOf(tree, not + 1);
	const isCut = /^(?:and|or|but)$/.test(tree.lower[to] ?? '');
	const rest = tree.lower.slice(not + 1, to).join(' ');
	return !isCut && REST.test(rest) ? { from: subject, to } : null;
}

/** The stretch of a reply that says nothing but that, with the word that the rest hangs on; null where it is none. */
export function wholeReply(
	tree: Tree,
	range: Range,
	chain: readonly Pick<Frame, 'rule'>[]
): (Range & { predicate: number }) | null {
	if (!chain.some(({ rule }) => rule === REPLY)) return null;
	let { from, to } = range;
	while (from < to && tree.tokens[from]!.upos === 'PUNCT') from++;
	while (from < to && tree.tokens[to - 1]!.upos === 'PUNCT') to--;
	for (let at = from; at < to; at++) {
		const { head } = tree.tokens[at]!;
		if (head < from || head >= to) return { from, to, predicate: at };
	}
	return null;
}

/** The frame of a short reply that denies what another said; it has no source, since it stands inside what somebody says. */
export function replyFrame(tree: Tree, at: number): Frame | null {
	const content = replyAt(tree, at);
	if (content === null) return null;
	return {
		cue: { from: at, to: at + 1 },
		lemma: 'not',
		manner: 'denies',
		source: null,
		content: [content],
		rule: REPLY,
		agentless: true,
		negated: false,
		passive: false
	};
}
