#!/usr/bin/env node
import { installMissing } from './lib/install.mjs';
import { requireNode } from './lib/root.mjs';

const HELP = `Usage: npm test [-- --quick]

Runs every check, goes on after a failure, and ends with a summary and the line "N passed, N failed" (of steps).

  --quick    leave out what needs a browser
  --help     show this`;

requireNode();
const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--quick' && arg !== '--help');
if (unknown !== undefined) {
	console.error(`There is no option ${unknown}.\n${HELP}`);
	process.exit(2);
}
if (args.includes('--help')) {
	console.log(HELP);
	process.exit(0);
}

await installMissing();
const { STEPS } = await import('./lib/steps.mjs');

const results = [];
for (const { name, browser = false, run } of STEPS) {
	if (browser && args.includes('--quick')) continue;
	console.log(`\n— ${name}`);
	const start = performance.now();
	const { passed, output = '' } = await run();
	results.push({ name, passed, output, seconds: (performance.now() - start) / 1000 });
}

// Once more at the end, where a log that was cut short still has it.
for (const { name, output } of results.filter(({ passed, output }) => !passed && output)) {
	const lines = output.trimEnd().split('\n');
	console.log(`\n— ${name} failed; its last lines were:\n${lines.slice(-80).join('\n')}`);
}

console.log('\nSummary');
for (const { name, passed, seconds } of results) {
	console.log(`  ${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = results.filter((result) => !result.passed).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
