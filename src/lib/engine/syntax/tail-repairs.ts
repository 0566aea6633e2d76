import type { Token } from '../types.ts';
import { FINITE, isUnder, rootOf, SAYS } from './tree-edits.ts';

const NAMES = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART|PRON)$/;
/** Words about when or where somebody spoke are few. */
const LONGEST_SETTING = 6;
const LONGEST_SPEAKER = 16;

/** A verb of speaking near the end, and the comma before whoever speaks. */
type Tail = { verb: number; comma: number };

/** "…, the board confirmed on Monday.": where such a sentence's last verb is one of speaking; -1 where it is not. */
function spokenLast(tokens: readonly Token[], word: (at: number) => string): number {
	const end = tokens.length - 2;
	if (end < 6 || word(end + 1) !== '.') return -1;
	for (let at = end; at > end - LONGEST_SETTING && at > 5; at--) {
		const { xpos, upos, lemma } = tokens[at]!;
		if (/^VB[DZPN]$/.test(xpos) && SAYS.test(lemma)) {
			// "…, his sister told local television."
			const isTold = lemma === 'tell' && at < end;
			const next =
				isTold || at === end || /^(?:ADP|ADV)$/.test(tokens[at + 1]!.upos) || DAY.test(word(at + 1));
			return next ? at : -1;
		}
		if (!/^(?:NOUN|PROPN|ADP|DET|NUM|ADJ|ADV|PART)$/.test(upos)) return -1;
	}
	return -1;
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/;

function tailOf(tokens: readonly Token[], word: (at: number) => string): Tail | null {
	const verb = spokenLast(tokens, word);
	if (verb < 0) return null;
	let comma = verb - 1;
	let hasVerb = false;
	// "…, Lee has always said."
	while (comma > 3 && verb - comma < 4 && /^(?:AUX|ADV)$/.test(tokens[comma]!.upos)) comma--;
	const helped = comma;
	while (comma > 3 && verb - comma < LONGEST_SPEAKER && word(comma) !== ',') {
		const { upos } = tokens[comma]!;
		// "…, the trust that runs the school said."
		if (upos === 'VERB' || upos === 'AUX') hasVerb = true;
		else if (!NAMES.test(upos) && upos !== 'ADP' && upos !== 'ADV') return null;
		comma--;
	}
	if (word(comma) !== ',' || comma === helped || !NAMES.test(tokens[comma + 1]!.upos)) return null;
	const isDescribed = tokens
		.slice(comma + 2, verb)
		.some((_, i) => /^(?:that|who|which)$/.test(word(comma + 2 + i)));
	return hasVerb === isDescribed ? { verb, comma } : null;
}

/** Who speaks between a comma and a verb: the last noun before what describes it. */
function speakerIn(tokens: readonly Token[], word: (at: number) => string, { verb, comma }: Tail): number {
	let speaker = -1;
	for (let at = comma + 1; at < verb; at++) {
		const { upos } = tokens[at]!;
		if (/^(?:NOUN|PROPN|PRON)$/.test(upos) && !/^(?:that|who|which)$/.test(word(at))) speaker = at;
		else if (speaker >= 0 && !/^(?:PART)$/.test(upos)) break;
	}
	return speaker;
}

/** Takes clauses before the comma off whoever speaks: in "it fell after they said it was old, police said" none is about police. */
function leaveSpeaker(tokens: Token[], word: (at: number) => string, { verb, comma }: Tail): void {
	for (let at = 1; at < comma; at++) {
		if (tokens[at]!.head <= comma || tokens[at]!.head >= verb) continue;
		const mark = tokens.findIndex(({ head, deprel }) => head === at && deprel === 'mark');
		const edge = mark >= 0 ? mark : at;
		const above = tokens.findLastIndex(
			({ upos, xpos }, place) => place < edge && upos === 'VERB' && FINITE.test(xpos)
		);
		if (above < 0 || isUnder(tokens, above, at)) continue;
		const isSaid = mark >= 0 && word(mark) === 'that';
		Object.assign(tokens[at]!, { head: above, deprel: isSaid ? 'ccomp' : 'advcl' });
	}
}

/** "The boy has been found alive, officials announced.": who speaks at the end stands beside the whole sentence. */
export function mendTail(tokens: Token[], word: (at: number) => string): void {
	const tail = tailOf(tokens, word);
	if (tail === null) return;
	const { verb, comma } = tail;
	const root = rootOf(tokens);
	const { head, deprel } = tokens[verb]!;
	const isRight = (at: number) => at > comma && at < tokens.length - 1;
	const named = speakerIn(tokens, word, tail);
	const subject = tokens.findIndex(
		(token, at) => at > comma && at < verb && token.head === verb && token.deprel.startsWith('nsubj')
	);
	// "The trust that runs the school said": the school is what is run.
	const own =
		subject > named && tokens.slice(named, subject).some(({ upos }) => upos === 'VERB') ? -1 : subject;
	// Right already: beside the sentence, or above it.
	if (own >= 0 && root === verb) leaveSpeaker(tokens, word, tail);
	if (own >= 0 && (root === verb || deprel.startsWith('parataxis'))) return;
	if (root < 0 || root > comma || head > verb || named < 0) return;
	if (!/^(?:VB[DZPN]|JJ|NN|NNS)$/.test(tokens[root]!.xpos)) return;
	if (!tokens.slice(0, comma).some(({ xpos }) => FINITE.test(xpos))) return;
	const speaker = own >= 0 ? own : named;
	for (let at = 0; at < comma; at++) {
		if (!isRight(tokens[at]!.head)) continue;
		tokens[at]!.head = root;
		const isMarked = tokens.some(({ head: of, deprel: how }) => of === at && how === 'mark');
		if (isMarked) tokens[at]!.deprel = 'advcl';
		else if (tokens[at]!.upos === 'ADJ') tokens[at]!.deprel = 'xcomp';
	}
	for (let at = comma + 1; at < tokens.length - 1; at++) {
		if (at === verb || at === speaker || isRight(tokens[at]!.head)) continue;
		tokens[at]!.head = at < verb ? speaker : verb;
	}
	if (own < 0) {
		const last = tokens.findLastIndex(({ upos }, at) => at > speaker && at < subject && upos === 'VERB');
		if (last > speaker) Object.assign(tokens[subject]!, { head: last, deprel: 'obj' });
		Object.assign(tokens[speaker]!, { head: verb, deprel: 'nsubj' });
	}
	Object.assign(tokens[verb]!, { head: root, deprel: 'parataxis' });
	if (tokens[verb]!.xpos === 'VBN' && !tokens.some((token) => token.head === verb && token.deprel === 'aux'))
		tokens[verb]!.xpos = 'VBD';
}
