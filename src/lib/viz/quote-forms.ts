import type { Account } from '#lib/model/index.ts';
import { accountNames } from './account-names.ts';
import { quotations, quoteStand, type QuoteStand } from './quotations.ts';
import { type WordDiff, wordDiff, wordsOf } from './word-diff.ts';

/** One utterance as one account gives it. */
export type QuoteForm = {
	account: string;
	name: string;
	text: string;
	/** How it stands to the fullest form; `words.a` is the fullest form, `words.b` this one. */
	stand: QuoteStand;
	words: WordDiff;
};

/** An utterance that several accounts quote, with the fullest form there is. */
export type Utterance = {
	key: string;
	fullest: { account: string; name: string; text: string; words: number };
	forms: QuoteForm[];
};

type Quoted = { account: string; at: number; text: string; keys: string[] };

/** Words in a row that two quotations share before they are compared. */
const GRAM = 4;
/** Share of the shorter one's words that must stand in the longer. */
const ENOUGH = 0.6;
/** Most quotations that are read: the work grows with those that share words. */
const MOST = 600;

const gramsOf = (keys: readonly string[]) =>
	keys.slice(GRAM - 1).map((_, at) => keys.slice(at, at + GRAM).join(' '));

function allQuoted(accounts: readonly Account[]): Quoted[] {
	return accounts
		.filter((account) => account.rendering !== 'summary')
		.flatMap((account) =>
			quotations(account.text).map(({ start, end }) => {
				const text = account.text.slice(start, end).trim();
				return { account: account.id, at: start, text, keys: wordsOf(text).map((word) => word.key) };
			})
		)
		.slice(0, MOST);
}

/** Quotations that share most of their words, from the longest on, each in one group. */
function grouped(quoted: readonly Quoted[]): Quoted[][] {
	const longest = [...quoted].sort(
		(a, b) =>
			b.keys.length - a.keys.length || (a.account < b.account ? -1 : a.account > b.account ? 1 : a.at - b.at)
	);
	const groups: Quoted[][] = [];
	const byGram = new Map<string, number>();
	for (const quote of longest) {
		const grams = gramsOf(quote.keys);
		const votes = new Map<number, number>();
		for (const gram of grams) {
			const group = byGram.get(gram);
			if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
		}
		const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
		const head = best === undefined ? undefined : groups[best]?.[0];
		if (head && wordDiff(head.text, quote.text).same >= ENOUGH * quote.keys.length)
			groups[best!]!.push(quote);
		else {
			for (const gram of grams) if (!byGram.has(gram)) byGram.set(gram, groups.length);
			groups.push([quote]);
		}
	}
	return groups;
}

/**
 * Utterances that two accounts or more quote and not all alike, each against the fullest form that any account
 * gives: what was cut, left out inside, or put in other words.
 */
export function quoteForms(accounts: readonly Account[]): Utterance[] {
	const names = accountNames(accounts);
	const nameOf = (account: string) => names.get(account) ?? account;
	return grouped(allQuoted(accounts)).flatMap((group): Utterance[] => {
		const [head] = group;
		if (!head || new Set(group.map((quote) => quote.account)).size < 2) return [];
		const seen = new Set([head.account]);
		const forms = group.slice(1).flatMap((quote): QuoteForm[] => {
			// An account that comes back to its own quotation gives it in full once.
			if (seen.has(quote.account)) return [];
			seen.add(quote.account);
			const words = wordDiff(head.text, quote.text);
			return [
				{
					account: quote.account,
					name: nameOf(quote.account),
					text: quote.text,
					stand: quoteStand(words),
					words
				}
			];
		});
		if (forms.every((form) => form.stand === 'alike')) return [];
		return [
			{
				key: `${head.account}:${head.at}`,
				fullest: {
					account: head.account,
					name: nameOf(head.account),
					text: head.text,
					words: head.keys.length
				},
				forms
			}
		];
	});
}
