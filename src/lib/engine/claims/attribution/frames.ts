import { baseRelation, childBy, type Tree } from '../tree.ts';
import { falseFrame } from './called-false.ts';
import {
	afterDay,
	afterMark,
	afterQuote,
	beforeApposition,
	beforeSecond,
	beforeTitle,
	endOfVerb,
	hasOtherClause,
	lastClause,
	questionOf,
	onlyAddresses,
	restAfter,
	secondOf,
	untilComma,
	withSubject
} from './contents.ts';
import type { Cues } from './cues.ts';
import { accordingFrame, colonFrame, nounFrame } from './other-frames.ts';
import { aroundBreak, doneUnder, isCommand, isOpen, isSummons, sentenceUnder } from './governed.ts';
import { pointingFrame } from './pointing.ts';
import { heardFrame, positionFrame, putFrame, viewFrame } from './positions.ts';
import { isContradicted } from './put-forward.ts';
import { replyFrame } from './replies.ts';
import { CALLING, cueRange, sourceOf, speakerAfter } from './subjects.ts';
import { contentAfter, contentBefore, hasVerb, rangeOf, span, trimRange, type Range } from './ranges.ts';

/** What a cue does to its content. */
export type Manner = 'says' | 'holds' | 'asks' | 'denies' | 'refuses';

/** A place in a sentence where somebody is said to have said, thought or asked something. */
export type Frame = {
	cue: Range;
	/** Lemma of the cue's main word. */
	lemma: string;
	manner: Manner;
	/** Tokens that name who said it; null in the passive and where it is understood. */
	source: Range | null;
	content: Range[];
	/** Code of the rule that found it. */
	rule: string;
	/** Whether nobody is named: "it was reported that". */
	agentless: boolean;
	/** Whether the saying itself is negated or hedged: "has not said", "may have said". */
	negated: boolean;
	/** Whether the cue stands in the passive: "was reported". */
	passive: boolean;
	/** How likely the learned weights hold it that the cue introduces anything, where they were asked. */
	likely?: number;
};

/** What a verb does to its content, by its lemma; null where it introduces nothing. */
export function mannerOf(lemma: string, cues: Cues): Manner | null {
	if (cues.denial.has(lemma)) return 'denies';
	if (cues.question.has(lemma) && !cues.speech.has(lemma)) return 'asks';
	if (cues.speech.has(lemma)) return 'says';
	if (cues.attitude.has(lemma)) return 'holds';
	return cues.refusal.has(lemma) ? 'refuses' : null;
}

