import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	build: {
		// The first browsers with light-dark(). For older ones it would be rewritten to variables that follow the
		// color-scheme property; ours follows the meta element, and every colour would be gone.
		cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5']
	}
});
