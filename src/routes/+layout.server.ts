import { readTheme, THEME_COOKIE } from '#lib/state/theme.svelte.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies }) => ({ theme: readTheme(cookies.get(THEME_COOKIE)) });
