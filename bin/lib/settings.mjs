import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './root.mjs';

export const HELP = `Usage: npm start -- [options]      or: node bin/start.mjs [options]

Installs what is missing, builds when the source has changed, and serves Lateral on this machine.

  --port NUMBER    port to listen on                              LATERAL_PORT    4170
  --host NAME      address to listen on                           LATERAL_HOST    localhost
  --data FOLDER    where events are kept                          LATERAL_DATA    data/store
  --origin URL     address that people use, behind a proxy        LATERAL_ORIGIN  none
  --open           open the page in the browser                   LATERAL_OPEN    0
  --help           show this
  --version        show the version

Each option is also an environment variable, here or in a file named .env (see .env.example). An option goes
before the environment, and the environment before .env.

On localhost nobody signs in. Where others can reach it, on another address or behind a proxy, Lateral wants a
passcode for each role in use and does not start without: node bin/lateral.mjs passcode owner. LATERAL_ROLES
lists the roles in use, owner if it is not set: owner, editor (reads, adds, corrects), reader (reads).`;

/** @typedef {{ port: number, host: string, open: boolean, help: boolean, version: boolean }} Settings */

/**
 * Reads flags, environment and .env, and puts what the server reads into the environment.
 *
 * @param {string[]} args
 * @returns {Settings | string} The settings, or a sentence that says what is wrong.
 */
export function readSettings(args) {
	let flags;
	try {
		flags = parseArgs({
			args,
			options: {
				port: { type: 'string' },
				host: { type: 'string' },
				data: { type: 'string' },
				origin: { type: 'string' },
				open: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
				version: { type: 'boolean', short: 'v' }
			}
		}).values;
	} catch (error) {
		return /** @type {Error} */ (error).message;
	}
	const file = join(ROOT, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	for (const name of /** @type {const} */ (['port', 'host', 'data', 'origin'])) {
		const value = flags[name];
		if (value !== undefined) process.env[`LATERAL_${name.toUpperCase()}`] = value;
	}
	const port = Number(process.env.LATERAL_PORT?.trim() || 4170);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		return 'The port must be a number from 0 to 65535.';
	return {
		port,
		host: process.env.LATERAL_HOST?.trim() || 'localhost',
		open: flags.open ?? /^(1|true|yes)$/i.test(process.env.LATERAL_OPEN ?? ''),
		help: flags.help ?? false,
		version: flags.version ?? false
	};
}
