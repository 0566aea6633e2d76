import type { Range } from './attribution/ranges.ts';
import { trim } from './edges.ts';
import { baseRelation, childBy, isFinite, isPredicate, type Tree } from './tree.ts';

/** A statement inside a sentence: its tokens and the predicate that carries it. */
export type Proposition = Range & { predicate: number };

/** Shorter pieces say nothing on their own. */
const FEWEST_TOKENS = 4;
const FEWEST_CLAUSE_TOKENS = 9;
/** Below this, what somebody says states nothing without a subject. */
export const FEWEST_SAID = 7;
/** A clause that describes or adds stays with its parent below these lengths, and a coordinated one below that. */
const FEWEST_DESCRIBING = 14;
const FEWEST_ADDING = 12;
const FEWEST_COORDINATED = 6;
/** "…, and nobody was hurt": with a subject and a tense of its own, fewer words state something. */
const FEWEST_WITH_SUBJECT = 4;

function wordsIn(tree: Tree, from: number, to: number): number {
	let count = 0;
	for (let index = from; index < to; index++) if (tree.tokens[index]!.upos !== 'PUNCT') count++;
	return count;
}

function fewestCoordinated(tree: Tree, index: number): number {
	return childBy(tree, index, 'nsubj') >= 0 && isFinite(tree, index)
		? FEWEST_WITH_SUBJECT
		: FEWEST_COORDINATED;
}

/** Whether the clause under a token says something on its own, so that it is a statement beside its parent's. */
function standsAlone(tree: Tree, index: number, range: Range): boolean {
	const { deprel, upos, xpos } = tree.tokens[index]!;
	const relation = baseRelation(deprel);
	const comma = tree.low[index]! > 0 && /^(?:[,;—–-]|--)$/.test(tree.lower[tree.low[index]! - 1]!);
	const marked = childBy(tree, index, 'mark');
	const mark = marked >= 0 ? tree.lower[marked]! : '';
	// What stands outside the stretch is another's: "before it fell, according to six people whom we met".
	const end = /^(?:before|after|when|while|since|until)$/.test(mark)
		? Math.min(range.to, tree.high[index]!)
		: tree.high[index]!;
	const length = wordsIn(tree, tree.low[index]!, end);
	switch (relation) {
		case 'conj':
			return (
				isPredicate(tree, index) &&
				// "On a timeline or on who will run it"
				tree.tokens[tree.low[index]!]!.upos !== 'ADP' &&
				upos !== 'NOUN' &&
				length >= fewestCoordinated(tree, index) &&
				/^(?:VERB|AUX|ADJ|NOUN)$/.test(tree.tokens[tree.tokens[index]!.head]?.upos ?? '') &&
				(childBy(tree, index, 'nsubj') >= 0 || length >= 8)
			);
		case 'parataxis':
			return (
				isPredicate(tree, index) &&
				length >= 4 &&
				(isFinite(tree, index) || childBy(tree, index, 'nsubj') >= 0)
			);
		case 'acl':
			if (deprel === 'acl:relcl') return length >= FEWEST_DESCRIBING && isPredicate(tree, index);
			return length >= 6 && comma && xpos !== 'VB' && upos === 'VERB';
		case 'advcl':
			if (/^(?:if|unless|as|than|to|whether|like|so|for)$/.test(mark) || xpos === 'VB') return false;
			return (
				length >= FEWEST_ADDING &&
				isPredicate(tree, index) &&
				(isFinite(tree, index) ? mark !== '' || comma : comma && length >= 7)
			);
		case 'appos':
			return comma && isPredicate(tree, index) && length >= 6;
		default:
			return false;
	}
}

/** Whether a predicate has a subject of its own from `from` on; "two sides discussed" may be parsed as a noun described. */
export function hasSubject(tree: Tree, predicate: number, from: number): boolean {
	if (childBy(tree, predicate, 'nsubj', 'csubj', 'expl') >= from) return true;
	// Another before it may be a name outside: "According to Lee, no such work was begun".
	if (tree.children[predicate]!.some((child) => child >= from && /^nsubj/.test(tree.tokens[child]!.deprel)))
		return true;
	if (!/^(?:NOUN|PROPN|PRON|DET)$/.test(tree.tokens[predicate]!.upos)) return false;
	// "None of the boats sank": the clause may hang on the boats.
	const part = childBy(tree, predicate, 'nmod');
	return clauseOf(tree, predicate) >= 0 || (part > predicate && clauseOf(tree, part) >= 0);
}

/** The verb that a noun would be the subject of, had the parser not taken it for a description; -1 where there is none. */
function clauseOf(tree: Tree, noun: number): number {
	return (
		tree.children[noun]!.find(
			(child) =>
				child > noun &&
				baseRelation(tree.tokens[child]!.deprel) === 'acl' &&
				/^VB[DN]$/.test(tree.tokens[child]!.xpos) &&
				!/^(?:,|which|who|that|whom|whose|where)$/.test(tree.lower[tree.low[child]!]!) &&
				tree.lower[tree.low[child]! - 1] !== ','
		) ?? -1
	);
}

