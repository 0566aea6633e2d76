import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { showsUnseen } from './svelte.unseen.config.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: [showsUnseen(), vitePreprocess()],
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		// A page's styles come with it: twenty small files would each wait their turn on a slow line.
		inlineStyleThreshold: 40_000,
		// The hooks check every unsafe request themselves: this check lets JSON, and bodies without a type, through.
		csrf: { trustedOrigins: ['*'] },
		// D3 and Svelte set style attributes, hence the one 'unsafe-inline'.
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../bin/**/*.mjs',
					'../tools/**/*.ts',
					'../tests/**/*.ts',
					'../*.config.ts',
					'../*.config.js'
				]
			})
		}
	}
};
