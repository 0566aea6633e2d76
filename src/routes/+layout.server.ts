import { getAccess } from '#lib/server/access/current.ts';
import { readTheme, THEME_COOKIE } from '#lib/state/theme.svelte.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, locals }) => ({
	theme: readTheme(cookies.get(THEME_COOKIE)),
	/** What the reader may do here, where a passcode says so; null on a server for this machine alone. */
	signedIn: getAccess().isShared ? locals.role : null
});
