import { baseRelation, type Tree } from '../tree.ts';

/** One thing that bears on how firmly a word's clause is held, and the token that shows it. */
export type Evidence = { sign: string; at: number };

/** How far up a word's governors may still change how firmly it is held. */
const CLIMB = 5;
const NEGATOR = /^(?:not|n['’]?t|never|nobody|nothing|none|neither|nor|no|without|hardly|barely|scarcely)$/;
const MODAL = /^(?:will|would|can|could|may|might|must|shall|should|['’]ll|['’]d|ca|wo)$/;
const SUBJECT = /^(?:nsubj|csubj)/;

/** What stands directly around a word: what helps, marks and describes it, and the token that turns it, if any. */
type Scope = { negator: number; helpers: number[]; mark: string; notes: { sign: string; at: number }[] };

function isNegative(tree: Tree, index: number): boolean {
	return (
		NEGATOR.test(tree.lower[index]!) ||
		tree.children[index]!.some(
			(inside) => /^(?:no|none|neither)$/.test(tree.lower[inside]!) && inside <= index + 1
		)
	);
}

function scopeOf(tree: Tree, index: number): Scope {
	const scope: Scope = { negator: -1, helpers: [], mark: '', notes: [] };
	// Two negations of one word cancel each other.
	const turn = (at: number) => (scope.negator = scope.negator < 0 ? at : -1);
	for (const child of tree.children[index]!) {
		const { deprel, lemma, upos } = tree.tokens[child]!;
		const relation = baseRelation(deprel);
		const word = tree.lower[child]!;
		if (NEGATOR.test(word) && /^(?:advmod|det|cc|mark|case|aux)$/.test(relation)) {
			if (!/^(?:only|just|merely)$/.test(tree.lower[child + 1] ?? '')) turn(child);
		} else if (relation === 'aux' || relation === 'cop') scope.helpers.push(child);
		else if (relation === 'mark') scope.mark ||= word;
		else if (/^(?:advmod|amod|det|discourse|case)$/.test(relation) && upos !== 'PUNCT')
			scope.notes.push({ sign: `${relation}:${lemma.toLowerCase()}`, at: child });
		if ((SUBJECT.test(deprel) || relation === 'obj') && isNegative(tree, child)) turn(child);
	}
	return scope;
}

/** Tense and mood of a predicate in one word, by its tag and what helps it. */
function moodOf(tree: Tree, index: number, { helpers, mark }: Scope): string {
	const { xpos } = tree.tokens[index]!;
	const lemmas = helpers.map((at) => tree.tokens[at]!.lemma.toLowerCase());
	const modal = lemmas.find((lemma) => MODAL.test(lemma));
	if (modal) return modal;
	if (xpos === 'VB' && mark === 'to') return 'to';
	if (xpos === 'VB' && helpers.length === 0) return 'bare';
	if (lemmas.includes('have')) return 'perfect';
	if (lemmas.includes('be') && xpos === 'VBG') return 'progressive';
	return helpers.length > 0 ? `helped-${xpos}` : xpos;
}

/**
 * What in a sentence bears on how firmly it holds that what a word stands for is so: the word itself, what helps,
 * negates and marks it, the words beside it, and each governor above it with the relation between them. After Lee,
 * Artzi, Choi and Zettlemoyer (2015) and Stanovsky and others (2017), who read factuality off such trees.
 */
export function evidenceAt(tree: Tree, at: number): Evidence[] {
	const found = new Map<string, number>();
	const add = (place: number, ...signs: readonly string[]) => {
		for (const sign of signs) if (!found.has(sign)) found.set(sign, place);
	};
	const { xpos, upos, lemma, deprel } = tree.tokens[at]!;
	const own = scopeOf(tree, at);
	const mood = moodOf(tree, at, own);
	add(at, `own:${lemma.toLowerCase()}`, `tag:${xpos}`, `rel:${deprel}`, `rel+tag:${deprel}/${xpos}`);
	add(own.helpers[0] ?? at, `mood:${mood}`);
	if (own.negator >= 0) add(own.negator, 'negated', `negated:${mood}`, `negated:${upos}`);
	if (own.mark) add(at, `mark:${own.mark}`);
	for (const note of own.notes) add(note.at, `note:${note.sign}`);
	for (let side = 1; side <= 2; side++) {
		add(Math.max(0, at - side), `before${side}:${tree.lower[at - side] ?? '^'}`);
		add(Math.min(tree.tokens.length - 1, at + side), `after${side}:${tree.lower[at + side] ?? '$'}`);
	}
	addGovernors(tree, at, own, mood, add);
	for (const child of tree.children[at]!) {
		const { deprel: relation, lemma: below, upos: kind } = tree.tokens[child]!;
		if (/^(?:xcomp|ccomp|obj|nsubj|csubj|obl|advcl|conj|acl)/.test(relation))
			add(child, `below:${baseRelation(relation)}`);
		if (/^(?:xcomp|obj)$/.test(relation) && kind !== 'PROPN')
			add(child, `below:${relation}:${below.toLowerCase()}`);
		if (SUBJECT.test(relation) && /^(?:PRON|DET)$/.test(kind)) add(child, `subject:${below.toLowerCase()}`);
	}
	if (tree.lower.at(-1) === '?') add(tree.tokens.length - 1, 'question');
	return Array.from(found, ([sign, place]) => ({ sign, at: place }));
}

/** Climbs from a word towards the root and notes each governor, near ones apart from far ones. */
function addGovernors(
	tree: Tree,
	at: number,
	own: Scope,
	mood: string,
	add: (place: number, ...signs: readonly string[]) => void
): void {
	let index = at;
	let path = '';
	let depth = 0;
	let negations = own.negator >= 0 ? 1 : 0;
	for (let level = 1; level <= CLIMB; level++) {
		const { head, deprel } = tree.tokens[index]!;
		if (head < 0) break;
		const relation = baseRelation(deprel);
		const { lemma, xpos } = tree.tokens[head]!;
		const scope = scopeOf(tree, head);
		const near = `gov${Math.min(level, 3)}`;
		const name = lemma.toLowerCase();
		if (level <= 3) {
			path += `<${relation}`;
			depth = level;
		}
		const climbed = moodOf(tree, head, scope);
		add(head, `${near}:${name}`, `gov:${relation}:${name}`, `path:${path}`, `${near}tag:${relation}/${xpos}`);
		add(scope.helpers[0] ?? head, `${near}mood:${relation}/${climbed}`);
		if (level <= 2) add(scope.helpers[0] ?? head, `${near}mood+own:${relation}/${climbed}/${mood}`);
		if (scope.negator >= 0) {
			add(scope.negator, `${near}negated:${relation}`, `gov-negated:${relation}:${name}`);
			negations++;
		}
		if (scope.mark) add(head, `${near}mark:${relation}/${scope.mark}`, `govmark:${scope.mark}`);
		for (const note of scope.notes)
			if (note.sign.startsWith('advmod')) add(note.at, `${near}note:${note.sign}`);
		index = head;
	}
	add(at, `depth:${depth}`, `negations:${negations}`);
}
