import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/browser.ts';

const PORT = Number(process.env.E2E_PORT ?? 4179);
const STORE = process.env.E2E_STORE ?? 'tests/e2e/.out/store';

/** Journeys run against the built server with a data folder of their own. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: false,
	workers: 1,
	forbidOnly: Boolean(process.env.CI),
	// A journey that passes at its second try is listed as flaky: a slow machine must not hide what the others found.
	retries: process.env.CI ? 1 : 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${PORT}`,
		launchOptions: launchOptions(),
		trace: 'retain-on-failure'
	},
	webServer: {
		command: `node tests/support/empty-folder.mjs ${STORE} && node bin/start.mjs --port ${PORT} --data ${STORE}`,
		url: `http://localhost:${PORT}/healthz`,
		reuseExistingServer: false,
		timeout: 180_000
	}
});