function isNegated(tree: Tree, verb: number): boolean {
	return (
		tree.children[verb]!.some(
			(child) => child < verb && /^(?:not|n['’]t|never|nor|neither)$/.test(tree.lower[child]!)
		) || childWords(tree, verb, 'nsubj').some((word) => /^(?:no|none|nobody|neither)$/.test(word))
	);
}

function childWords(tree: Tree, head: number, relation: string): string[] {
	const child = childBy(tree, head, relation);
	return child < 0 ? [] : tree.lower.slice(tree.low[child]!, child + 1);
}

/** A verb's frame without content, where the verb is known to say, hold, ask or deny; null where it is not. */
export function frameBase(tree: Tree, verb: number, cues: Cues): Omit<Frame, 'content' | 'rule'> | null {
	const lemma = tree.tokens[verb]!.lemma.toLowerCase();
	const manner = mannerOf(lemma, cues);
	// To call off or to find out is to do something, not to say it.
	if (!manner || childBy(tree, verb, 'compound:prt') >= 0) return null;
	// To accept an offer or an account is no speech; "accepted that nobody had checked" is.
	if (lemma === 'accept' && tree.lower[verb + 1] !== 'that') return null;
	// A maker recalls jars, a witness what she saw.
	const recalled = lemma === 'recall' ? childBy(tree, verb, 'obj') : -1;
	if (
		recalled > verb &&
		childBy(tree, verb, 'ccomp', 'xcomp') < 0 &&
		!/^(?:how|what|when|where|that|being)$/.test(tree.lower[verb + 1]!)
	)
		return null;
	// "Waiting to see whether it would": nobody sees it yet.
	if (lemma === 'see' && tree.lower[verb - 1] === 'to') return null;
	if (lemma === 'call' && /^(?:into|in|on|upon|at)$/.test(tree.lower[verb + 1] ?? '')) return null;
	const { xpos, deprel } = tree.tokens[verb]!;
	// "A sect called the Western Brothers" is its name.
	if (/^VB[DN]$/.test(xpos) && deprel === 'acl' && /^(?:call|dub)$/.test(lemma)) return null;
	// A "self-described promoter" says nothing.
	if (deprel === 'amod' && tree.tokens[verb - 1]?.xpos === 'HYPH') return null;
	const speaks = manner === 'says' || manner === 'asks';
	const source = (speaks ? speakerAfter(tree, verb) : null) ?? sourceOf(tree, verb);
	const passive =
		tree.children[verb]!.some((child) => tree.tokens[child]!.deprel === 'aux:pass') ||
		// "The one found in the harbour"
		(xpos === 'VBN' && deprel === 'acl' && childBy(tree, verb, 'obj') < verb);
	return {
		cue: cueRange(tree, verb),
		lemma,
		manner,
		source,
		negated: isNegated(tree, verb),
		agentless: source === null,
		passive
	};
}

function verbFrame(tree: Tree, verb: number, cues: Cues): Frame | null {
	const base = frameBase(tree, verb, cues);
	if (base === null) return null;
	const { cue, lemma, manner, source, passive } = base;
	const token = tree.tokens[verb]!;
	const inverted = manner === 'says' || manner === 'asks' ? speakerAfter(tree, verb) : null;
	const frame = (content: (Range | null)[], rule: string): Frame | null => {
		const kept = content
			.filter((range) => range !== null)
			.map((range) => trimRange(tree, afterDay(tree, verb, range)))
			.filter(({ from, to }) => to - from > 1)
			// To ask for something asks no question.
			.filter(({ from }) => manner !== 'asks' || tree.lower[from] !== 'for')
			// "Agree on what the word means" tells nothing that was said.
			.filter(
				({ from }) => !/^(?:on|over)$/.test(tree.lower[from]!) || !/^wh|^how$/.test(tree.lower[from + 1]!)
			);
		return kept.length > 0 ? { ...base, content: kept, rule } : null;
	};
	if (inverted) return frame([{ from: 0, to: verb }, afterQuote(tree, inverted.to)], 'words-before');
	const asked = manner === 'asks' && source === null ? questionOf(tree, verb) : null;
	if (asked) {
		// Who speaks was asked by whoever reports: that says nothing.
		const question = frame([asked], 'asked');
		return question && { ...question, manner: 'refuses', content: [asked] };
	}
	// "Told the crew on Monday to go": what was said is nothing without the verb, and what was asked is no question.
	if (!passive && source && source.to <= cue.from && isCommand(tree, verb))
		return manner === 'says' ? frame([{ from: cue.from, to: tree.high[verb]! }], 'called') : null;
	const clause = sentenceUnder(tree, verb);
	const speech = manner === 'says' || manner === 'asks' || manner === 'denies';
	const object = childBy(tree, verb, 'obj');
	const done = doneUnder(tree, verb);
	// "Warned residents not to drink it", "described hearing a bang": what was said is nothing without the verb.
	if (manner === 'says' && !passive && source && clause < 0 && done > verb && isOpen(tree, done, object))
		return frame([{ from: cue.from, to: tree.high[done]! }], 'called');
	// "Had not known that it was shut": what is denied is the knowing.
	const isUnknown =
		base.negated &&
		/^(?:know|realise|realize|notice|learn)$/.test(lemma) &&
		clause > verb &&
		tree.lower[childBy(tree, clause, 'mark')] === 'that';
	if (isUnknown) return null;
	// "Is thought to be carrying oil" is one statement, and says itself that it is only thought.
	const isHeld =
		passive && clause > verb && tree.lower[tree.low[clause]!] === 'to' && tree.low[clause] === verb + 1;
	if (isHeld && lemma !== 'tell') return null;
	if (clause >= 0 && clause > verb) {
		const whole = withSubject(tree, verb, clause);
		const range = { from: whole.from < verb ? verb + 1 : whole.from, to: whole.to };
		const cut =
			source && source.from > verb && source.from >= range.from && source.to <= range.to
				? { from: source.to, to: range.to }
				: range;
		// "Prices are rising, Lee said, but wages are not"
		// and "Prices are rising, Lee told us: wages are not".
		const isBroken =
			(tree.lower[verb + 1] === ',' || [cut.from - 1, cut.from].some((at) => tree.lower[at] === ':')) &&
			source &&
			source.to === cue.from &&
			tree.lower[source.from - 1] === ',';
		const before = isBroken && speech && !passive ? contentBefore(tree, source.from) : null;
		return frame([before, cut, secondOf(tree, cut)], before ? 'frame-inside' : 'clause-after');
	}
	const frameStart = Math.min(cue.from, source && source.from < verb ? source.from : cue.from);
	const edge = beforeSecond(tree, beforeApposition(tree, beforeTitle(tree, frameStart)));
	if (speech && !passive) {
		const relation = baseRelation(token.deprel);
		// "A, he said, B": the frame hangs on the clause that it interrupts.
		const inside = span(cue, source);
		if (clause >= 0 && clause < verb) {
			const whole = { ...rangeOf(tree, clause), to: tree.high[lastClause(tree, clause, verb)]! };
			const after = afterMark(tree, { from: whole.from, to: Math.min(whole.to, edge) });
			const range = after === null ? whole : { from: whole.from, to: after.from };
			if (after !== null && source === null)
				return spokenBy(frame([range, afterQuote(tree, inside.to)], 'clause-before'), after);
			const before = contentBefore(tree, edge);
			return frame(
				before && before.from < range.from && !hasOtherClause(tree, before, range)
					? [{ from: before.from, to: after?.from ?? edge }]
					: [
							{ from: range.from, to: after?.from ?? untilComma(tree, Math.min(range.to, edge), edge) },
							afterQuote(tree, inside.to)
						],
				'clause-before'
			);
		}
		if (relation === 'parataxis' && token.head >= 0 && childBy(tree, verb, 'obj') < 0)
			return frame(aroundBreak(tree, verb, inside), 'frame-inside');
		// "…, said the teacher, who let them tell it": what stands before is not told again.
		const isRelative = tree.children[verb]!.some(
			(child) => child < verb && /^(?:who|which)$/.test(tree.lower[child]!)
		);
		// "Let them tell the story" comes after nothing that they told.
		const isBare = token.xpos === 'VB' && childBy(tree, verb, 'aux') < 0;
		// "While it seems safe, tests found lead": what is found stands behind.
		const isFinding = /^(?:find|show|conclude)$/.test(lemma) && object > verb;
		const before =
			isRelative || isBare || isFinding || /^(?:who|which)$/.test(tree.lower[edge] ?? '')
				? null
				: contentBefore(tree, edge);
		if (before && cues.speech.has(lemma)) {
			const second = afterQuote(tree, inside.to);
			const after = afterMark(tree, before);
			return after === null
				? frame([before, second], 'words-before')
				: spokenBy(frame([{ from: before.from, to: after.from }, second], 'words-before'), after);
		}
		const after = contentAfter(tree, Math.max(inside.to, verb + 1));
		const names = CALLING.has(lemma) && object > verb;
		// `Told the court that Lee had “taken it all”`: what was said begins before the mark.
		const marked = after && tree.lower[after.from] !== ':' && source && source.to <= cue.from;
		const told = marked && !names ? restAfter(tree, verb) : null;
		if (told && tree.lower[told.from - 1] === 'that' && told.from < after!.from)
			return frame([told], 'rest-after');
		if (after && !names && cues.speech.has(lemma) && (tree.lower[after.from] === ':' || hasVerb(tree, after)))
			return frame([after], 'words-after');
		const addressed = childBy(tree, verb, 'xcomp');
		if (addressed >= 0 && /^(?:confirm|whether|if)$/.test(tree.tokens[addressed]!.lemma))
			return frame([{ from: addressed + 1, to: tree.high[addressed]! }], 'asked-to');
	}
	// "The council, officials believe, was never told"
	const breaksIn = manner === 'holds' && token.deprel === 'parataxis' && token.head > verb && object < 0;
	if (breaksIn && source && source.to <= cue.from && tree.lower[source.from - 1] === ',')
		return frame(aroundBreak(tree, verb, span(cue, source)), 'frame-inside');
	if (passive && clause < 0) {
		const open = childBy(tree, verb, 'xcomp', 'obj');
		if (open >= 0 && manner === 'asks') {
			const object = childBy(tree, open, 'obj', 'ccomp');
			const from = object >= 0 ? tree.low[object]! : open;
			return frame([{ from, to: tree.high[open]! }], 'asked-to');
		}
		return null;
	}
	// "A woman who answered the door said": what follows is not hers to answer.
	const isDone = token.deprel === 'acl:relcl' && object > verb;
	// "Rejected a second bid, sources said": who rejects something has not said what comes after it.
	const isThing = /^(?:reject|dismiss|discount|repudiate)$/.test(lemma) && object > verb;
	// "Agreed on Sunday to reopen the border": what follows is what is done.
	const isDeed = lemma === 'agree' && tree.tokens[verb + 1]?.upos === 'ADP' && doneUnder(tree, verb) > verb;
	const rest =
		source && source.to <= cue.from && !isDone && !isThing && !isDeed ? restAfter(tree, verb) : null;
	if (rest && speech && !CALLING.has(lemma) && !onlyAddresses(tree, verb, object))
		return frame([rest], 'rest-after');
	// "Denies taking any money"
	const doing = manner === 'denies' ? childBy(tree, verb, 'xcomp', 'acl', 'advcl') : -1;
	if (doing === verb + 1 && tree.tokens[doing]!.xpos === 'VBG' && !isThing)
		return frame([{ from: cue.from, to: tree.high[doing]! }], 'denied-thing');
	// To reject a bid or an offer is to do something.
	if (manner === 'denies' && object >= 0 && (!isThing || isContradicted(tree, object)))
		return frame([{ from: cue.from, to: tree.high[object]! }], 'denied-thing');
	// "Warned of serious consequences"
	const warned =
		/^(?:warn|complain|boast)$/.test(lemma) && /^(?:of|about|against)$/.test(tree.lower[verb + 1] ?? '');
	if (warned && source && !passive) return frame([{ from: cue.from, to: endOfVerb(tree, verb) }], 'called');
	if (CALLING.has(lemma)) {
		// "Hull, whom he called a danger"
		if (isSummons(tree, verb, object)) return null;
		// "The office that Lee calls free is run by Lee": what hangs in a description says nothing alone.
		if (token.deprel === 'acl:relcl' && endOfVerb(tree, verb) - verb < 4) return null;
		const named = object >= 0 || tree.lower.slice(tree.low[verb]!, verb).includes('whom');
		if (named && source) return frame([{ from: cue.from, to: endOfVerb(tree, verb) }], 'called');
	}
	return null;
}

/** A frame with who speaks taken from what stands before its verb, where the parse found nobody. */
function spokenBy(frame: Frame | null, before: Range): Frame | null {
	if (frame === null || frame.source !== null) return frame;
	return { ...frame, source: before, agentless: false };
}

/** Finds every frame of a sentence, each with its rule; they may lie inside each other, never across. */
export function findFrames(tree: Tree, cues: Cues, headline: boolean): Frame[] {
	const frames: Frame[] = [];
	for (let index = 0; index < tree.tokens.length; index++) {
		const { upos } = tree.tokens[index]!;
		const frame =
			upos === 'VERB' || upos === 'AUX'
				? (putFrame(tree, index) ??
					heardFrame(tree, index) ??
					pointingFrame(tree, index, cues) ??
					verbFrame(tree, index, cues) ??
					accordingFrame(tree, index))
				: upos === 'NOUN'
					? (nounFrame(tree, index, cues) ?? positionFrame(tree, index) ?? viewFrame(tree, index))
					: accordingFrame(tree, index);
		if (frame) frames.push(frame);
		const called = falseFrame(tree, index) ?? replyFrame(tree, index);
		if (called) frames.push(called);
	}
	if (headline) {
		const colon = colonFrame(tree);
		if (colon) frames.push(colon);
	}
	return frames;
}

/**
 * The frame of a sentence that ends in a colon and hands on to the quotation below it: "The mayor wrote on Friday:".
 * Its content is empty, since it stands in other sentences; null where nobody is said to speak there.
 */
export function leadFrame(tree: Tree, cues: Cues): Frame | null {
	if (tree.lower.at(-1) !== ':') return null;
	for (let verb = tree.tokens.length - 2; verb > 0; verb--) {
		if (tree.tokens[verb]!.upos !== 'VERB') continue;
		const base = frameBase(tree, verb, cues);
		if (base !== null && base.manner === 'says' && base.source !== null && !base.passive)
			return { ...base, content: [], rule: 'lead' };
	}
	return null;
}
