#!/usr/bin/env node
// Ends with 0 when the Lateral of this machine answers, else with 1: for a container's health check.
import { readSettings } from './lib/settings.mjs';

const settings = readSettings([]);
if (typeof settings === 'string') {
	console.error(settings);
	process.exit(2);
}
try {
	const answer = await fetch(`http://localhost:${settings.port}/healthz`, {
		signal: AbortSignal.timeout(4_000)
	});
	process.exitCode = answer.ok ? 0 : 1;
} catch {
	process.exitCode = 1;
}
