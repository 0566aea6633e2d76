import type { Link } from '#lib/model/index.ts';
import type { Entities, Entity } from '../names/entities.ts';
import { ROLE_END, type Mention } from '../names/mentions.ts';
import type { Tree } from '../tree.ts';

/** Who may be meant by "she" or "the paper" at a place in the account. */
export type Memory = {
	/** Persons in the order in which they were last named, latest last. */
	persons: Entity[];
	bodies: Entity[];
	/** Unnamed speakers by their noun: "source", "official". */
	unnamed: Map<string, Link>;
	/** Bodies by the common noun that introduced them: "Lakeside Ferries, the operator"; null where two share it. */
	introduced: Map<string, string | null>;
	/** Nouns that brought somebody unnamed in: "a student". */
	strangers: Set<string>;
	/** Whose a statement, a post or a letter is, by its noun: "said in a statement". */
	documents: Map<string, Link>;
	/** Who spoke last. */
	speaker: Link | null;
	/** Several who were the subject of a sentence, last: "prosecutors", whom "they" means next. */
	group: Link | null;
	/** Names that have spoken, latest last. */
	spoken: string[];
};

export function newMemory(): Memory {
	return {
		persons: [],
		bodies: [],
		unnamed: new Map(),
		introduced: new Map(),
		strangers: new Set(),
		documents: new Map(),
		speaker: null,
		group: null,
		spoken: []
	};
}

/** What somebody says something in, and that speaks for them from then on: "the statement said". */
export const DOCUMENT =
	/^(?:statement|release|tweet|post|letter|email|memo|message|announcement|report|filing|video)$/;

/** Remembers whose the statement or the post is that a sentence introduces: "the council said in a statement". */
export function rememberDocument(tree: Tree, link: Link, memory: Memory): void {
	for (let noun = 2; noun < tree.tokens.length; noun++) {
		const lemma = tree.tokens[noun]!.lemma.toLowerCase();
		if (tree.tokens[noun]!.upos !== 'NOUN' || !DOCUMENT.test(lemma)) continue;
		const from = Math.max(0, noun - 5);
		const before = tree.lower.slice(from, noun);
		const article = before.findLastIndex((word) => /^(?:an?|its|his|her|their)$/.test(word));
		if (article > 0 && /^(?:in|by|via|on|through)$/.test(before[article - 1]!))
			memory.documents.set(lemma, link);
	}
}

function toEnd<T>(list: T[], item: T): void {
	const at = list.indexOf(item);
	if (at >= 0) list.splice(at, 1);
	list.push(item);
	if (list.length > 40) list.shift();
}

/** Remembers a name, so that a later "he" or "the agency" may mean it. */
export function remember(memory: Memory, entity: Entity): void {
	if (entity.kind === 'person') toEnd(memory.persons, entity);
	else if (entity.kind !== 'place') toEnd(memory.bodies, entity);
	else if (entity.mentions[0]!.words.length > 0) toEnd(memory.bodies, entity);
}

/** What a person who was named before may be called next, apart from their office. */
export const DESCRIPTION = new Set(
	`student teen teenager boy girl man woman lawmaker legislator republican democrat conservative liberal activist
	veteran lawyer attorney billionaire businessman businesswoman actor actress singer author professor candidate nominee
	suspect defendant driver pilot politician leader senator congressman congresswoman diplomat athlete player artist
	writer journalist executive entrepreneur scientist physician doctor farmer junior senior sophomore freshman father
	mother pastor priest native elder`.split(/\s+/)
);

/** Nouns by which a body speaks: "the council said". */
export const HUMAN_BODY =
	/^(?:agency|department|ministry|company|bank|firm|party|government|group|organi[sz]ation|court|university|school|hospital|network|campaign|police|administration|committee|council|board|union|bureau|office|ministry|operator|service|parliament|army|navy|military|institute|association)$/;

/** "A spokesman for the company, Tomas Adair": who stands beside what people do or are is a person. */
function introducePerson(tree: Tree, mention: Mention, entity: Entity): void {
	if (entity.kind !== 'other' || mention.words.length < 2 || mention.words.length > 4) return;
	for (let at = mention.from; at < mention.to; at++) {
		const { deprel, head } = tree.tokens[at]!;
		const noun = deprel === 'appos' ? tree.tokens[head] : undefined;
		if (noun?.upos !== 'NOUN' || !ROLE_END.test(noun.lemma) || HUMAN_BODY.test(noun.lemma)) continue;
		entity.kind = 'person';
		entity.roles.add(noun.lemma);
	}
}

/**
 * Remembers the bodies that a sentence introduces by what they are, so that "the operator" means Lakeside Ferries from
 * "Lakeside Ferries, the operator" or "the operator, Lakeside Ferries" on; and that "a student" is somebody else than
 * who was named.
 */
export function introduceBodies(
	tree: Tree,
	mentions: readonly Mention[],
	entities: Entities,
	memory: Memory
): void {
	for (const mention of mentions) introducePerson(tree, mention, entities.of.get(mention)!);
	for (let noun = 0; noun < tree.tokens.length; noun++) {
		const { upos, head, deprel } = tree.tokens[noun]!;
		const lemma = tree.tokens[noun]!.lemma.toLowerCase();
		if (DESCRIPTION.has(lemma) && !/^(?:appos|root|nmod)/.test(deprel)) {
			const first = tree.lower[tree.low[noun]!]!;
			if (/^(?:an?|another|one)$/.test(first)) memory.strangers.add(lemma);
		}
		if (upos === 'NOUN' && deprel === 'appos') {
			const person = mentions.find(({ from, to }) => head >= from && head < to);
			if (person && entities.of.get(person)!.kind === 'person') entities.of.get(person)!.roles.add(lemma);
		}
		if (upos !== 'NOUN' || !HUMAN_BODY.test(lemma)) continue;
		const beside = [
			...(deprel === 'appos' ? [head] : []),
			...tree.children[noun]!.filter((child) => tree.tokens[child]!.deprel === 'appos')
		];
		// Commas on both sides say as much where the parse does not: "the operator, Lakeside Ferries, said".
		const between = (before: number, after: number) =>
			tree.lower[before] === ',' && (after >= tree.tokens.length || /^[,.]$/.test(tree.lower[after]!));
		const isDefinite = /^(?:the|its|their)$/.test(tree.lower[noun - 1] ?? '');
		const mention = mentions.find(
			({ from, whole, to }) =>
				beside.some((at) => at >= from && at < to) ||
				(isDefinite && whole === noun + 2 && between(noun + 1, to)) ||
				(isDefinite && to === noun - 2 && between(to, noun + 1))
		);
		if (!mention) continue;
		const { kind, name } = entities.of.get(mention)!;
		if (kind === 'person' || kind === 'place') continue;
		const known = memory.introduced.get(lemma);
		memory.introduced.set(lemma, known === undefined || known === name ? name : null);
	}
}
