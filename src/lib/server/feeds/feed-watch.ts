import { log } from '../log.ts';
import type { FeedBook } from './feed-book.ts';

/** Does some work later; gives what takes that back. */
export type Later = (work: () => void, milliseconds: number) => () => void;

/** The longest that a timer can wait. */
const LONGEST = 2 ** 31 - 1;

const LATER: Later = (work, milliseconds) => {
	const timer = setTimeout(work, milliseconds);
	// A look that is due must not keep the process from ending.
	timer.unref();
	return () => clearTimeout(timer);
};

/**
 * Looks by itself at the feeds for which a person has asked for that, each when it is due. With none of them no
 * timer runs and nothing is asked for.
 */
export class FeedWatch {
	readonly #book: FeedBook;
	readonly #now: () => number;
	readonly #later: Later;
	#takeBack: () => void = () => undefined;
	#isLooking = false;
	#isOver = false;

	constructor(book: FeedBook, now: () => number = Date.now, later: Later = LATER) {
		this.#book = book;
		this.#now = now;
		this.#later = later;
		book.onChange = () => void this.plan();
	}

	/** Waits for the next feed that is due, if there is any. */
	async plan(): Promise<void> {
		const due = await this.#book.nextDue();
		this.#takeBack();
		if (due === null || this.#isLooking || this.#isOver) return;
		const wait = Math.min(Math.max(due - this.#now(), 0), LONGEST);
		this.#takeBack = this.#later(() => void this.#look(), wait);
	}

	stop(): void {
		this.#isOver = true;
		this.#takeBack();
	}

	async #look(): Promise<void> {
		this.#isLooking = true;
		try {
			await this.#book.refreshDue();
		} catch (error) {
			log('error', 'looking at feeds failed', { reason: (error as Error).name });
		}
		this.#isLooking = false;
		await this.plan();
	}
}
