import type { NameKind } from '../../types.ts';
import type { NameLists } from './lists.ts';
import type { Mention } from './mentions.ts';

/** Whoever or whatever an account names, with every place where it does. */
export type Entity = {
	id: number;
	kind: NameKind;
	/** The fullest form in the account, without titles. */
	name: string;
	gender?: 'm' | 'f';
	roles: Set<string>;
	mentions: Mention[];
};

export type Entities = { all: Entity[]; of: Map<Mention, Entity> };

/** Family names that stand first in Korean, Chinese and Vietnamese names. */
const FAMILY_FIRST = new Set(
	'kim lee park choi jung kang cho yoon jang lim moon roh ri pak xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao nguyen tran pham'.split(
		' '
	)
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const NICKNAMES: Record<string, string> = {
	mike: 'michael',
	bob: 'robert',
	rob: 'robert',
	bill: 'william',
	will: 'william',
	jim: 'james',
	joe: 'joseph',
	tom: 'thomas',
	dan: 'daniel',
	dave: 'david',
	steve: 'steven',
	stephen: 'steven',
	chris: 'christopher',
	nick: 'nicholas',
	tony: 'anthony',
	andy: 'andrew',
	ted: 'edward',
	ed: 'edward',
	ben: 'benjamin',
	sam: 'samuel',
	matt: 'matthew',
	greg: 'gregory',
	jeff: 'jeffrey',
	ken: 'kenneth',
	ron: 'ronald',
	don: 'donald',
	tim: 'timothy',
	pete: 'peter',
	liz: 'elizabeth',
	beth: 'elizabeth',
	kate: 'katherine',
	katie: 'katherine',
	jen: 'jennifer',
	sue: 'susan',
	meg: 'margaret',
	maggie: 'margaret',
	becky: 'rebecca',
	debbie: 'deborah',
	patty: 'patricia',
	al: 'albert',
	larry: 'lawrence',
	rick: 'richard',
	dick: 'richard',
	alex: 'alexander',
	vlad: 'vladimir'
};

/** A word of a name for comparing: lower case, without points, hyphens and accents. */
export function plainWord(word: string): string {
	return word
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\u0300-\u036f.'’-]/g, '');
}

/** The family name's words and the others, for a person's name of two words or more. */
function familyOf(words: readonly string[]): { family: string; given: string[] } {
	const kept = words.filter((word) => !SUFFIX.test(word)).map(plainWord);
	const first = kept[0] ?? '';
	if (kept.length > 1 && FAMILY_FIRST.has(first) && (/-/.test(words[1]!) || kept.length === 3))
		return { family: first, given: kept.slice(1) };
	return { family: kept.at(-1) ?? '', given: kept.slice(0, -1) };
}

function sameGiven(a: readonly string[], b: readonly string[]): boolean {
	if (a.length === 0 || b.length === 0) return true;
	const x = NICKNAMES[a[0]!] ?? a[0]!;
	const y = NICKNAMES[b[0]!] ?? b[0]!;
	return (
		x === y ||
		a.join('') === b.join('') ||
		(x.length === 1 && y.startsWith(x)) ||
		(y.length === 1 && x.startsWith(y)) ||
		a.includes(b[0]!) ||
		b.includes(a[0]!)
	);
}

/** Whether two person names, by their words, may be one person's. */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
	const x = familyOf(a);
	const y = familyOf(b);
	return x.family !== '' && x.family === y.family && sameGiven(x.given, y.given);
}

/** A body's or place's name for comparing: known aliases resolved, "Department of X" as "X Department". */
export function bodyKey(name: string, lists: NameLists): string {
	const plain = lists.aliases.get(name) ?? lists.demonyms.get(name) ?? name;
	const turned =
		/^(?:the )?(?:(?:U\.S\.|US|United States) )?(Department|Ministry) (?:of|for) (?:the )?(.+)$/.exec(plain);
	const words = (turned ? `${turned[2]} ${turned[1]}` : plain)
		.replace(/^(?:the|The) /, '')
		.replace(/^(?:U\.S\.|US|U\. S\.) (?=\S+ )/, '');
	return words.split(/\s+/).map(plainWord).filter(Boolean).join(' ');
}

function initials(words: readonly string[]): string {
	return words
		.filter((word) => /^\p{Lu}/u.test(word))
		.map((word) => word[0]!)
		.join('');
}

function fullest(entity: Entity): string {
	const best = entity.mentions.reduce((a, b) => (b.words.length > a.words.length ? b : a));
	return best.words.join(' ');
}

