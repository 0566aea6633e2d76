import type { Link } from '#lib/model/index.ts';
import type { Entities, Entity } from '../names/entities.ts';
import type { Mention } from '../names/mentions.ts';
import { baseRelation, placeOf, wordsOf, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';
import type { Range } from './ranges.ts';

/** Who may be meant by "she" or "the paper" at a place in the account. */
export type Memory = {
	/** Persons in the order in which they were last named, latest last. */
	persons: Entity[];
	bodies: Entity[];
	/** Unnamed speakers by their noun: "source", "official". */
	unnamed: Map<string, Link>;
	/** Bodies by the common noun that introduced them: "Lakeside Ferries, the operator"; null where two share it. */
	introduced: Map<string, string | null>;
	/** Who spoke last. */
	speaker: Link | null;
	/** Names that have spoken, latest last. */
	spoken: string[];
};

export function newMemory(): Memory {
	return { persons: [], bodies: [], unnamed: new Map(), introduced: new Map(), speaker: null, spoken: [] };
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

const REASON =
	/\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))[^,.;]{0,120}|(?:who|that) (?:asked|requested|declined|refused|wished|spoke)[^,.;]{0,30} (?:not to be|to be|to remain|be|anonymity|anonymously)[^,.;]{0,80}|because [^,.;]{0,20}not authori[sz]ed[^,.;]{0,80}|was not authori[sz]ed[^,.;]{0,80}|were not authori[sz]ed[^,.;]{0,80})/i;

/** The reason that a sentence gives for not naming a source, if it gives one. */
export function anonymityReason(sentence: string): string | undefined {
	return REASON.exec(sentence.slice(0, 2000))?.[0];
}

/** The account speaking of itself: "Correction", "an earlier version of this story". */
const OWN_NOTE = /^(?:correction|clarification|update)\b|\b(?:earlier|previous|original) version of this\b/i;

const GOVERNMENT =
	/\b(?:department|ministry|house|congress|senate|government|army|police|pentagon|party|court|university|fbi|cia|bureau|council|committee|nations|union)\b/i;
const PLURAL = /^(?:they|them|both|we|those)$/;
const HUMAN_BODY =
	/^(?:agency|department|ministry|company|bank|firm|party|government|group|organi[sz]ation|court|university|school|hospital|network|campaign|police|administration|committee|council|board|union|bureau|office|ministry|operator|service|parliament|army|navy|institute|association)$/;

/**
 * Remembers the bodies that a sentence introduces by what they are, so that "the operator" means Lakeside Ferries from
 * "Lakeside Ferries, the operator" or "the operator, Lakeside Ferries" on.
 */