/** Where a clause of time begins behind its "after", which leads on from what stands apart: "after | a tram ran into it". */
export function withoutTime(tree: Tree, { from, predicate }: Proposition): number {
	const opens =
		/^(?:after|when|once)$/.test(tree.lower[from]!) &&
		/^(?:mark|advmod)$/.test(tree.tokens[from]!.deprel) &&
		tree.tokens[from]!.head === predicate &&
		from > 0 &&
		isFinite(tree, predicate) &&
		hasSubject(tree, predicate, from);
	return opens ? from + 1 : from;
}

/** Whether a piece of a sentence is too short without a subject of its own to state anything. */
export function isScrap(tree: Tree, { from, to, predicate }: Proposition, attributed: boolean): boolean {
	const size = to - from;
	if (size >= tree.tokens.length - 4 || hasSubject(tree, predicate, from)) return false;
	if (size < (attributed ? FEWEST_SAID : FEWEST_CLAUSE_TOKENS)) return true;
	return !attributed && size < 14 && !isFinite(tree, predicate);
}

/**
 * Cuts a stretch of a sentence into statements: coordinated clauses, clauses that describe or add, and what is left.
 * A clause in the middle stays inside its parent's stretch, since its parent cannot be read without it, and so does
 * one that would state nothing alone. What goes on behind words about who speaks, `said`, belongs to what stood before.
 */
export function cutPropositions(
	tree: Tree,
	range: Range,
	attributed: boolean,
	said: Range | null = null
): Proposition[] {
	if (said === null) return joinTorn(tree, cutPieces(tree, range, attributed));
	const [first] = cutPieces(tree, { from: range.from, to: said.from }, attributed);
	return first === undefined ? [] : [{ ...trim(tree, first.from, range.to), predicate: first.predicate }];
}

/** Clauses of time, cause and contrast, which may be cut off without a comma. */
const OPENS_CLAUSE = /^(?:after|before|when|while|because|since|until|once|although|though|whereas)$/;

/**
 * Joins pieces between which there is neither a mark nor a joining word: no clause ends there, the parse was torn.
 * "The man held for theft | to be tried in May was let go" is one statement.
 */
function joinTorn(tree: Tree, pieces: Proposition[]): Proposition[] {
	const joined: Proposition[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		const opens =
			OPENS_CLAUSE.test(tree.lower[piece.from]!) &&
			isFinite(tree, piece.predicate) &&
			hasSubject(tree, piece.predicate, piece.from);
		const isTorn =
			last !== undefined &&
			(last.to === piece.from || leadsInto(tree, last, piece) || opensOnto(tree, last, piece));
		if (!isTorn || opens) joined.push(piece);
		else joined[joined.length - 1] = { from: last.from, to: piece.to, predicate: mainOf(tree, last, piece) };
	}
	return joined;
}

/** Whether a piece without a tense opens the clause behind it: "The visit by Orlo, a hard man, | and the stop come as". */
function opensOnto(tree: Tree, last: Proposition, piece: Proposition): boolean {
	const gap = piece.from - last.to;
	const between = tree.lower.slice(last.to, piece.from);
	return (
		gap > 0 &&
		gap < 3 &&
		between.every((word) => /^(?:,|and)$/.test(word)) &&
		!isFinite(tree, last.predicate) &&
		!hasTense(tree, last)
	);
}

function hasTense(tree: Tree, { from, to }: Proposition): boolean {
	for (let at = from; at < to; at++) if (/^(?:VB[DZP]|MD)$/.test(tree.tokens[at]!.xpos)) return true;
	return false;
}

/** Whether one piece says nothing without the next: "So far it appears | that …", "on a date or | on who will come". */
function leadsInto(tree: Tree, last: Proposition, piece: Proposition): boolean {
	const gap = piece.from - last.to;
	if (gap < 1 || gap > 2) return false;
	const appears =
		/^(?:appear|seem)$/.test(tree.tokens[last.predicate]!.lemma) && tree.lower[last.to] === 'that';
	return (
		appears ||
		(tree.tokens[piece.from]!.upos === 'ADP' &&
			!tree.lower.slice(piece.from, piece.to).includes(',') &&
			/^(?:who|what|which|whom|how|when|where|whether)$/.test(tree.lower[piece.from + 1]!))
	);
}

/** Which predicate carries two pieces that are one: the one above the other, else the one with a tense, else the first. */
function mainOf(tree: Tree, first: Proposition, second: Proposition): number {
	let up = first.predicate;
	for (let steps = 0; up >= 0 && steps < 60; steps++, up = tree.tokens[up]!.head)
		if (up === second.predicate) return second.predicate;
	return isFinite(tree, second.predicate) && !isFinite(tree, first.predicate)
		? second.predicate
		: first.predicate;
}

