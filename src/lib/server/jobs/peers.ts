import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Extraction } from '#lib/engine/types.ts';
import type { Account } from '#lib/model/index.ts';
import type { ExtractionCache } from './extraction-cache.ts';

/** Accounts that a peer has before it at once: the next is there when it has read one. */
const AT_ONCE = 2;

type Answer = { account: Account; extraction: Extraction };

/**
 * Other threads that read accounts for this one. A comparison computes without a pause, so what they have read is
 * fetched between two accounts, and nothing is ever waited for: what a busy peer leaves is read here.
 */
export class Peers {
	readonly #cache: ExtractionCache;
	readonly #asked = new Map<MessagePort, number>();

	constructor(cache: ExtractionCache) {
		this.#cache = cache;
	}

	/** A way to a thread that reads for this one. */
	addReader(port: MessagePort): void {
		this.#asked.set(port, 0);
		port.once('close', () => this.#asked.delete(port));
		port.unref();
	}

	/** Reads for another thread whatever comes through `port`. */
	readFor(port: MessagePort): void {
		port.on('message', (account: Account) => {
			try {
				port.postMessage({ account, extraction: this.#cache.read(account) } satisfies Answer);
			} catch {
				// Whoever asked reads it again, and tells why it cannot be read.
			}
		});
		port.unref();
	}

	/** Reads these accounts one by one from the first; meanwhile the peers read from the last. */
	reading(accounts: readonly Account[]): (account: Account) => Extraction {
		const left = accounts.filter((account) => !this.#cache.has(account));
		for (const port of this.#asked.keys()) this.#asked.set(port, 0);
		return (account) => {
			this.#collect();
			const at = left.indexOf(account);
			if (at >= 0) left.splice(at, 1);
			if (!this.#cache.has(account)) this.#share(left);
			return this.#cache.read(account);
		};
	}

	#share(left: Account[]): void {
		for (const [port, asked] of this.#asked)
			for (let more = AT_ONCE - asked; more > 0 && left.length > 0; more--) {
				port.postMessage(left.pop());
				this.#asked.set(port, this.#asked.get(port)! + 1);
			}
	}

	#collect(): void {
		for (const port of this.#asked.keys())
			for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
				const { account, extraction } = got.message as Answer;
				this.#cache.keep(account, extraction);
				this.#asked.set(port, Math.max(0, this.#asked.get(port)! - 1));
			}
	}
}
