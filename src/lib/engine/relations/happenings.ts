import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import { hasBelow } from './exclusion.ts';

/** Verbs that say of what a noun names only that it comes about: "the march went ahead", "the talks were held". */
const HAPPENING = new Set('happen occur proceed hold begin start continue'.split(' '));
/** Verbs that say that it does not. */
const CANCELLING = new Set('cancel scrap abandon shelve axe ditch postpone'.split(' '));

/** What stands before whom, or what, a doing is done to. */
const TOWARDS = new Set(['to', 'with', 'of', 'into', 'against']);

/** The words that hang on a noun: whose it is, and what it is of or to. */
function below(gist: Gist, noun: number, isOwner: boolean): number[] {
	return gist.tokens.flatMap(({ head, deprel }, at) =>
		head === noun && deprel.startsWith('nmod') && (deprel === 'nmod:poss') === isOwner ? [at] : []
	);
}

/**
 * What a clause says of a doing that a noun names, as a clause of that doing: "called off his visit to the valley" and
 * "the visit was cancelled" are that he will not visit; "the march went ahead", that they marched.
 */
export function happeningsOf(gist: Gist, frame: Frame): Frame[] {
	const { lemma } = gist.tokens[frame.verb]!;
	const isOff = CANCELLING.has(lemma);
	if (!isOff && !HAPPENING.has(lemma)) return [];
	const isPassive = frame.patients.length > 0 && frame.agents.length === 0;
	// "The minister held the file": only what is held, or happens, comes about.
	const nouns = isOff || isPassive ? frame.patients : lemma === 'hold' ? [] : frame.agents;
	return nouns
		.filter((at) => gist.tokens[at]!.upos === 'NOUN')
		.flatMap((verb) => {
			const owners = [...below(gist, verb, true), ...(isOff ? frame.agents : [])];
			const towards = frame.others.filter((at) => hasBelow(gist, at, 'case', TOWARDS));
			const patients = [...below(gist, verb, false), ...towards];
			const doing = { ...frame, verb, agents: owners, patients };
			if (!isOff) return [doing];
			// What was called off did not take place, and will not.
			return (['ahead', 'fact'] as const).map((mood): Frame => ({ ...doing, mood, negated: !frame.negated }));
		});
}
