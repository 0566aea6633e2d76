import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Whether the packages are missing, or older than the list of what should be there. */
function isStale() {
	const installed = join(ROOT, 'node_modules', '.package-lock.json');
	if (!existsSync(installed)) return true;
	return statSync(installed).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

/**
 * Installs the packages when they are missing or old. Ends the program when that fails.
 *
 * @returns {Promise<void>}
 */
export async function installMissing() {
	if (!isStale()) return;
	console.log('Installing packages (only this first time, about a minute) …');
	// Tests and tools are wanted too, whatever NODE_ENV says.
	const { code, output } = await run('npm', ['ci', '--include=dev'], { quiet: true });
	if (code === 0) return;
	console.error(output);
	console.error(
		'The packages could not be installed. Installing needs a network; everything after works without.'
	);
	process.exit(1);
}
