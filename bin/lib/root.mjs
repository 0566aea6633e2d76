import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that Lateral is installed in. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @returns {string} Lateral's version. */
export function version() {
	return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

/** Ends the program with a sentence when this Node is too old for what follows. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Lateral needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
	process.exit(1);
}
