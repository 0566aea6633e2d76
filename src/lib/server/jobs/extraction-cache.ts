import type { Extraction } from '#lib/engine/types.ts';
import type { Account } from '#lib/model/index.ts';

/** Characters of text whose readings are kept: what was read takes some fifty times as many bytes. */
const MOST_CHARACTERS = 4_000_000;

/** Everything of an account that its reading can depend on; the hash stands for the text. */
function keyOf({ text: _text, ...account }: Account): string {
	return JSON.stringify([account, _text.length]);
}

/**
 * Remembers what was read out of accounts, so that adding one to an event reads only that one. The oldest readings go
 * first; one account changed in any part is read anew.
 */
export function rememberExtractions(
	extract: (account: Account) => Extraction,
	most = MOST_CHARACTERS
): (account: Account) => Extraction {
	const known = new Map<string, Extraction>();
	let characters = 0;
	return (account) => {
		const key = keyOf(account);
		const found = known.get(key);
		if (found !== undefined) {
			known.delete(key);
			known.set(key, found);
			return found;
		}
		const read = extract(account);
		if (account.text.length > most) return read;
		known.set(key, read);
		characters += account.text.length;
		for (const [oldest, { account: old }] of known) {
			if (characters <= most) break;
			known.delete(oldest);
			characters -= old.text.length;
		}
		return read;
	};
}