/** Whether a mention of one word may stand for an entity: by family name, by first name, as an acronym or a short form. */
function mayStandFor(mention: Mention, entity: Entity, lists: NameLists): number {
	const word = mention.words[0]!;
	const plain = plainWord(word);
	if (mention.gender && entity.gender && mention.gender !== entity.gender) return 0;
	if (entity.kind === 'person' || (entity.kind === 'other' && entity.mentions[0]!.words.length < 4)) {
		if (mention.sure && mention.kind !== 'person') return 0;
		for (const { words } of entity.mentions) {
			if (words.length < 2) continue;
			const { family, given } = familyOf(words);
			if (family === plain) return 3;
			if (given[0] === plain && mention.roles.length === 0) return 1;
			if (plainWord(words[0]!) === plain && FAMILY_FIRST.has(plain)) return 2;
		}
		return 0;
	}
	if (mention.kind === 'person' && mention.sure) return 0;
	for (const { words } of entity.mentions) {
		if (words.length < 2) continue;
		if (/^[A-Z.]{2,7}$/.test(word) && initials(words).toUpperCase() === word.replace(/\./g, '')) return 3;
		if (entity.kind === 'organisation' && plainWord(words.at(-1)!) === plain && lists.bodyWords.has(plain))
			return 2;
		if (
			entity.kind === 'organisation' &&
			plainWord(words[0]!) === plain &&
			plain.length > 3 &&
			!lists.places.has(word) &&
			!lists.bodyWords.has(plain)
		)
			return 1;
	}
	return 0;
}

function newEntity(entities: Entities, mention: Mention): Entity {
	const entity: Entity = {
		id: entities.all.length,
		kind: mention.kind,
		name: '',
		...(mention.gender ? { gender: mention.gender } : {}),
		roles: new Set(),
		mentions: []
	};
	entities.all.push(entity);
	return entity;
}

function join(entities: Entities, mention: Mention, entity: Entity): void {
	entity.mentions.push(mention);
	entities.of.set(mention, entity);
	if (
		mention.sure &&
		entity.kind !== mention.kind &&
		!entity.mentions.some((other) => other !== mention && other.sure)
	)
		entity.kind = mention.kind;
	if (mention.gender && !entity.gender && entity.kind === 'person') entity.gender = mention.gender;
	for (const role of mention.roles) entity.roles.add(role);
}

/**
 * Groups an account's mentions by whom they name. Full names come first, so that a title which says "Lee" knows the
 * "Ann Lee" of the text below; a short form that fits several goes to the one named last before it.
 */
export function groupMentions(mentions: readonly Mention[], lists: NameLists): Entities {
	const entities: Entities = { all: [], of: new Map() };
	const bodies = new Map<string, Entity>();
	const families = new Map<string, Entity[]>();
	const long = mentions.filter(({ words }) => words.length > 1);
	for (const mention of long) {
		const { family } = familyOf(mention.words);
		const key = bodyKey(mention.words.join(' '), lists);
		const known =
			bodies.get(key) ??
			(mention.kind === 'person' || !mention.sure
				? families
						.get(family)
						?.find(
							(entity) =>
								entity.kind !== 'organisation' &&
								entity.kind !== 'place' &&
								samePerson(entity.mentions[0]!.words, mention.words)
						)
				: undefined);
		const entity = known ?? newEntity(entities, mention);
		join(entities, mention, entity);
		if (!known) bodies.set(key, entity);
		if (!known) families.set(family, [...(families.get(family) ?? []), entity]);
	}
	const short = mentions.filter(({ words }) => words.length === 1);
	const index = new Map<string, Entity[]>();
	for (const entity of entities.all) {
		for (const { words } of entity.mentions) {
			for (const key of new Set([...words.map(plainWord), initials(words).toLowerCase()])) {
				const known = index.get(key) ?? [];
				if (!known.includes(entity)) index.set(key, [...known, entity]);
			}
		}
	}
	for (const mention of short) {
		const word = mention.words[0]!;
		const key = bodyKey(word, lists);
		let best: Entity | undefined;
		let score = 0;
		for (const entity of index.get(plainWord(word)) ?? []) {
			const fit = mayStandFor(mention, entity, lists);
			if (fit === 0) continue;
			const before = entity.mentions.findLast(({ start }) => start < mention.start);
			const rank = fit * 4 + (before ? 2 : 0) + (before ? 1 - (mention.start - before.start) / 1e7 : 0);
			if (rank > score) [best, score] = [entity, rank];
		}
		const entity = best ?? bodies.get(key) ?? newEntity(entities, mention);
		join(entities, mention, entity);
		if (!best && !bodies.has(key)) bodies.set(key, entity);
	}
	for (const entity of entities.all) {
		const [first] = entity.mentions;
		const { family } = familyOf(first!.words);
		const bare = entity.mentions.some(({ words }) => words.length === 1 && plainWord(words[0]!) === family);
		// Two capitalised words that come back as the last alone are a person's name.
		if (entity.kind === 'other' && first!.words.length > 1 && first!.words.length < 5 && bare)
			entity.kind = 'person';
		entity.mentions.sort((a, b) => a.start - b.start);
		entity.name = fullest(entity);
	}
	return entities;
}
