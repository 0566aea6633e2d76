import robotsParser from 'robots-parser';
import { ok, type Result } from '#lib/model/index.ts';

/** Milliseconds that a site's wishes are remembered. */
const KEPT = 24 * 60 * 60 * 1000;
const MOST_SITES = 1_000;

/** A site's pause between requests is honoured up to this many seconds. */
const LONGEST_DELAY = 60;

export type Wishes = { isAllowed: boolean; delay: number };

/** What was learnt: a robots.txt, null where the site keeps it to itself. */
type Known = { until: number; text: string | null };

/** What sites ask of programs (RFC 9309), remembered for a day. `read` fetches a robots.txt. */
export class RobotsBook {
	readonly #agent: string;
	readonly #now: () => number;
	readonly #known = new Map<string, Known>();

	constructor(agent: string, now: () => number) {
		this.#agent = agent;
		this.#now = now;
	}

	/** Whether the site lets programs fetch an address, and the seconds between two requests that it asks for. */
	async wishesOn(url: URL, read: (address: URL) => Promise<Result<string>>): Promise<Result<Wishes>> {
		const address = new URL('/robots.txt', url);
		const known = this.#known.get(url.origin);
		let text = known && known.until > this.#now() ? known.text : undefined;
		if (text === undefined) {
			const asked = await this.#ask(address, read);
			if (!asked.ok) return asked;
			text = asked.value;
			if (this.#known.size >= MOST_SITES) this.#known.delete(this.#known.keys().next().value ?? '');
			this.#known.set(url.origin, { until: this.#now() + KEPT, text });
		}
		if (text === null) return ok({ isAllowed: false, delay: 0 });
		const robots = robotsParser(address.href, text);
		return ok({
			isAllowed: robots.isAllowed(url.href, this.#agent) ?? true,
			delay: Math.min(robots.getCrawlDelay(this.#agent) ?? 0, LONGEST_DELAY)
		});
	}

	/**
	 * A site without wishes allows all; one whose wishes cannot be read is left alone, as the RFC asks. A site that
	 * is not there is told as such.
	 */
	async #ask(address: URL, read: (address: URL) => Promise<Result<string>>): Promise<Result<string | null>> {
		const answer = await read(address);
		if (answer.ok) return answer;
		const { code, detail } = answer.failure;
		if (code !== 'upstream') return answer;
		const status = Number(detail?.status);
		return ok(status >= 400 && status < 500 && status !== 429 ? '' : null);
	}
}
