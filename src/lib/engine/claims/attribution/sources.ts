import type { Link } from '#lib/model/index.ts';
import type { Entities, Entity } from '../names/entities.ts';
import { ROLE_END, type Mention } from '../names/mentions.ts';
import { baseRelation, placeOf, wordsOf, type Tree } from '../tree.ts';
import type { Cues } from './cues.ts';
import { DESCRIPTION, HUMAN_BODY, type Memory } from './memory.ts';
import { headOf, nounRange, type Range } from './ranges.ts';

/** The account speaking of itself: "Correction", "an earlier version of this story". */
const OWN_NOTE = /^(?:correction|clarification|update)\b|\b(?:earlier|previous|original) version of this\b/i;

const GOVERNMENT =
	/\b(?:department|ministry|house|congress|senate|government|army|police|pentagon|party|court|university|fbi|cia|bureau|council|committee|nations|union)\b/i;
/** "The hospital in Salem": what stands behind a preposition says where the body is or whose, and is not its name. */
function isBehindPreposition(tree: Tree, head: number, name: number): boolean {
	for (let at = head + 1; at < name; at++) if (tree.tokens[at]!.upos === 'ADP') return true;
	return false;
}

/** Whether a name may be a person's: known for one, or of two words and known for nothing else. */
const isName = ({ kind }: Entity, { words }: Mention): boolean =>
	kind === 'person' || (kind === 'other' && words.length > 1);

/** Whether who spoke last cannot be "he" or "she": "she" is no spokesman, and no panel. */
const isOther = ({ named, name }: Link, gender: 'm' | 'f'): boolean => {
	if (named) return false;
	const last = name.split(' ').at(-1)!;
	return (
		(gender === 'm' ? /woman\b/i : /(?<!wo)man\b/i).test(name) ||
		HUMAN_BODY.test(last) ||
		/^(?:panel|club|team|trust|charity|staff|federation)$/.test(last)
	);
};

