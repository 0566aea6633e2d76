import { register } from 'tsx/esm/api';
import { run, runTool } from './run.mjs';

/** Ways to get a browser when there is none: Playwright's own, then Debian's, which needs root. */
const INSTALLERS = [
	() => runTool('playwright/cli.js', ['install', 'chromium'], { quiet: true }),
	async () => {
		if (process.getuid?.() !== 0) return { code: 1, output: '' };
		await run('apt-get', ['update'], { quiet: true });
		return run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { quiet: true });
	}
];

/**
 * Finds a browser for the tests, or installs one.
 *
 * @returns {Promise<boolean>}
 */
export async function ensureBrowser() {
	const unregister = register();
	const { findBrowser } = await import('../../tests/support/browser.ts');
	await unregister();
	let path = findBrowser();
	for (const install of INSTALLERS) {
		if (path !== undefined) break;
		console.log('No browser found; installing one …');
		const { code, output } = await install();
		if (code !== 0) console.log(output.trim().split('\n').slice(-3).join('\n'));
		path = findBrowser();
	}
	console.log(path ?? 'No browser could be installed. Install Chromium, or name one with LATERAL_BROWSER.');
	return path !== undefined;
}
