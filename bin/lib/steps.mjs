import { buildStale } from './build.mjs';
import { ensureBrowser } from './browser.mjs';
import { runTool } from './run.mjs';

/**
 * @typedef {{ name: string, browser?: boolean, run: () => Promise<Outcome> }} Step
 * @typedef {{ passed: boolean, output?: string }} Outcome `output` is what it printed, where that was kept.
 */

/**
 * @param {string} name
 * @param {string} file Path of the tool under `node_modules/`.
 * @param {string[]} args
 * @param {{ browser?: boolean }} [options]
 * @returns {Step}
 */
function tool(name, file, args, { browser = false } = {}) {
	return {
		name,
		browser,
		run: async () => {
			const { code, output } = await runTool(file, args, { tell: true });
			return { passed: code === 0, output };
		}
	};
}

const VITEST = 'vitest/vitest.mjs';

/** What `npm test` runs, cheapest first. Those with `browser` are left out by `--quick`. */
export const STEPS = /** @type {Step[]} */ ([
	tool('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
	// SvelteKit writes the types of the routes, which the linter and the checker read.
	tool('routes', '@sveltejs/kit/svelte-kit.js', ['sync']),
	tool('lint', 'eslint/bin/eslint.js', ['.']),
	tool('types', 'svelte-check/bin/svelte-check', ['--threshold', 'warning', '--fail-on-warnings']),
	tool('dead code', 'knip/bin/knip.js', []),
	tool('unit tests', VITEST, ['run', '--project', 'unit']),
	{ name: 'build', run: async () => ({ passed: await buildStale() }) },
	tool('container', 'tsx/dist/cli.mjs', ['tools/container/main.ts']),
	{ name: 'browser', browser: true, run: async () => ({ passed: await ensureBrowser() }) },
	tool('component tests', VITEST, ['run', '--project', 'components', '--passWithNoTests'], { browser: true }),
	tool('journeys', '@playwright/test/cli.js', ['test', '--pass-with-no-tests'], { browser: true })
]);