const PLURAL = /^(?:they|them|both|we|those)$/;
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
		const head = headOf(tree, range);
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
			this.#beside(tree, range, mentions, head) ??
			this.#besideTitle(tree, range, mentions);
		if (naming) {
			const entity = this.#entities.of.get(this.#beforeBrackets(tree, naming, mentions))!;
			if (entity.name === this.#outlet) return null;
			return link(entity.name, true);
		}
		if (/^(?:he|she|his|her|him|hers)$/.test(word)) {
			const gender = /^(?:he|his|him)$/.test(word) ? 'm' : 'f';
			const speaker = memory.speaker && isOther(memory.speaker, gender) ? null : memory.speaker;
			// "He says that Lee left": he is not Lee.
			const others = new Set(
				mentions
					.filter(({ from, quoted }) => from >= range.to && !quoted && word === tree.lower[head])
					.map((mention) => this.#entities.of.get(mention)!)
			);
			const may = (entity: Entity, sex: Entity['gender']) => entity.gender === sex && !others.has(entity);
			const known =
				this.#person(memory, (entity) => may(entity, gender)) ??
				this.#person(memory, (entity) => may(entity, undefined));
			const last = this.#person(memory, (entity) => may(entity, undefined) || may(entity, gender));
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
					(!speaker.named &&
						speaker.describedAs !== undefined &&
						!this.#laterThan(entity, speaker, place.start)))
			)
				return { ...speaker, ...place };
			if (entity) return link(entity.name, true);
			// "Ford met Hull, whom he called a friend": the first name of the sentence that is no place.
			const first = mentions
				.filter(({ to }) => to <= range.from)
				.map((mention) => this.#entities.of.get(mention)!)
				.find(({ kind }) => kind === 'other' || kind === 'person');
			return first ? link(first.name, true) : link(words, false, { describedAs: words });
		}
		// "Its claim that": a body's, and nobody whom "he" could mean next.
		if (word === 'its' && range.to - range.from === 1) {
			const body = memory.bodies.at(-1);
			return body ? link(body.name, true) : null;
		}
		const { group, speaker: last } = memory;
		// "They" are no single person, where several were spoken of.
		if (
			/^(?:they|them)$/.test(word) &&
			group &&
			(!last || this.#isPerson(memory, last) || group.start > last.start)
		)
			return { ...group, ...place };
		if (PLURAL.test(word) || word === 'it') {
			if (memory.speaker && (word !== 'it' || !this.#isPerson(memory, memory.speaker)))
				return { ...memory.speaker, ...place };
			const body = memory.bodies.at(-1);
			return body && word === 'it' ? link(body.name, true) : null;
		}
		if (/^(?:who|which|that|what|there|this|these|one)$/.test(word) && !this.#cues.unnamed.has(lemma))
			return null;
		const definite = /^(?:the|this|that|these|those|his|her|its|their)$/.test(tree.lower[range.from]!);
		const writer = definite ? memory.documents.get(lemma) : undefined;
		if (writer) return { ...writer, ...place };
		if (definite) {
			const isOld = /\byear-old\b|\b(?:former|longtime)\b/i.test(words);
			// "The guard's lawyer" is the guard's, and not the lawyer named before.
			const isOwned = tree.children[head]!.some(
				(child) => tree.tokens[child]!.deprel === 'nmod:poss' && tree.tokens[child]!.upos !== 'PRON'
			);
			const isBare = tree.tokens
				.slice(range.from + 1, head)
				.every((_, at) => /^(?:news|daily|weekly)$/.test(tree.lower[range.from + 1 + at]!));
			const resolved = isOwned
				? null
				: (this.#definite(memory, lemma, word, place.start, isBare) ??
					// "Her lawyer" is not herself, whoever was named before.
					(/^(?:his|her)$/.test(tree.lower[range.from]!)
						? null
						: this.#described(memory, lemma, word, isOld)));
			if (resolved) return typeof resolved === 'string' ? link(resolved, true) : { ...resolved, ...place };
		}
		// "Lee's office", "the county's sheriff": a body or person by its owner.
		const owner = inside[0];
		// "The operator, Lakeside Ferries": the name after the noun is the body's own.
		if (owner && owner.from > head && HUMAN_BODY.test(lemma) && !isBehindPreposition(tree, head, owner.from))
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

	/** Whether somebody is named behind a link and before a place. */
	#laterThan(entity: Entity, link: Link, place: number): boolean {
		return entity.mentions.some(({ start }) => start > link.end && start < Math.min(place, link.end + 400));
	}

	#isPerson(memory: Memory, link: Link): boolean {
		return memory.persons.some(({ name }) => name === link.name);
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

	/** The name that stands beside the phrase as another word for it: "our director, Ana Lopez"; "Ana Lopez, director". */
	#beside(tree: Tree, range: Range, mentions: readonly Mention[], head: number): Mention | undefined {
		const isBeside = (at: number) => /^(?:appos|flat|nmod:desc)/.test(tree.tokens[at]!.deprel);
		const child = tree.children[head]!.find((at) => at >= range.to && isBeside(at));
		const other = child ?? (isBeside(head) ? tree.tokens[head]!.head : -1);
		const beside = mentions.find(({ whole, to }) => other >= whole && other < to);
		if (beside || tree.lower[range.to] !== ',' || tree.tokens[head]!.upos === 'PROPN') return beside;
		// "… asked one of the organisers, Lena Orth."
		return mentions.find(
			(mention) =>
				mention.whole === range.to + 1 &&
				isName(this.#entities.of.get(mention)!, mention) &&
				/^[.,]$/.test(tree.lower[mention.to] ?? '.')
		);
	}

	/** The name of which the phrase is the title's beginning, where the parse broke it off: "Rear" of "Rear Admiral Lee". */
	#besideTitle(tree: Tree, { to }: Range, mentions: readonly Mention[]): Mention | undefined {
		const isCapital = /^\p{Lu}/u.test(tree.text.slice(tree.tokens[to - 1]!.start));
		return isCapital
			? mentions.find(({ whole, from }) => whole <= to && to <= from && from > whole)
			: undefined;
	}

	/** "The paper", "the spokeswoman", "the sources": the last one so described. */
	#definite(
		memory: Memory,
		lemma: string,
		word: string,
		place: number,
		isBare: boolean
	): Link | string | null {
		const unnamed = memory.unnamed.get(lemma);
		const person = this.#person(memory, ({ roles }) => roles.has(lemma) || roles.has(word));
		if (person && (!unnamed || this.#laterThan(person, unnamed, place))) return person.name;
		if (unnamed) return unnamed;
		// "The environment agency" is no outlet.
		if (this.#cues.outlets.has(lemma) && isBare) {
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

	/** The several people whom a sentence is about: "prosecutors", "two of the guards"; null for one, or for a thing. */
	group(tree: Tree, noun: number, mentions: readonly Mention[], memory: Memory): Link | null {
		if (noun < 0) return null;
		const { upos, lemma } = tree.tokens[noun]!;
		const isMany = /s$|^(?:people|police|men|women)$/.test(tree.lower[noun]!) && upos === 'NOUN';
		if (
			!isMany ||
			/^(?:how|what|which|no)$/.test(tree.lower[tree.low[noun]!]!) ||
			!(this.#cues.unnamed.has(lemma) || ROLE_END.test(lemma))
		)
			return null;
		return this.read(tree, nounRange(tree, noun), mentions, memory);
	}

	/** The person whom a definite noun means that names nobody: "the diplomat"; undefined where it means nobody known. */
	described(tree: Tree, noun: number, memory: Memory): Entity | undefined {
		if (noun < 0 || tree.tokens[noun]!.upos !== 'NOUN') return undefined;
		if (!/^(?:the|this|that)$/.test(tree.lower[tree.low[noun]!]!)) return undefined;
		const name = this.#described(memory, tree.tokens[noun]!.lemma.toLowerCase(), tree.lower[noun]!, false);
		return name === null ? undefined : this.#person(memory, (entity) => entity.name === name);
	}

	/** "The student", "the 54-year-old": the person named last, where nobody unnamed was brought in so. */
	#described(memory: Memory, lemma: string, word: string, isOld: boolean): string | null {
		const isPlural = word !== lemma && word.endsWith('s');
		if (isPlural || memory.strangers.has(lemma) || !(isOld || DESCRIPTION.has(lemma))) return null;
		return this.#person(memory, () => true)?.name ?? null;
	}

	/** An unnamed source in few words: "two Peruvian officials", "two of the Peruvian officials", without an article before. */
	#describe(tree: Tree, range: Range, head: number): string {
		let { from } = range;
		let to = Math.max(head + 1, from + 1);
		// "Some of the residents" are residents; "two of" them are two.
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
				tree.high[child]! - head < (tree.tokens[head]!.upos === 'NOUN' ? 6 : 10)
			)
				to = tree.high[child]!;
		}
		// "The army, in a statement,"
		const comma = tree.lower.indexOf(',', head);
		return wordsOf(tree, from, Math.min(to, range.to, comma > head ? comma : range.to));
	}
}
