import { type Account, FACT_KINDS, type SharedFact } from '#lib/model/index.ts';
import { type Fact, factsOf } from './facts.ts';

/** The one language whose claims are read. */
const READ = 'en';

/** Words that English uses all the time and hardly any other language has. */
const ENGLISH = new Set('the and that with from were which said this have has would they his her'.split(' '));

/** Share of a text's words that are among them from which on it is English, whatever it is said to be. */
const ENOUGH = 0.05;

/** Characters of a text in which its language shows. */
const LOOKED_AT = 4_000;

/**
 * Whether an account is in a language whose claims are not read. What is only said to be, and reads as English, is
 * not: a page's word for its language is often that of the site around it.
 */
export function isForeign({ text, language }: Pick<Account, 'text' | 'language'>): boolean {
	return language !== undefined && language !== READ && !readsAsEnglish(text);
}

function readsAsEnglish(text: string): boolean {
	const words =
		text
			.slice(0, LOOKED_AT)
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	return words.filter((word) => ENGLISH.has(word)).length >= words.length * ENOUGH;
}

/** Names of one account that are set against each other. */
const MOST_NAMES = 200;

/**
 * What an account in another language has in common with the others: names, numbers, dates and quotations, in order
 * of kind and place, each once. Numbers and dates that no other account has are given too; of names and quotations
 * that would say nothing, since another language may spell and say them otherwise.
 */
export function sharedFacts(account: Account, others: readonly Account[]): SharedFact[] {
	const carriers = new Map<string, string[]>();
	const carry = (key: string, id: string) => {
		const ids = carriers.get(key);
		if (ids === undefined) carriers.set(key, [id]);
		else ids.push(id);
	};
	for (const other of others) {
		const keys = new Set(factsOf(other.text, other.language ?? READ).map(keyOf));
		for (const key of keys) carry(key, other.id);
	}
	const found = new Map<string, SharedFact & { end: number }>();
	for (const fact of factsOf(account.text, account.language ?? READ)) {
		const accounts = carriers.get(keyOf(fact)) ?? [];
		if (accounts.length === 0 && (fact.kind === 'name' || fact.kind === 'quote')) continue;
		if (found.has(keyOf(fact))) continue;
		const { kind, start, end } = fact;
		found.set(keyOf(fact), { kind, start, end, text: account.text.slice(start, end), accounts });
	}
	const all = [...found.values()];
	const names = all.filter(({ kind }) => kind === 'name').slice(0, MOST_NAMES);
	return all
		.filter((fact) => fact.kind !== 'name' || names.includes(fact))
		.filter((fact) => !names.some((other) => isInside(fact, other)))
		.sort((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) || a.start - b.start)
		.map(({ kind, text, start, accounts }) => ({ kind, text, start, accounts }));
}

const keyOf = ({ kind, key }: Fact) => `${kind} ${key}`;

/** A surname inside a full name that the same accounts have tells nothing more. */
function isInside(fact: SharedFact & { end: number }, other: SharedFact & { end: number }): boolean {
	return (
		fact !== other &&
		fact.kind === 'name' &&
		other.kind === 'name' &&
		other.text.length > fact.text.length &&
		` ${other.text} `.includes(` ${fact.text} `) &&
		fact.accounts.every((id) => other.accounts.includes(id))
	);
}