function cutPieces(tree: Tree, range: Range, attributed: boolean): Proposition[] {
	const heads = headsOf(tree, range);
	const pieces = piecesOf(tree, range, heads, attributed);
	const isInner = ({ predicate }: Proposition) => {
		const { head } = tree.tokens[predicate]!;
		return head >= range.from && head < range.to;
	};
	const scraps = pieces.filter((piece) => isInner(piece) && isScrap(tree, piece, attributed));
	if (scraps.length === 0) return pieces;
	return piecesOf(
		tree,
		range,
		heads.filter((head) => !scraps.some(({ predicate }) => predicate === head)),
		attributed
	);
}

/** The heads of what may be statements: each word that hangs on none in the stretch, and each clause that stands alone. */
function headsOf(tree: Tree, range: Range): number[] {
	const heads: number[] = [];
	for (let index = range.from; index < range.to; index++) {
		const { head } = tree.tokens[index]!;
		if (head < range.from || head >= range.to) {
			if (tree.tokens[index]!.upos !== 'PUNCT') heads.push(index);
		} else if (standsAlone(tree, index, range)) heads.push(index);
	}
	return heads;
}

/** Whether a clause that the parser hung elsewhere only says when or why the one before it holds: "… after 9 people were hurt". */
function isCircumstance(tree: Tree, head: number, range: Range): boolean {
	const first = tree.low[head]!;
	return (
		first > range.from &&
		/^(?:after|before|when|while|since|until|because|once)$/.test(tree.lower[first]!) &&
		tree.tokens[first - 1]!.upos !== 'PUNCT'
	);
}

/** Whether a clause has a subject and a tense of its own. */
function statesAlone(tree: Tree, head: number, range: Range): boolean {
	return hasSubject(tree, head, range.from) && isFinite(tree, head);
}

/** Every head with the words that it owns, as one stretch. */
function piecesOf(tree: Tree, range: Range, heads: readonly number[], attributed: boolean): Proposition[] {
	const owner = new Int32Array(range.to - range.from).fill(-1);
	const isHead = new Set(heads);
	for (let index = range.from; index < range.to; index++) {
		let up = index;
		for (let steps = 0; steps < 60 && !isHead.has(up); steps++) {
			const { head } = tree.tokens[up]!;
			if (head < range.from || head >= range.to) break;
			up = head;
		}
		// Words that a parser hung on a quotation mark go with those before it.
		const isLoose = tree.tokens[up]!.upos === 'PUNCT' && up !== index && index > range.from;
		owner[index - range.from] = isLoose ? owner[index - range.from - 1]! : up;
	}
	// A top without a verb of its own belongs to the longest top beside it.
	const tops = heads.filter(
		(index) => tree.tokens[index]!.head < range.from || tree.tokens[index]!.head >= range.to
	);
	const size = (index: number) => tree.high[index]! - tree.low[index]!;
	// "Two who were reported missing were found": the clause about them is not the main one.
	const isRelative = (index: number) =>
		Number(/^(?:who|which)$/.test(tree.lower[childBy(tree, index, 'nsubj')] ?? ''));
	const main =
		tops
			.filter((index) => isPredicate(tree, index))
			.sort((a, b) => isRelative(a) - isRelative(b) || size(b) - size(a))[0] ??
		tops.sort((a, b) => size(b) - size(a))[0];
	// What states nothing beside the longest top is part of it.
	const lent = new Set(
		tops.filter((top) => top !== main && (!isPredicate(tree, top) || isCircumstance(tree, top, range)))
	);
	// Of what somebody says nothing is left out: what is too short to stand alone stays with the rest.
	if (attributed)
		for (const top of tops)
			if (top !== main && !statesAlone(tree, top, range) && size(top) < FEWEST_CLAUSE_TOKENS) lent.add(top);
	const found: Proposition[] = [];
	for (const head of heads) {
		const top = tops.includes(head);
		if (lent.has(head)) continue;
		// "Says it sank": a short top beside a longer one still states something where it has a subject and a tense.
		const states = top && statesAlone(tree, head, range);
		if (top && head !== main && !states && size(head) < FEWEST_CLAUSE_TOKENS) continue;
		let from = head;
		let to = head + 1;
		for (let index = range.from; index < range.to; index++) {
			const by = owner[index - range.from]!;
			const mine = by === head || (head === main && lent.has(by));
			if (!mine || tree.tokens[index]!.upos === 'PUNCT') continue;
			from = Math.min(from, index);
			to = Math.max(to, index + 1);
		}
		const cut = trim(tree, from, to);
		const whole = range.to - range.from >= tree.tokens.length - 3;
		// "Three boats sank" is short and says all the same.
		if (wordsIn(tree, cut.from, cut.to) >= (whole ? 2 : states ? FEWEST_TOKENS - 1 : FEWEST_TOKENS))
			found.push({ ...cut, predicate: head });
	}
	return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
