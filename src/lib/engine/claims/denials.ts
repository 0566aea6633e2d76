import type { ExtractedClaim } from '../types.ts';
import { REPLY } from './attribution/replies.ts';

/** "Denied it" means what was said in its own sentence or the one before. */
const NEAR = 1;
/** "Denied the claims" may come a paragraph later, "denied any involvement" two. */
const NOT_FAR = 3;
const FAR = 8;

/** What one can only say, and not plan, feel or argue for. */
const NOUN =
	/\b(?:the|that|this|those|these|such|all|an?)\s(?:\p{L}+\s){0,2}(?:claim|allegation|accusation|charge|figure|number|account|version|description|rumou?r|assertion|suggestion|contention)s?\b/iu;
const GUILT =
	/\b(?:involvement|responsibility|wrongdoing|guilt|blame|accusations?|allegations?|charges?|(?:any|a|no) (?:role|part|hand|link|links|connection|connections|knowledge))\b/i;
/** "That was not so" may answer the sentence before; "he did not" only what stands in its own. */
const SPELLED = /\b(?:so|case|right|correct|happened)\W*$/i;
const isReply = ({ why }: ExtractedClaim): boolean => why?.some(({ rule }) => rule === REPLY) ?? false;
const BLAMES =
	/\b(?:accus\w+|blam\w+|alleg\w+|charg\w+|suspect\w*|implicat\w+|behind|responsible|carr(?:y|ied|ying) out|culprit|guilty)\b/i;

/** The last word of a holder's name, which another's words are likely to have. */
const lastWord = (name: string): string =>
	name
		.trim()
		.split(/\s+/)
		.at(-1)!
		.replace(/['’]s$/, '');

function isNamedIn(name: string, { text }: ExtractedClaim): boolean {
	const word = lastWord(name);
	return word.length > 2 && text.toLowerCase().includes(word.toLowerCase());
}

/** How a claim points back at what it denies; null where it says itself what that is. */
function pointing(claim: ExtractedClaim): 'near' | 'reply' | 'noun' | 'guilt' | null {
	if (claim.certainty !== 'denied' || claim.denies !== undefined) return null;
	const rules = (claim.why ?? []).map(({ rule }) => rule);
	if (isReply(claim)) return 'reply';
	const isPointing = rules.includes('points');
	if (!isPointing && !rules.includes('denied-thing')) return null;
	if (GUILT.test(claim.text) && claim.text.split(/\s+/).length < 12) return 'guilt';
	const noun = NOUN.exec(claim.text)?.index ?? -1;
	if (!isPointing) return noun >= 0 && claim.text.split(/\s+/).length < 7 ? 'noun' : null;
	// "A claim that Lee rejects" stands right behind it; "the club called the claim a lie" may come later.
	return noun > 0 ? 'noun' : 'near';
}

/** The claim that another one denies, among those before it, nearest last; undefined where none fits. */
function deniedBy(claim: ExtractedClaim, before: readonly ExtractedClaim[]): ExtractedClaim | undefined {
	const how = pointing(claim);
	if (how === null) return undefined;
	const within =
		how === 'near'
			? NEAR
			: how === 'reply'
				? SPELLED.test(claim.text)
					? NEAR
					: 0
				: how === 'noun'
					? NOT_FAR
					: FAR;
	const others = before.filter(
		(other) =>
			!other.headline &&
			other.end <= claim.start &&
			claim.sentence - other.sentence <= within &&
			other.certainty !== 'denied' &&
			lastWord(other.holder).toLowerCase() !== lastWord(claim.holder).toLowerCase()
	);
	if (how === 'guilt') {
		const blamed = others.filter((other) => BLAMES.test(other.text) && isNamedIn(claim.holder, other));
		const put = others.filter((other) => other.voice !== 'own' && isNamedIn(claim.holder, other));
		const found = blamed.at(-1) ?? put.at(-1);
		// "Dismissed the allegation" need not be blame of who dismisses it.
		if (found || !NOUN.test(claim.text)) return found;
	}
	// "He says he did not" answers what another says, and nothing that the account tells.
	if (how === 'reply')
		return claim.voice === 'own' ? undefined : others.findLast(({ voice }) => voice !== 'own');
	if (how !== 'near')
		return others.findLast(({ voice, sentence }) => voice !== 'own' && claim.sentence - sentence <= NOT_FAR);
	const nearest = others.at(-1);
	const inSentence = others.filter(({ sentence }) => sentence === nearest?.sentence);
	// What somebody else said is likelier denied than what the account says beside it.
	return inSentence.findLast(({ voice }) => voice !== 'own') ?? nearest;
}

/**
 * Finds, for claims that only point back at what they deny ("the union denied it", "a claim that Lee rejects", "has
 * denied any involvement"), the claim of another holder that is meant; without one they stay as they are, but for short
 * replies ("he did not"), which go.
 */
export function findDenied(claims: readonly ExtractedClaim[]): ExtractedClaim[] {
	return claims.flatMap((claim, at) => {
		const denied = deniedBy(claim, claims.slice(Math.max(0, at - 40), at));
		if (denied !== undefined) return [{ ...claim, denies: denied.id }];
		// "He did not" says nothing where it is not known what.
		return isReply(claim) ? [] : [claim];
	});
}
