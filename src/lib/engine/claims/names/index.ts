import Fuse from 'fuse.js';
import { byText } from '../../comparison.ts';
import type { Extraction } from '../../types.ts';
import { bodyKey, plainWord, samePerson } from './entities.ts';
import type { NameLists } from './lists.ts';

export { loadNameLists, type NameLists } from './lists.ts';
/** A word may be spelled in two ways only from this length on: "Lee" and "Lea" are two people. */
const SPELLED = 6;
/** Names that begin alike are few; where they are many, a fuzzy search would find strangers. */
const MANY = 200;

/** Whether two names of equally many words differ in the spelling of one long word at most. */
function differsInOneWord(a: readonly string[], b: readonly string[]): boolean {
	if (a.length !== b.length || a.length < 2) return false;
	const apart = a.filter((word, at) => word !== b[at]);
	return apart.length === 1 && apart[0]!.length >= SPELLED && b[a.indexOf(apart[0]!)]!.length >= SPELLED;
}

/** A name heard of before that is this one in another spelling ("Katarina Novak", "Katerina Novak"), or nothing. */
function otherSpelling(key: string, known: readonly string[]): string | undefined {
	if (known.length === 0 || known.length > MANY) return undefined;
	const fuse = new Fuse(known, { threshold: 0.2, ignoreLocation: true });
	return fuse
		.search(key, { limit: 3 })
		.map(({ item }) => item)
		.find(
			(item) => Math.abs(item.length - key.length) <= 1 && differsInOneWord(key.split(' '), item.split(' '))
		);
}

/** Words that a body's short form leaves off. */
const LEFT_OFF =
	/^(?:and|&|inc|ltd|limited|plc|llc|corp|corporation|co|company|group|holding|holdings|service|services|authority|agency|association|organisation|organization|department|international|of|for)$/;

/** Whether a body's name of two words or more is how a longer one begins: "Halder Fire" of "Halder Fire and Rescue". */
function isShortFor(short: string, long: string): boolean {
	if (!short.includes(' ') || !long.startsWith(`${short} `)) return false;
	return LEFT_OFF.test(long.slice(short.length + 1).split(' ')[0]!);
}

/**
 * Gives every named source and name of an event's accounts one identity across them, keyed by the name in an
 * account: "Kim Jong Un", "Kim Jong-un" and "Mr. Kim" are one, two people of one family name with different first
 * names are not. A lone family name joins a full one only where no other full name has it.
 */
export function identify(extractions: readonly Extraction[], lists: NameLists): Map<string, string> {
	const kinds = new Map<string, string>();
	const see = (name: string, kind: string) => {
		if (!kinds.has(name) || kind === 'person') kinds.set(name, kind);
	};
	for (const { names, claims, account } of extractions) {
		see(account.source.name, 'organisation');
		for (const { name, kind } of names) see(name, kind);
		for (const { attribution } of claims)
			for (const { name, named } of attribution)
				if (named) see(name, kinds.get(name) ?? (name.includes(' and ') ? 'joint' : 'other'));
	}
	const all = [...kinds.keys()].sort((a, b) => b.split(' ').length - a.split(' ').length || byText(a, b));
	const identity = new Map<string, string>();
	const byKey = new Map<string, string>();
	const byStart = new Map<string, string[]>();
	const byFamily = new Map<string, string[]>();
	const bodies = new Map<string, string[]>();
	for (const name of all) {
		// "Dorne and Asper" are two, and neither of them is both.
		if (kinds.get(name) === 'joint') {
			identity.set(name, name);
			continue;
		}
		const words = name.split(' ');
		const key = bodyKey(name, lists);
		const family = plainWord(words.at(-1)!);
		let head = byKey.get(key);
		if (head === undefined && kinds.get(name) !== 'organisation' && !lists.places.has(name)) {
			const rivals = [
				...(byFamily.get(family) ?? []),
				...(words.length > 1 ? (byFamily.get(plainWord(words[0]!)) ?? []) : [])
			];
			const fits = rivals.filter((rival) => samePerson(rival.split(' '), words));
			if (fits.length === 1 || (fits.length > 1 && words.length > 1)) head = fits[0];
		}
		// Longer names come first: one of them may be this one in full.
		if (head === undefined && kinds.get(name) !== 'person' && !lists.places.has(name)) {
			const longer = (bodies.get(key.split(' ')[0]!) ?? []).filter((other) => isShortFor(key, other));
			if (longer.length === 1) head = byKey.get(longer[0]!);
		}
		if (kinds.get(name) !== 'person') {
			const first = key.split(' ')[0]!;
			bodies.set(first, [...(bodies.get(first) ?? []), key]);
		}
		const start = key.slice(0, 2);
		const alike = head === undefined ? otherSpelling(key, byStart.get(start) ?? []) : undefined;
		if (alike !== undefined) head = byKey.get(alike);
		byStart.set(start, [...(byStart.get(start) ?? []), key]);
		head ??= name;
		if (head === name) {
			for (const part of new Set([family, plainWord(words[0]!)]))
				byFamily.set(part, [...(byFamily.get(part) ?? []), name]);
		}
		if (!byKey.has(key)) byKey.set(key, head);
		identity.set(name, head);
	}
	return identity;
}
