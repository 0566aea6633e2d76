import { baseRelation, childBy, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import { sourceOf, speakerAfter } from './subjects.ts';
import { nounRange, type Range } from './ranges.ts';

/** Prepositions before whoever holds what a noun names: "a warning from the mayor". */
const OWNER = /^(?:by|from|of|among|between)$/;

/** Whose a noun is: its possessor, "by" whom, or who has, makes or gives it. */
function ownerOf(tree: Tree, noun: number): Range | null {
	const owner = tree.children[noun]!.find(
		(child) =>
			tree.tokens[child]!.deprel === 'nmod:poss' ||
			(child > noun &&
				baseRelation(tree.tokens[child]!.deprel) === 'nmod' &&
				OWNER.test(tree.lower[tree.low[child]!]!))
	);
	if (owner !== undefined) return nounRange(tree, owner);
	const { head, deprel } = tree.tokens[noun]!;
	const subject = childBy(tree, noun, 'nsubj');
	if (subject >= 0) return nounRange(tree, subject);
	const relation = baseRelation(deprel);
	if (head >= 0 && /^(?:obj|obl|conj)$/.test(relation)) {
		const { upos } = tree.tokens[head]!;
		return upos === 'VERB' ? sourceOf(tree, head) : relation === 'conj' ? ownerOf(tree, head) : null;
	}
	const before = tree.children[noun]!.find((child) => child < noun && tree.tokens[child]!.upos === 'PROPN');
	return before === undefined ? null : nounRange(tree, before);
}

/** Who is behind a cue: as the rules have it where they know the cue, else by what kind of word it is; null for nobody. */
export function speakerOf(tree: Tree, cue: number, frames: readonly Frame[]): Range | null {
	const frame = frames.find((one) => cue >= one.cue.from && cue < one.cue.to && one.source !== null);
	if (frame) return frame.source;
	const { upos, head } = tree.tokens[cue]!;
	if (tree.lower[cue] === ':') return cue > 0 ? { from: 0, to: cue } : null;
	if (upos === 'VERB') return speakerAfter(tree, cue) ?? sourceOf(tree, cue);
	if (upos === 'NOUN') return ownerOf(tree, cue);
	if (upos !== 'ADJ') return sourceOf(tree, cue);
	const subject = childBy(tree, cue, 'nsubj');
	if (subject >= 0) return nounRange(tree, subject);
	if (head < 0) return null;
	const relation = baseRelation(tree.tokens[cue]!.deprel);
	if (relation === 'amod' || relation === 'acl') return nounRange(tree, head);
	return tree.tokens[head]!.upos === 'VERB' ? sourceOf(tree, head) : null;
}
