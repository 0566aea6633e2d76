import type { Cookies } from '@sveltejs/kit';

const COOKIE = 'lateral-who';
const YEAR = 365 * 24 * 3600;
const LONGEST = 100;

/** The name that this browser gave with its last decision; empty when it gave none. */
export function readWho(cookies: Cookies): string {
	return (cookies.get(COOKIE) ?? '').slice(0, LONGEST);
}

/** Remembers the name for the next decision. */
export function rememberWho(cookies: Cookies, who: string, url: URL): void {
	cookies.set(COOKIE, who.trim().slice(0, LONGEST), {
		path: '/',
		maxAge: YEAR,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}
