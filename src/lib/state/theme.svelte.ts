import { createContext } from 'svelte';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookie that carries the reader's choice, so that the server renders it and nothing flashes. */
export const THEME_COOKIE = 'theme';

const YEAR = 365 * 24 * 3600;

/** Reads a theme out of a cookie or a form; anything unknown means: follow the system. */
export function readTheme(text: unknown): Theme {
	return THEMES.find((theme) => theme === text) ?? 'system';
}

/** Light, dark, or as the system has it. */
export class ThemeState {
	#current = $state<Theme>('system');

	constructor(initial: Theme) {
		this.#current = initial;
	}

	get current(): Theme {
		return this.#current;
	}

	set current(theme: Theme) {
		this.#current = theme;
		document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
	}

	/** Content of the color-scheme meta element. */
	get scheme(): string {
		return this.#current === 'system' ? 'light dark' : this.#current;
	}
}

export const [getTheme, setTheme] = createContext<ThemeState>();
