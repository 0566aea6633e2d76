import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What each part of the house may not import: nothing imports upwards (docs/ARCHITECTURE.md). */
const FORBIDDEN = {
	model: ['engine', 'viz', 'server', 'state', 'components', 'i18n'],
	i18n: ['model', 'engine', 'viz', 'server', 'state', 'components'],
	engine: ['viz', 'server', 'state', 'components', 'i18n'],
	viz: ['engine', 'server', 'state', 'components', 'i18n'],
	server: ['state', 'components'],
	state: ['engine', 'viz', 'server', 'components'],
	components: ['engine', 'server']
};

/** What can reach other sites: only the one guarded client may. */
const NETWORK = {
	group: [
		'undici',
		'node:net',
		'node:tls',
		'node:dns',
		'node:dns/promises',
		'node:http',
		'node:https',
		'node:http2'
	],
	message: 'Only server/fetch/ reaches other sites: use safeFetch, which checks every address.'
};

/** @param {string} from @param {string} to */
const message = (from, to) =>
	`${from}/ may not import ${to}/: nothing imports upwards (docs/ARCHITECTURE.md).`;

/** @type {import('eslint').Linter.Config[]} */
const layers = Object.entries(FORBIDDEN).map(([from, targets]) => ({
	files: [`src/lib/${from}/**/*.{ts,svelte}`],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					NETWORK,
					...targets.map((to) => ({
						group: [`#lib/${to}/**`, `**/../${to}/**`],
						message: message(from, to)
					}))
				]
			}
		]
	}
}));

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
	...layers,
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
