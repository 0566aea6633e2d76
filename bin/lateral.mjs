#!/usr/bin/env node
import { register } from 'tsx/esm/api';
import { requireNode } from './lib/root.mjs';

requireNode();
// A reader that closes early (`lateral … | head`) is no failure.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});
register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2), {
	out: (/** @type {string} */ text) => void process.stdout.write(text),
	err: (/** @type {string} */ text) => void process.stderr.write(text)
});
