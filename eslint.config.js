import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { layers } from './tools/lint/layers.js';

/**
 * What each part may import beside itself: nothing imports upwards, and some reach less far than that
 * (docs/ARCHITECTURE.md).
 */
const MAY_IMPORT = {
	cli: ['server', 'viz', 'engine', 'model', 'i18n', 'text'],
	routes: ['components', 'state', 'server', 'viz', 'engine', 'model', 'i18n', 'text', 'styles'],
	'hooks.server.ts': ['server'],
	components: ['state', 'viz', 'model', 'i18n', 'text', 'styles'],
	state: ['model', 'i18n', 'text'],
	server: ['viz', 'engine', 'model', 'i18n', 'text'],
	viz: ['model', 'text'],
	engine: ['model', 'text'],
	model: [],
	i18n: [],
	text: [],
	styles: []
};

/** What can reach other sites: only the one guarded client may. */
const NETWORK = {
	regex: '^(undici(/.*)?|(node:)?(net|tls|dns|dns/promises|http|https|http2|dgram))$',
	message: 'Only server/fetch/ reaches other sites: use safeFetch, which checks every address.'
};

/** What reads files, the clock's machine or the process: not for what is pure. */
const NODE = {
	regex: '^node:',
	message: 'This part is pure: what it needs is handed in (docs/ARCHITECTURE.md).'
};

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'data/',
			'static/',
			'tests/fixtures/',
			'tests/e2e/.out/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...ts.configs.stylistic,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-explicit-any': 'error',
			// Index access is already `T | undefined`; a typed-array kernel may assert what its loop guarantees.
			'@typescript-eslint/no-non-null-assertion': 'off',
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		},
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			// The app can be hosted under a sub-path later; until then plain hrefs are plain.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		rules: { 'no-restricted-imports': ['error', { patterns: [NETWORK] }] }
	},
	{
		files: ['src/lib/{viz,engine,model,i18n,text}/**/*.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns: [NETWORK, NODE] }] }
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		plugins: { house: { rules: { layers } } },
		rules: { 'house/layers': ['error', MAY_IMPORT] }
	},
	{
		files: [
			'src/lib/server/**/*.ts',
			'src/cli/**/*.ts',
			'src/routes/**/*.server.ts',
			'src/routes/**/+server.ts'
		],
		rules: { 'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'] }
	},
	{
		files: ['src/lib/server/fetch/**/*.ts', 'src/**/*.test.ts'],
		rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' }
	}
);
