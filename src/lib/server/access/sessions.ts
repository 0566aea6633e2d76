import { createHash, randomBytes } from 'node:crypto';
import type { Role } from './roles.ts';

/** Seconds that a sign-in lasts when nobody signs out. */
export const LASTS = 30 * 24 * 3600;

/** Sign-ins that are remembered at most; the oldest go first. */
const MOST = 10_000;

type Session = { role: Role; until: number; key: string };

/** What a token is known by here: nobody can make the token out of it. */
export const nameOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * Who is signed in. A token is 32 random bytes that only its browser knows: here is its SHA-256. Sign-ins live as
 * long as the server does.
 */
export class Sessions {
	readonly #known = new Map<string, Session>();
	readonly #now: () => number;

	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** Opens a session and gives its token. `key` is the hash of the passcode: it ends when that is changed. */
	open(role: Role, key: string): string {
		const token = randomBytes(32).toString('base64url');
		this.#known.set(nameOf(token), { role, key, until: this.#now() + LASTS * 1000 });
		const oldest = this.#known.keys().next();
		if (this.#known.size > MOST && !oldest.done) this.#known.delete(oldest.value);
		return token;
	}

	/** Whose session a token opens, or null; `keyOf` tells the present passcode of a role. */
	roleOf(token: string | undefined, keyOf: (role: Role) => string | undefined): Role | null {
		if (token === undefined) return null;
		const name = nameOf(token);
		const session = this.#known.get(name);
		if (session === undefined) return null;
		if (session.until > this.#now() && keyOf(session.role) === session.key) return session.role;
		this.#known.delete(name);
		return null;
	}

	close(token: string | undefined): void {
		if (token !== undefined) this.#known.delete(nameOf(token));
	}
}
