import { createSyntax } from '../../syntax/index.ts';
import type { LexiconFiles } from '../../types.ts';
import { baseRelation, childBy, makeTree, type Tree } from '../tree.ts';
import { loadHedges, type Hedges } from './index.ts';

const NEGATOR = /^(?:not|n['’]t|never|nobody|none|neither|nor|no|without)$/;
/** Verbs under which what they carry did not happen, or is denied. */
const UNDONE = new Set('fail refuse deny avoid prevent decline reject cancel stop dismiss'.split(' '));
/** How firm a clause stays under a verb that carries it, where the hedge list has no word for it. */
const SAID = 0.93;

function weaken(tree: Tree, index: number, hedges: Hedges): { degree: number; negated: boolean } {
	let degree = 1;
	let negated = false;
	for (const child of tree.children[index]!) {
		const { deprel, lemma, upos } = tree.tokens[child]!;
		const word = tree.lower[child]!;
		const relation = baseRelation(deprel);
		if (NEGATOR.test(word) && /^(?:advmod|det|cc|mark|case)$/.test(relation)) negated = !negated;
		else if (
			relation === 'nsubj' &&
			(NEGATOR.test(word) || tree.children[child]!.some((inside) => tree.lower[inside] === 'no'))
		)
			negated = !negated;
		else if (upos === 'AUX' && relation === 'aux')
			degree *= word === 'will' || word === "'ll" ? 0.85 : (hedges.get(lemma.toLowerCase()) ?? 1);
		else if (/^(?:advmod|amod|mark)$/.test(relation)) degree *= hedges.get(lemma.toLowerCase()) ?? 1;
	}
	return { degree, negated };
}

/**
 * How firmly a text holds that what a word stands for happened: -3 for certainly not, 3 for certainly so. Climbs from
 * the word to the sentence's root and weakens by every word with scope over it.
 */
function factualityAt(tree: Tree, at: number, hedges: Hedges): number {
	let degree = 1;
	let negated = false;
	let index = at;
	for (let steps = 0; steps < 12 && index >= 0; steps++) {
		const here = weaken(tree, index, hedges);
		const clause = index === at || /^(?:VERB|AUX|ADJ)$/.test(tree.tokens[index]!.upos);
		if (clause) {
			degree *= here.degree;
			if (here.negated && (index === at || steps < 3)) negated = !negated;
		}
		const { head, deprel, xpos } = tree.tokens[index]!;
		if (head < 0) break;
		const relation = baseRelation(deprel);
		const lemma = tree.tokens[head]!.lemma.toLowerCase();
		const mark = childBy(tree, index, 'mark');
		const open = xpos === 'VB' && mark >= 0 && tree.lower[mark] === 'to';
		if (relation === 'xcomp' || relation === 'ccomp') {
			degree *= hedges.get(lemma) ?? (relation === 'ccomp' ? SAID : open ? 0.8 : 1);
			if (UNDONE.has(lemma)) negated = !negated;
		} else if (relation === 'advcl') {
			if (mark >= 0 && /^(?:if|unless|whether)$/.test(tree.lower[mark]!)) degree *= 0.45;
			if (open) degree *= 0.6;
			if (!open) break;
		} else if (relation === 'acl') {
			if (open) degree *= 0.55;
			if (deprel === 'acl:relcl') break;
		} else if (relation === 'parataxis' || relation === 'appos') break;
		else if (/^(?:obj|obl|nmod)$/.test(relation) && index === at)
			degree *= hedges.get(lemma) === undefined ? 1 : Math.sqrt(hedges.get(lemma)!);
		index = head;
	}
	const firm = Math.max(-0.3, Math.min(1, 1.75 * degree - 0.75));
	return Number((negated ? -2.6 * Math.max(0.15, firm) : 2.85 * firm).toFixed(3));
}

export type FactualityReader = (text: string, at: number) => number;

/** Makes the reader of how firmly one sentence holds what the word at an offset stands for, from -3 to 3. */
export function createFactualityReader(files: LexiconFiles): {
	factuality: FactualityReader;
	firmness: (text: string) => number;
} {
	const syntax = createSyntax(files);
	const hedges = loadHedges(files);
	let known = '';
	let tree: Tree | null = null;
	return {
		factuality(text, at) {
			if (tree === null || known !== text) {
				known = text;
				tree = makeTree(text, syntax.parse(text, 0, text.length));
			}
			const index = tree.tokens.findIndex(({ end }) => end > at);
			return index < 0 ? 3 : factualityAt(tree, index, hedges);
		},
		firmness(text) {
			let degree = 1;
			for (const { lemma } of syntax.tag(text, 0, text.length)) {
				const weight = hedges.get(lemma.toLowerCase());
				if (weight !== undefined && weight < 0.95) degree *= 0.55 + 0.45 * weight;
			}
			return degree;
		}
	};
}
