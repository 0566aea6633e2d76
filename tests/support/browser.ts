import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Switches that keep a test browser off the network and working without a sandbox or a graphics card. */
const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a browser to test with: the one named by `LATERAL_BROWSER`, Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
	const candidates = [process.env.LATERAL_BROWSER, chromium.executablePath(), ...SYSTEM_BROWSERS];
	return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Launch options for every browser test. */
export function launchOptions(): { executablePath?: string; args: string[] } {
	const executablePath = findBrowser();
	return { ...(executablePath ? { executablePath } : {}), args: ARGS };
}