export function introduceBodies(
	tree: Tree,
	mentions: readonly Mention[],
	entities: Entities,
	memory: Memory
): void {
	for (let noun = 0; noun < tree.tokens.length; noun++) {
		const { upos, head, deprel } = tree.tokens[noun]!;
		const lemma = tree.tokens[noun]!.lemma.toLowerCase();
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

/** Makes links out of the words that name a source, resolved inside one account. */
export class SourceReader {
	readonly #entities: Entities;
	readonly #cues: Cues;
	readonly #outlet: string;

	constructor(entities: Entities, cues: Cues, outlet: string) {
		this.#entities = entities;
		this.#cues = cues;
		this.#outlet = outlet;
	}

	/** The last of the persons that a pronoun or an office fits. */
	#person(memory: Memory, fits: (entity: Entity) => boolean): Entity | undefined {
		return memory.persons.findLast(fits);
	}

	/** The link for one source in one sentence; null where it means the account itself or nobody. */
	read(tree: Tree, range: Range, mentions: readonly Mention[], memory: Memory): Link | null {
		const place = placeOf(tree, range.from, range.to);
		const words = wordsOf(tree, range.from, range.to);
		const head = this.#headOf(tree, range);
		const word = tree.lower[head]!;
		const lemma = tree.tokens[head]!.lemma.toLowerCase();
		const link = (name: string, named: boolean, extra: Partial<Link> = {}): Link => ({
			name,
			named,
			...place,
			...extra
		});
		if (/^(?:i|we|me|us|my|our|you)$/.test(word) || OWN_NOTE.test(words)) return null;
		const inside = mentions.filter(({ from, to }) => from < range.to && to > range.from);
		const naming =
			inside.find(({ whole, to }) => head >= whole && head < to) ??
			inside.find((mention) => this.#names(tree, mention, head)) ??
			this.#beside(tree, range, mentions, head);
		if (naming) {
			const entity = this.#entities.of.get(this.#beforeBrackets(tree, naming, mentions))!;
			if (entity.name === this.#outlet) return null;
			return link(entity.name, true);
		}
		if (/^(?:he|she|his|her|him|hers)$/.test(word)) {
			const gender = /^(?:he|his|him)$/.test(word) ? 'm' : 'f';
			const speaker = memory.speaker;
			const known =
				this.#person(memory, (entity) => entity.gender === gender) ??
				this.#person(memory, (entity) => entity.gender === undefined);
			const last = this.#person(memory, (entity) => entity.gender === undefined || entity.gender === gender);
			const entity = last ?? known;
			// "Ford disagreed. He said …", where Ford may be anything and the last speaker is a woman.
			const spoke = this.#entities.all.find(({ name }) => name === speaker?.name);
			if (!entity && spoke?.gender !== undefined && spoke.gender !== gender) {
				const other = memory.bodies.findLast(({ kind }) => kind === 'other');
				return other ? link(other.name, true) : link(words, false, { describedAs: words });
			}
			if (
				speaker &&
				(!entity ||
					(!speaker.named && speaker.describedAs !== undefined && !this.#laterThan(entity, speaker)))
			)
				return { ...speaker, ...place };
			if (!entity) return link(words, false, { describedAs: words });
			return link(entity.name, true);
		}
		if (PLURAL.test(word) || word === 'it') {
			if (memory.speaker && (word !== 'it' || !this.#isPerson(memory, memory.speaker)))
				return { ...memory.speaker, ...place };
			const body = memory.bodies.at(-1);
			return body && word === 'it' ? link(body.name, true) : null;
		}
		if (/^(?:who|which|that|what|there|this|these|one)$/.test(word) && !this.#cues.unnamed.has(lemma))
			return null;
		const definite = /^(?:the|this|that|these|those|his|her|its|their)$/.test(tree.lower[range.from]!);
		if (definite) {
			const resolved = this.#definite(memory, lemma, word);
			if (resolved) return typeof resolved === 'string' ? link(resolved, true) : { ...resolved, ...place };
		}
		// "Lee's office", "the county's sheriff": a body or person by its owner.
		const owner = inside[0];
		// "The operator, Lakeside Ferries": the name after the noun is the body's own.
		if (owner && owner.from > head && HUMAN_BODY.test(lemma))
			return link(this.#entities.of.get(owner)!.name, true);
		if (owner && HUMAN_BODY.test(lemma)) return link(words.replace(/^(?:the|a|an) /i, ''), true);
		const name = this.#describe(tree, range, head);
		// A body speaks under its common noun too: "police said", "the council said".
		if (HUMAN_BODY.test(lemma)) return link(name, true);
		const described = link(name, false, { describedAs: words.replace(/^(?:the|a|an) /i, '') });
		if (this.#cues.unnamed.has(lemma)) memory.unnamed.set(lemma, described);
		return described;
	}

	/** "Ana Lopez (D-Flint)": the name before the brackets is who speaks, not what they add. */
	#beforeBrackets(tree: Tree, mention: Mention, mentions: readonly Mention[]): Mention {
		if (tree.text[mention.start - 1] !== '(') return mention;
		return mentions.find(({ end }) => end < mention.start && mention.start - end <= 2) ?? mention;
	}

	#laterThan(entity: Entity, link: Link): boolean {
		return entity.mentions.some(({ start }) => start > link.end && start < link.end + 400);
	}

	#isPerson(memory: Memory, link: Link): boolean {
		return memory.persons.some(({ name }) => name === link.name);
	}

	#headOf(tree: Tree, range: Range): number {
		for (let index = range.from; index < range.to; index++) {
			const { head } = tree.tokens[index]!;
			if (
				(head < range.from || head >= range.to) &&
				!/^(?:PUNCT|ADP|DET|CCONJ)$/.test(tree.tokens[index]!.upos)
			)
				return index;
		}
		return range.to - 1;
	}

	/** Whether a name inside the phrase is who the phrase is about: "spokeswoman Ana Lopez", not "Lopez aides". */
	#names(tree: Tree, mention: Mention, head: number): boolean {
		for (let index = mention.from; index < mention.to; index++) {
			const { head: up, deprel } = tree.tokens[index]!;
			if (up >= mention.from && up < mention.to) continue;
			if (up === head && /^(?:appos|flat|nmod:desc)/.test(deprel)) return true;
			if (
				up === head &&
				mention.kind === 'person' &&
				mention.from > head &&
				mention.from - head < 3 &&
				baseRelation(deprel) !== 'nmod'
			)
				return true;
		}
		return false;
	}

	/** The name that stands after the phrase as another word for it: "our director, Ana Lopez". */
	#beside(tree: Tree, range: Range, mentions: readonly Mention[], head: number): Mention | undefined {
		const child = tree.children[head]!.find(
			(at) => at >= range.to && /^(?:appos|flat|nmod:desc)/.test(tree.tokens[at]!.deprel)
		);
		return child === undefined ? undefined : mentions.find(({ whole, to }) => child >= whole && child < to);
	}

	/** "The paper", "the spokeswoman", "the sources": the last one so described. */
	#definite(memory: Memory, lemma: string, word: string): Link | string | null {
		const unnamed = memory.unnamed.get(lemma);
		const person = this.#person(memory, ({ roles }) => roles.has(lemma) || roles.has(word));
		if (person && (!unnamed || this.#laterThan(person, unnamed))) return person.name;
		if (unnamed) return unnamed;
		if (this.#cues.outlets.has(lemma)) {
			const spoke = memory.spoken.findLast((name) =>
				memory.bodies.some((body) => body.name === name && !GOVERNMENT.test(name))
			);
			if (spoke) return spoke;
			const body = memory.bodies.findLast(
				({ kind, name }) =>
					(kind === 'organisation' && !GOVERNMENT.test(name)) ||
					/\b(?:times|post|news|daily|herald|tribune|ilbo|journal|press|agency)\b/i.test(name)
			);
			const other = body ?? memory.bodies.findLast(({ kind }) => kind === 'other');
			if (other) return other.name;
			return memory.speaker;
		}
		if (HUMAN_BODY.test(lemma)) {
			const introduced = memory.introduced.get(lemma);
			if (introduced) return introduced;
			const body = memory.bodies.findLast(({ name }) => new RegExp(`\\b${lemma}\\b`, 'i').test(name));
			if (body) return body.name;
		}
		if (
			lemma === 'president' ||
			lemma === 'minister' ||
			lemma === 'secretary' ||
			lemma === 'chief' ||
			/man$|woman$/.test(lemma)
		) {
			const holder = this.#person(memory, ({ gender }) => (/woman$/.test(lemma) ? gender !== 'm' : true));
			if (holder && /man$|woman$/.test(lemma) && !/^spokes/.test(lemma)) return holder.name;
		}
		return null;
	}

	/** An unnamed source in few words: "two Peruvian officials", without the article. */
	#describe(tree: Tree, range: Range, head: number): string {
		let { from } = range;
		let to = Math.max(head + 1, from + 1);
		while (
			from < head &&
			/^(?:the|a|an|this|that|these|those|some|other|another|of)$/.test(tree.lower[from]!)
		)
			from++;
		for (const child of tree.children[head]!) {
			if (
				child > head &&
				tree.tokens[child]!.deprel === 'nmod' &&
				tree.high[child]! <= range.to &&
				tree.high[child]! - head < 6
			)
				to = tree.high[child]!;
		}
		return wordsOf(tree, from, Math.min(to, range.to));
	}
}
