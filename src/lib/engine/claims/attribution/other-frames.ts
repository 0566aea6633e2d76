import { childBy, isFinite, isPredicate, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';
import type { Frame } from './frames.ts';
import { hasVerb, nounRange, rangeOf, trimRange, without, type Range } from './ranges.ts';
import { sourceOf } from './subjects.ts';

/** "According to X", before or after what X said; also "per X" as agencies write it. */
export function accordingFrame(tree: Tree, at: number): Frame | null {
	if (tree.lower[at] !== 'according' || tree.lower[at + 1] !== 'to') return null;
	let noun = tree.tokens[at]!.head;
	if (
		noun <= at ||
		noun >= tree.tokens.length ||
		!/^(?:NOUN|PROPN|PRON|NUM|ADJ|DET)$/.test(tree.tokens[noun]!.upos)
	) {
		noun = childBy(tree, at, 'obl', 'obj', 'nmod');
		if (noun < 0) {
			noun = at + 2;
			while (
				noun + 1 < tree.tokens.length &&
				noun < at + 9 &&
				!/^(?:NOUN|PROPN)$/.test(tree.tokens[noun]!.upos)
			)
				noun++;
			while (/^(?:NOUN|PROPN)$/.test(tree.tokens[noun + 1]?.upos ?? '')) noun++;
			if (noun >= tree.tokens.length) return null;
		}
	}
	const source = nounRange(tree, noun);
	if (source.from <= at + 1) source.from = at + 2;
	if (source.from >= source.to) return null;
	let end = Math.max(tree.high[noun]!, source.to);
	// "…, adding that, according to the coast guard, three are missing": what comes before is not the coast guard's.
	const opens = at > 1 && tree.lower[at - 1] === ',' && /^(?:that|and|but)$/.test(tree.lower[at - 2]!);
	const early = at < 3 || opens;
	const comma = commaAfter(tree, source.to, at);
	if (early && comma > at && (comma < end || comma > source.to)) end = Math.max(source.to, comma);
	if (early && end >= tree.tokens.length - 2) {
		// The phrase swallowed the statement: it begins at the next clause's subject.
		for (let index = source.to; index < tree.tokens.length; index++) {
			const subject = isPredicate(tree, index) && isFinite(tree, index) ? childBy(tree, index, 'nsubj') : -1;
			if (subject >= source.to && !/^(?:who|which|that)$/.test(tree.lower[subject]!)) {
				end = tree.low[subject]!;
				break;
			}
		}
	}
	if (early && end >= tree.tokens.length - 2) {
		// No subject either: the words before the second verb are its subject, back to a name or a preposition.
		const verbs = [...tree.tokens.keys()].filter(
			(index) => index >= source.to && tree.tokens[index]!.upos === 'VERB'
		);
		let from = verbs[1] ?? -1;
		while (from > source.to && /^(?:NOUN|ADJ|DET|NUM)$/.test(tree.tokens[from - 1]!.upos)) from--;
		if (from > source.to && from < verbs[1]!) end = from;
	}
	const content = early
		? [{ from: end, to: tree.tokens.length }]
		: without({ from: 0, to: at }, []).concat(
				end < tree.tokens.length - 3 ? [{ from: end, to: tree.tokens.length }] : []
			);
	const kept = content.map((range) => trimRange(tree, range)).filter(({ from, to }) => to - from > 1);
	if (kept.length === 0) return null;
	return {
		cue: { from: at, to: at + 2 },
		lemma: 'according',
		manner: 'says',
		source,
		content: kept,
		rule: 'according-to',
		agentless: false,
		negated: false,
		passive: false
	};
}

/** The comma that ends who is meant: "According to his biographer, Ivo Stanek, …" has it behind the name. */
function commaAfter(tree: Tree, end: number, from: number): number {
	const comma = tree.lower.indexOf(',', from);
	if (comma !== end) return comma;
	let name = comma + 1;
	while (name < tree.tokens.length && name - comma < 6 && tree.tokens[name]!.upos === 'PROPN') name++;
	return name > comma + 1 && tree.lower[name] === ',' ? name : comma;
}

const VOICING =
	/^(?:express|voice|raise|issue|repeat|air|make|share|echo|reiterate|offer|give|publish|file|post)$/;

/** Who voices what a noun stands for: "Lee expressed concern that"; null where it hangs on no such verb. */
function voicedBy(tree: Tree, noun: number): Range | null {
	const { head, deprel } = tree.tokens[noun]!;
	if (deprel !== 'obj' || head < 0 || !VOICING.test(tree.tokens[head]!.lemma)) return null;
	return sourceOf(tree, head);
}

const EMERGE =
	/^(?:emerge|surface|circulate|spread|swirl|appear|mount|grow|trickle|come|abound|arrive|begin)$/;

/** "Reports emerged on Monday that the king had died": what the reports say stands at the end; null for other nouns. */
function emergingFrame(tree: Tree, noun: number, lemma: string): Frame | null {
	const { head, deprel } = tree.tokens[noun]!;
	if (!/^(?:report|rumou?r|claim|allegation|speculation)$/.test(lemma) || head < noun || deprel !== 'nsubj')
		return null;
	const clause = childBy(tree, head, 'ccomp', 'advcl');
	if (!EMERGE.test(tree.tokens[head]!.lemma) || clause < head) return null;
	if (tree.lower[childBy(tree, clause, 'mark')] !== 'that') return null;
	return {
		cue: { from: head, to: head + 1 },
		lemma,
		manner: 'says',
		source: nounRange(tree, noun),
		content: [trimRange(tree, rangeOf(tree, clause))],
		rule: 'emerging',
		agentless: false,
		negated: false,
		passive: false
	};
}

/** Who makes statements, in one word before it. */
const BODIES =
	/^(?:police|army|navy|government|ministry|council|court|hospital|company|union|club|embassy|city|state|family|party|opposition|military)$/;

/** A noun that carries a statement: "a claim that …", "his warning that …". */
export function nounFrame(tree: Tree, noun: number, cues: Cues): Frame | null {
	const token = tree.tokens[noun]!;
	const lemma = token.lemma.toLowerCase();
	if (token.upos !== 'NOUN' || !cues.nouns.has(lemma)) return null;
	const clause = tree.children[noun]!.find(
		(child) =>
			child > noun &&
			/^(?:acl|ccomp|advcl)$/.test(tree.tokens[child]!.deprel) &&
			isFinite(tree, child) &&
			childBy(tree, child, 'mark') >= 0 &&
			tree.lower[childBy(tree, child, 'mark')] === 'that'
	);
	if (clause === undefined) return emergingFrame(tree, noun, lemma);
	// "A claim that the army denies": what is denied is the claim.
	const { lemma: verb } = tree.tokens[clause]!;
	const isRelative =
		(cues.denial.has(verb) || cues.speech.has(verb) || cues.attitude.has(verb)) &&
		childBy(tree, clause, 'obj', 'ccomp', 'xcomp', 'advcl') < 0 &&
		childBy(tree, clause, 'aux:pass') < 0;
	if (isRelative) return null;
	const owner = tree.children[noun]!.find(
		(child) =>
			tree.tokens[child]!.deprel === 'nmod:poss' ||
			(child > noun &&
				tree.tokens[child]!.deprel === 'nmod' &&
				/^(?:by|from|of)$/.test(tree.lower[tree.low[child]!]!))
	);
	const content = trimRange(tree, rangeOf(tree, clause));
	if (content.to - content.from < 2) return null;
	// "An earlier police statement that": whoever made it stands right before it.
	const maker = noun > 0 && BODIES.test(tree.lower[noun - 1]!) ? { from: noun - 1, to: noun } : null;
	const source = owner === undefined ? (voicedBy(tree, noun) ?? maker) : nounRange(tree, owner);
	return {
		cue: { from: noun, to: noun + 1 },
		lemma,
		manner: lemma === 'denial' ? 'denies' : 'says',
		source,
		content: [content],
		rule: 'noun',
		agentless: source === null,
		negated: false,
		passive: false
	};
}

/** A headline's "Report: …" or "Lee: …", and "…: officials". */
/** What stands before a colon without saying who speaks. */
const LABELS = new Set(
	'correction clarification update updated note watch video photos live breaking exclusive opinion analysis editorial explainer'.split(
		' '
	)
);

export function colonFrame(tree: Tree): Frame | null {
	const colon = tree.lower.indexOf(':');
	if (colon < 1 || colon > 6 || colon > tree.tokens.length - 4) return null;
	if (tree.lower.slice(0, colon).some((word) => LABELS.has(word))) return null;
	for (let index = 0; index < colon; index++)
		if (!/^(?:NOUN|PROPN|ADJ|DET|ADP)$/.test(tree.tokens[index]!.upos)) return null;
	if (
		/^(?:update|exclusive|breaking|analysis|opinion|video|watch|live|photos|fact check|explainer)/.test(
			tree.lower[0]!
		)
	)
		return null;
	const content = trimRange(tree, { from: colon + 1, to: tree.tokens.length });
	return hasVerb(tree, content)
		? {
				cue: { from: colon, to: colon + 1 },
				lemma: ':',
				manner: 'says',
				source: { from: 0, to: colon },
				content: [content],
				rule: 'colon',
				agentless: false,
				negated: false,
				passive: false
			}
		: null;
}
