import { redirect } from '@sveltejs/kit';
import { readTheme, THEME_COOKIE } from '#lib/state/theme.svelte.ts';
import type { RequestHandler } from './$types';

/** Keeps the reader's choice of colours for a browser without JavaScript, and returns to where it was made. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	cookies.set(THEME_COOKIE, readTheme(form.get('theme')), {
		path: '/',
		maxAge: 365 * 24 * 3600,
		httpOnly: false,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	const back = new URL(String(form.get('back') ?? '/'), url);
	redirect(303, back.origin === url.origin ? back.pathname + back.search : '/');
};
