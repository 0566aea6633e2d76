import type { NameKind } from '../../types.ts';
import type { Tree } from '../tree.ts';
import type { NameLists } from './lists.ts';

/** A proper name where it stands, before it is known whose it is. Tokens are half-open. */
export type Mention = {
	sentence: number;
	from: number;
	/** First token with the titles before the name. */
	whole: number;
	to: number;
	start: number;
	end: number;
	/** The name's words without titles before it. */
	words: string[];
	kind: NameKind;
	/** Whether the kind is more than a guess. */
	sure: boolean;
	gender?: 'm' | 'f';
	/** Titles and offices before the name, lower case: "secretary", "spokeswoman". */
	roles: string[];
	quoted: boolean;
};

/** Small words inside a person's name. */
const PARTICLES = new Set('de al bin von van da del el la le du di ibn der den'.split(' '));
/** What may stand between two words of one name. */
const JOINERS = new Set([...PARTICLES, 'of', 'for', 'and', 'the', 'on', "'s", '’s', '&', '-']);
const HEADS = new Set(
	'department ministry office university bank house court board bureau agency committee council organization organisation association secretary minister chief director institute college school center centre academy state strait gulf bay port city republic kingdom isle cape mount lake church'.split(
		' '
	)
);
/** What a body's name goes on with behind "and": "Fire and Rescue", "Health and Human Services". */
const AND_PARTS = new Set(
	'agriculture ambulance atmospheric border climate co commerce community company culture customs defence defense development drug education energy engineering enforcement environment exchange excise explosives families finance firearms fisheries food forestry housing human immigration industrial industry infrastructure inland innovation justice labor labour local logistics loan maritime medical naturalization partners planning prevention recreation regulatory rescue research revenue safety science security skills social sons sport sports technical technology tourism trade transport transportation urban water welfare wildlife'.split(
		' '
	)
);
const NOT_NAMES = new Set(
	'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr god christmas easter ramadan internet english'.split(
		' '
	)
);
/** How nouns end for what people do or are. */
export const ROLE_END =
	/(?:man|woman|person|er|or|ist|ian|ent|ant|chief|head|aide|boss|spokes\w+|adviser|advisor|leader|minister|secretary|lawyer|attorney|host|coach|captain|witness|neighbo\w+|resident|official|founder|professor|analyst|expert|fellow|activist|teen|teenager|student|candidate|nominee)$/;

