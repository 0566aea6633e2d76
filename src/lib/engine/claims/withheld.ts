import type { Range } from './attribution/ranges.ts';
import { childBy, wordsOf, type Tree } from './tree.ts';

const WITHHELD = new Set(
	'comment confirm say discuss answer respond elaborate identify name give provide speculate disclose'.split(
		' '
	)
);

/** Ways to say that somebody gave no answer, around a verb. */
const NO_ANSWER =
	/\b(?:(?:had|has|have|made|offered|gave|issued|gives|has made) no (?:immediate |further |official |other )?(?:comment|details?|answer|response|reply|explanation)|(?:(?:not|n['’]t) (?:immediately )?(?:available|reachable)|unavailable|unable) (?:to (?:comment|respond|reply|answer)|for (?:a )?comment)|(?:neither|not) confirm(?:ed|s)? (?:n|d)?or den(?:y|ied|ies)|(?:refused to|declined to|not|n['’]t) be drawn on|(?:has|have|had) yet to (?:comment|respond|reply|answer|explain)|(?:not|n['’]t) (?:immediately |further )?elaborate|(?:calls?|messages?|e-?mails?|requests?|texts?)\b.{0,60}(?:not|n['’]t) (?:immediately )?(?:returned|answered)|(?:calls?|messages?|e-?mails?|requests?)\b.{0,60}(?:went|were|was) (?:unanswered|unreturned)|could(?: not|n['’]t) (?:immediately |initially )?be reached|referred (?:\w+ ){0,3}(?:questions|inquiries|enquiries|requests|calls|queries) to)\b/i;

/** Words after a verb within which such a phrase ends. */
const REACH = 7;

/** Whether a clause's verb stands in a phrase that says that no answer was given. */
function givesNoAnswer(tree: Tree, predicate: number): boolean {
	const from = tree.tokens[Math.max(0, predicate - 16)]!.start;
	const to = tree.tokens[Math.min(tree.tokens.length, predicate + REACH) - 1]!.end;
	const { start, end } = tree.tokens[predicate]!;
	const found = NO_ANSWER.exec(tree.text.slice(from, to));
	return found !== null && from + found.index < end && from + found.index + found[0].length > start;
}

const KNOWS = /^(?:know|understand|see|decide|remember|determine|learn|find)$/;
const ASKS = /^(?:how|why|who|what|where|when|which)$/;

/** "Declined to say how many were hurt", "did not say why": what is not told is no statement. */
export function isUntold(tree: Tree, { from }: Range): boolean {
	if (from === 0 || !ASKS.test(tree.lower[from]!)) return false;
	const verb = from - 1;
	const { upos, head, lemma } = tree.tokens[verb]!;
	// Who does not know how leaves open that it is so.
	if (upos !== 'VERB' || KNOWS.test(lemma)) return false;
	const isNegated = tree.children[verb]!.some((child) => /^(?:not|n['’]t)$/.test(tree.lower[child]!));
	return isNegated || /^(?:decline|refuse)$/.test(tree.tokens[head]?.lemma ?? '');
}

const UNNAMED = /\bnot to be (?:named|identified|quoted)$/i;

/** "Declined to comment", "was asked to confirm", "did not respond": neither a statement nor a denial. */
export function withholds(tree: Tree, predicate: number): boolean {
	const { lemma } = tree.tokens[predicate]!;
	const inner = childBy(tree, predicate, 'xcomp', 'ccomp');
	const said = inner < 0 || tree.tokens[inner]!.xpos !== 'VB' ? '' : tree.tokens[inner]!.lemma;
	if (/^(?:decline|refuse|ask)$/.test(lemma) && WITHHELD.has(said)) return true;
	const isNegated = tree.children[predicate]!.some((child) => /^(?:not|n['’]t)$/.test(tree.lower[child]!));
	// "Will not comment on it"; "asked not to be named"
	if (isNegated && (lemma === 'comment' || UNNAMED.test(wordsOf(tree, tree.low[predicate]!, predicate + 1))))
		return true;
	if (givesNoAnswer(tree, predicate)) return true;
	// "Could not be reached for comment"
	const reached = wordsOf(tree, predicate, Math.min(tree.tokens.length, predicate + 5));
	if (isNegated && lemma === 'reach' && /\bfor (?:a )?comment\b/.test(reached)) return true;
	// Wherever the verb hangs: "neither the ministry nor the operator responded to requests".
	return tree.tokens.some(
		({ lemma: verb }, at) =>
			(at === predicate || /^n?either$/.test(tree.lower[tree.low[predicate]!]!)) &&
			/^(?:respond|return|reply|comment)$/.test(verb) &&
			tree.tokens
				.slice(at + 1, at + 6)
				.some((token) => /^(?:request|call|message|email|question|inquiry|query)$/.test(token.lemma))
	);
}
