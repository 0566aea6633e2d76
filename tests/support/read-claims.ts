import { createExtractor } from '#lib/engine/claims/index.ts';
import type { Account } from '#lib/model/index.ts';
import { lexicon } from './lexicon.ts';

const extract = createExtractor(lexicon);

/** An account of the Harbour Herald with this text below its title. */
export function heraldAccount(body: string, title = 'Harbour news', id = 'a'): Account {
	return {
		id,
		source: { name: 'Harbour Herald', kind: 'outlet' },
		title,
		text: `${title}\n\n${body}`,
		publishedAt: '2024-05-15',
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	};
}

/** The claims of such an account. */
export const claimsOf = (body: string, title?: string) => extract(heraldAccount(body, title)).claims;

/** The first of them with these words in it; undefined where there is none. */
export function claimWith(words: string, body: string, title?: string) {
	return claimsOf(body, title).find(({ text }) => text.includes(words));
}

/** Whose it is, from the account outward. */
export const chainOf = (words: string, body: string) =>
	claimWith(words, body)?.attribution.map(({ name }) => name);
