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
export class ExtractionCache {
	readonly #extract: (account: Account) => Extraction;
	readonly #most: number;
	readonly #known = new Map<string, Extraction>();
	#characters = 0;

	constructor(extract: (account: Account) => Extraction, most = MOST_CHARACTERS) {
		this.#extract = extract;
		this.#most = most;
	}

	has(account: Account): boolean {
		return this.#known.has(keyOf(account));
	}

	/** What the account says, remembered or read now. */
	read(account: Account): Extraction {
		const key = keyOf(account);
		const found = this.#known.get(key);
		if (found === undefined) {
			const read = this.#extract(account);
			this.keep(account, read);
			return read;
		}
		this.#known.delete(key);
		this.#known.set(key, found);
		return found;
	}

	/** Remembers what was read elsewhere. */
	keep(account: Account, read: Extraction): void {
		const key = keyOf(account);
		if (account.text.length > this.#most || this.#known.has(key)) return;
		this.#known.set(key, read);
		this.#characters += account.text.length;
		for (const [oldest, { account: old }] of this.#known) {
			if (this.#characters <= this.#most) break;
			this.#known.delete(oldest);
			this.#characters -= old.text.length;
		}
	}
}
