import { childBy, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { hasVerb, nounRange, trimRange, type Range } from './ranges.ts';

/** Nouns for what somebody holds or says, which "is that" spells out: "the union's view is that …". */
const POSITION =
	/^(?:account|advice|answer|argument|assessment|case|claim|complaint|conclusion|contention|defence|defense|estimate|excuse|explanation|finding|guess|line|message|objection|opinion|point|position|prediction|reasoning|reply|response|story|suggestion|takeaway|theory|thesis|verdict|version|view|warning)$/;
const HELD = /^(?:belief|concern|fear|hope|hunch|suspicion|worry)$/;
const BE = /^(?:is|was|['’]s|remains|remained)$/;

function frame(
	lemma: string,
	cue: Range,
	source: Range | null,
	content: Range,
	rest: Pick<Frame, 'rule' | 'manner'> & Partial<Frame>
): Frame {
	return {
		cue,
		lemma,
		source,
		content: [content],
		agentless: source === null,
		negated: false,
		passive: false,
		...rest
	};
}

/** "The union's view is that the pier was unsafe": somebody's position, spelled out; null where a noun opens none. */
export function positionFrame(tree: Tree, noun: number): Frame | null {
	const lemma = tree.tokens[noun]!.lemma.toLowerCase();
	const isHeld = HELD.test(lemma);
	if (!isHeld && !POSITION.test(lemma)) return null;
	const owner = tree.children[noun]!.find((child) => tree.tokens[child]!.deprel === 'nmod:poss');
	const of = noun + 1 < tree.tokens.length && /^(?:of|from|by)$/.test(tree.lower[noun + 1]!) ? noun + 1 : -1;
	const ofWhom = of < 0 ? -1 : tree.tokens[of]!.head;
	const source = owner !== undefined ? nounRange(tree, owner) : ofWhom > of ? nounRange(tree, ofWhom) : null;
	if (source === null) return null;
	let be = Math.max(noun + 1, source.from > noun ? source.to : noun + 1);
	if (!BE.test(tree.lower[be] ?? '')) return null;
	const { from } = { from: be };
	be++;
	if (tree.lower[be] === ',' || tree.tokens[be]?.upos === 'ADV') be++;
	if (tree.lower[be] !== 'that') return null;
	let to = be + 1;
	while (to < tree.tokens.length && tree.lower[to] !== ';') to++;
	const content = trimRange(tree, { from: be + 1, to });
	if (!hasVerb(tree, content)) return null;
	return frame(lemma, { from, to: be + 1 }, source, content, {
		rule: 'position',
		manner: isHeld ? 'holds' : 'says'
	});
}

/** "In his view the signal is a ghost", "in Lee's telling": whose view it is that comes next; null where none is named. */
export function viewFrame(tree: Tree, noun: number): Frame | null {
	if (
		!/^(?:view|opinion|judgment|judgement|telling|reading|account|version|eyes|estimation)$/.test(
			tree.lower[noun]!
		)
	)
		return null;
	const owner = tree.children[noun]!.find((child) => tree.tokens[child]!.deprel === 'nmod:poss');
	if (owner === undefined || noun > 8) return null;
	const source = nounRange(tree, owner);
	const at = Math.min(tree.low[owner]!, source.from) - 1;
	const isFirst = at === 0 || (at === 1 && /^(?:but|and|yet)$/.test(tree.lower[0]!));
	if (!isFirst || tree.lower[at] !== 'in') return null;
	const content = trimRange(tree, { from: noun + 1, to: tree.tokens.length });
	if (!hasVerb(tree, content)) return null;
	const cue = { from: noun, to: noun + 1 };
	return frame(tree.lower[noun]!, cue, source, content, { rule: 'view', manner: 'says' });
}

const FIGURE =
	/^(?:number|odds|chances?|likelihood|figure|toll|total|count|cost|bill|value|damage|loss|death|turnout|size|crowd|it|them|attendance|price|estimate)$/;

/** "The governor's office put the number of injured at 30", "as she put it: “…”"; null where a verb does neither. */
export function putFrame(tree: Tree, verb: number): Frame | null {
	if (tree.tokens[verb]!.lemma !== 'put' || verb + 2 >= tree.tokens.length) return null;
	// "The ministry disagrees, putting the loss at £5m"
	const { xpos, head } = tree.tokens[verb]!;
	const doer = xpos === 'VBG' && head >= 0 && head < verb ? head : verb;
	const subject = childBy(tree, doer, 'nsubj');
	if (subject < 0 || subject > verb || /^(?:who|which|that)$/.test(tree.lower[subject]!)) return null;
	const source = nounRange(tree, subject);
	const cue = { from: verb, to: verb + 1 };
	if (tree.lower[verb + 1] === 'it') {
		const colon = tree.lower.indexOf(':', verb);
		if (colon < 0 || colon > verb + 6 || colon > tree.tokens.length - 4) return null;
		const content = trimRange(tree, { from: colon + 1, to: tree.tokens.length });
		if (hasVerb(tree, content))
			return frame('put', cue, source, content, { rule: 'words-after', manner: 'says' });
	}
	let at = verb + 1;
	while (
		at < tree.tokens.length &&
		at - verb < 14 &&
		tree.lower[at] !== 'at' &&
		!/^[,;:]$/.test(tree.lower[at]!)
	)
		at++;
	if (tree.lower[at] !== 'at') return null;
	const isFigure = tree.tokens.slice(verb + 1, at).some(({ lemma }) => FIGURE.test(lemma.toLowerCase()));
	let to = at + 1;
	const isNumber = (index: number) => tree.tokens[index]!.upos === 'NUM' || /\d/.test(tree.lower[index]!);
	const isPart = (index: number) => /^(?:ADJ|ADV|ADP|NOUN|SYM|DET)$/.test(tree.tokens[index]!.upos);
	while (to < tree.tokens.length && to - at < 10 && (isNumber(to) || isPart(to))) to++;
	const hasNumber = tree.tokens.slice(at + 1, to).some((_, index) => isNumber(at + 1 + index));
	return isFigure && hasNumber
		? frame('put', cue, source, { from: verb, to }, { rule: 'puts', manner: 'says' })
		: null;
}

const HEARING =
	/^(?:court|jury|juror|inquest|tribunal|inquiry|hearing|panel|committee|trial|judge|magistrate)s?$/;

/** "The court heard that he bought a boat": somebody said so there, who is not named; null where nobody hears anything. */
export function heardFrame(tree: Tree, verb: number): Frame | null {
	if (tree.lower[verb] !== 'heard') return null;
	const subject = childBy(tree, verb, 'nsubj');
	if (subject < 0 || !HEARING.test(tree.lower[subject]!)) return null;
	const isThat = tree.lower[verb + 1] === 'that';
	const clause = childBy(tree, verb, 'ccomp');
	if (!isThat && clause < 0) return null;
	const content = trimRange(tree, {
		from: isThat ? verb + 2 : tree.low[clause]!,
		to: clause < 0 ? tree.tokens.length : tree.high[clause]!
	});
	if (content.from <= verb || !hasVerb(tree, content)) return null;
	const cue = { from: tree.low[subject]!, to: verb + 1 };
	return frame('hear', cue, null, content, { rule: 'heard', manner: 'says', passive: true });
}