function isNameToken(tree: Tree, index: number): boolean {
	const token = tree.tokens[index]!;
	const first = tree.text[token.start]!;
	if (token.upos === 'PROPN') return first !== first.toLowerCase() || /\d/.test(first);
	// A capitalised word inside a sentence is a name whatever the tagger says, save at its start or after a mark.
	if (index === 0 || token.upos === 'PRON' || token.upos === 'PUNCT') return false;
	const before = tree.lower[index - 1]!;
	return (
		first !== first.toLowerCase() &&
		first === first.toUpperCase() &&
		token.end - token.start > 1 &&
		!/^["“”'‘.:!?…—–(]|^''$|^``$/.test(before) &&
		/^(?:NOUN|ADJ|X)$/.test(token.upos)
	);
}

const wordAt = (tree: Tree, at: number) => tree.text.slice(tree.tokens[at]!.start, tree.tokens[at]!.end);

function touches(tree: Tree, index: number): boolean {
	return index + 1 < tree.tokens.length && tree.tokens[index]!.end === tree.tokens[index + 1]!.start;
}

/** Where the run of name tokens that begins at `from` ends. */
function runEnd(tree: Tree, from: number, lists: NameLists): number {
	let to = from + 1;
	while (to < tree.tokens.length && to - from < 12) {
		if (isNameToken(tree, to)) {
			to++;
			continue;
		}
		const joiner = tree.lower[to]!;
		if (!JOINERS.has(joiner) || to + 1 >= tree.tokens.length) break;
		const last = tree.lower[to - 1]!;
		if (joiner === '-') {
			if (!touches(tree, to - 1) || !touches(tree, to)) break;
			to += 2;
			continue;
		}
		if (PARTICLES.has(joiner) && isNameToken(tree, to + 1)) {
			to += 2;
			continue;
		}
		// "Khalid al-Hassan"
		if (PARTICLES.has(joiner) && tree.lower[to + 1] === '-' && touches(tree, to) && touches(tree, to + 1)) {
			if (to + 2 < tree.tokens.length && isNameToken(tree, to + 2)) {
				to += 3;
				continue;
			}
		}
		if (
			(joiner === 'of' || joiner === 'for' || joiner === 'on') &&
			(HEADS.has(last) || lists.bodyWords.has(last))
		) {
			const skip = tree.lower[to + 1] === 'the' ? 2 : 1;
			if (to + skip < tree.tokens.length && isNameToken(tree, to + skip)) {
				to += skip + 1;
				continue;
			}
		}
		// "St Brigid's Hospital"
		if (/^['’]s$/.test(joiner) && /^(?:st\.?|saint)$/.test(tree.lower[from]!) && isNameToken(tree, to + 1)) {
			to += 2;
			continue;
		}
		const goesOn =
			joiner === 'and' && AND_PARTS.has(tree.lower[to + 1]!) && !lists.places.has(wordAt(tree, to - 1));
		if ((joiner === '&' || goesOn) && isNameToken(tree, to + 1)) {
			to += 2;
			continue;
		}
		break;
	}
	return to;
}

/** Where a run ends whose last word is an office: "the former CIA Director" names the CIA, and nobody. */
function beforeOffice(tree: Tree, from: number, to: number, lists: NameLists): number {
	if (to - from < 2 || !lists.titles.has(tree.lower[to - 1]!)) return to;
	const rest = tree.text.slice(tree.tokens[from]!.start, tree.tokens[to - 2]!.end);
	return lists.bodies.has(rest) || lists.aliases.has(rest) || /^[A-Z]{2,6}$/.test(rest) ? to - 1 : to;
}

/** Letters of honour behind a person's name: "Nadia Felsted KC". */
const HONOURS = /^(?:KC|QC|SC|MP|MSP|MEP|MLA|OBE|MBE|CBE|MD|PhD|FRS|RN|Esq)$/;

/** Where a name ends without the letters of honour behind it. */
function beforeHonours(tree: Tree, from: number, to: number): number {
	let end = to;
	while (end - from > 2 && HONOURS.test(wordAt(tree, end - 1))) end--;
	return end;
}

function kindOf(words: readonly string[], lists: NameLists): { kind: NameKind; sure: boolean } {
	const whole = words.join(' ');
	const first = words[0]!.toLowerCase();
	const last = words.at(-1)!.toLowerCase();
	if (lists.places.has(whole)) return { kind: 'place', sure: true };
	if (lists.bodies.has(whole)) return { kind: 'organisation', sure: true };
	const alias = lists.aliases.get(whole);
	if (alias) return { kind: lists.places.has(alias) ? 'place' : 'organisation', sure: true };
	if (words.length > 1 && (lists.bodyWords.has(last) || (words.includes('of') && lists.bodyWords.has(first))))
		return { kind: 'organisation', sure: true };
	if (words.length > 1 && words.length < 5 && (lists.male.has(first) || lists.female.has(first)))
		return { kind: 'person', sure: true };
	if (words.length === 1 && /^[A-Z][A-Z&.]{1,6}$/.test(words[0]!))
		return { kind: 'organisation', sure: false };
	if (words.some((word) => lists.bodyWords.has(word.toLowerCase())) && words.length > 1)
		return { kind: 'organisation', sure: false };
	return { kind: 'other', sure: false };
}

/** Splits titles and offices off the front of a run: "Interior Minister Ana Lopez" leaves "Ana Lopez". */
function splitTitle(
	tree: Tree,
	from: number,
	to: number,
	lists: NameLists
): { cut: number; roles: string[] } {
	let cut = from;
	for (let index = from; index < to - 1; index++) {
		const word = tree.lower[index]!.replace(/\.$/, '');
		if (lists.titles.has(word) || (word === 'con' && cut === index && index > from)) {
			// "Secretary of State Ann Lee": the office runs on over "of State".
			const of = tree.lower[index + 1] === 'of' && index + 3 < to ? 2 : 0;
			cut = index + 1 + of;
			index += of;
		}
	}
	// "Magistrate Ana Lopez": what somebody does, before a first and a last name.
	const hasCalling = to - cut > 2 && lists.callings.has(tree.lower[cut]!);
	if (hasCalling) cut++;
	// "Peruvian Ana Lopez": the people's name before a person's is not part of it, but is of "Saudi Arabia".
	const whole = tree.text.slice(tree.tokens[cut]!.start, tree.tokens[to - 1]!.end);
	if (!lists.bodyWords.has(tree.lower[to - 1]!) && !lists.places.has(whole)) {
		for (let index = cut; index < to - 1; index++) {
			const word = tree.text.slice(tree.tokens[index]!.start, tree.tokens[index]!.end);
			const two =
				index > cut ? tree.text.slice(tree.tokens[index - 1]!.start, tree.tokens[index]!.end) : word;
			if (lists.demonyms.has(word) || lists.demonyms.has(two)) cut = index + 1;
		}
	}
	if (cut >= to) return { cut: from, roles: [] };
	const after = tree.lower[cut]!;
	if (cut > from && (lists.bodyWords.has(after) || after === 'of' || after === '-'))
		return { cut: from, roles: [] };
	const roles = [];
	for (let index = from; index < cut; index++) {
		const word = tree.lower[index]!.replace(/\.$/, '');
		if (lists.titles.has(word) || (hasCalling && lists.callings.has(word))) roles.push(word);
	}
	return { cut, roles };
}

/** Finds the proper names of one sentence by their shape, their tags and the name lists. */
export function findMentions(
	tree: Tree,
	sentence: number,
	lists: NameLists,
	isQuoted: (at: number) => boolean
): Mention[] {
	const mentions: Mention[] = [];
	for (let from = 0; from < tree.tokens.length; from++) {
		if (
			!isNameToken(tree, from) ||
			(NOT_NAMES.has(tree.lower[from]!.replace(/\.$/, '')) &&
				!lists.titles.has(tree.lower[from]!.replace(/\.$/, '')))
		)
			continue;
		const run = beforeOffice(tree, from, runEnd(tree, from, lists), lists);
		const to = beforeHonours(tree, from, run);
		const title = splitTitle(tree, from, to, lists);
		const { roles } = title;
		let { cut } = title;
		const words: string[] = [];
		for (let index = cut; index < to; index++) {
			const word = tree.text.slice(tree.tokens[index]!.start, tree.tokens[index]!.end);
			if (index > cut && (word === '-' || tree.tokens[index]!.start === tree.tokens[index - 1]!.end))
				words[words.length - 1] += word;
			else words.push(word);
		}
		// "Saudi Arabia": a people's adjective that the country's name begins with.
		const ahead = cut > 0 ? tree.text.slice(tree.tokens[cut - 1]!.start, tree.tokens[to - 1]!.end) : '';
		if (lists.places.has(ahead)) {
			words.unshift(...ahead.split(' ').slice(0, 1));
			cut--;
			from = Math.min(from, cut);
		}
		const start = tree.tokens[cut]!.start;
		const end = tree.tokens[to - 1]!.end;
		const plain = words.join(' ');
		if (
			lists.demonyms.has(plain) ||
			(words.length === 1 &&
				(NOT_NAMES.has(plain.toLowerCase()) || lists.titles.has(plain.toLowerCase().replace(/\.$/, ''))))
		) {
			from = to - 1;
			continue;
		}
		let { kind, sure } = kindOf(words, lists);
		const personal = (roles.length > 0 || to < run) && !(sure && kind !== 'person' && words.length > 1);
		if (personal) {
			kind = 'person';
			sure = true;
		}
		for (
			let back = cut - roles.length - 1, steps = 0;
			back >= 0 && steps < 1 && roles.length === 0;
			back--, steps++
		) {
			// "Chief executive Ann Lee", of which a tagger makes an adjective.
			const isOffice =
				/^(?:NOUN|ADJ)$/.test(tree.tokens[back]!.upos) && lists.titles.has(tree.lower[back]!) && cut === from;
			const isRole =
				tree.tokens[back]!.upos === 'NOUN' &&
				(ROLE_END.test(tree.lower[back]!) || lists.callings.has(tree.lower[back]!));
			if ((isRole || isOffice) && kind !== 'place') {
				roles.push(tree.lower[back]!);
				if (!sure && kind !== 'organisation') {
					kind = 'person';
					sure = true;
				}
			}
		}
		// "Herb Dooley, 71,"
		const isAged =
			kind === 'other' &&
			words.length > 1 &&
			tree.lower[run] === ',' &&
			/^\d{1,2}$/.test(tree.lower[run + 1] ?? '') &&
			tree.lower[run + 2] === ',';
		if (isAged) [kind, sure] = ['person', true];
		const firstName = words[0]!.toLowerCase();
		const called = roles.join(' ');
		const gender = /\b(?:mrs|ms|miss|lady|dame|queen|princess)\b|woman\b/.test(called)
			? 'f'
			: /\b(?:mr|sir|lord|king|prince|father|pope|imam)\b|man\b/.test(called)
				? 'm'
				: kind !== 'person'
					? undefined
					: lists.male.has(firstName) && !lists.female.has(firstName)
						? 'm'
						: lists.female.has(firstName) && !lists.male.has(firstName)
							? 'f'
							: undefined;
		mentions.push({
			sentence,
			from: cut,
			whole: from,
			to: run,
			start,
			end,
			words,
			kind,
			sure,
			...(gender ? { gender } : {}),
			roles,
			quoted: isQuoted(start)
		});
		from = run - 1;
	}
	return mentions;
}
