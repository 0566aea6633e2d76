import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { keptParts } from './vite.kept.config.ts';

/**
 * A font that comes late is kept for the next page: with the packages' own `swap`, lines would break anew under
 * the reader's eyes.
 */
const stillFonts: Plugin = {
	name: 'still-fonts',
	enforce: 'pre',
	transform: {
		filter: { id: /@fontsource-variable\/.*\.css$/ },
		handler: (code) => code.replaceAll('font-display: swap', 'font-display: optional')
	}
};

export default defineConfig({
	plugins: [stillFonts, keptParts, sveltekit()],
	build: {
		// The first browsers with light-dark(). For older ones it would be rewritten to variables that follow the
		// color-scheme property; ours follows the meta element, and every colour would be gone.
		cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5']
	}
});
