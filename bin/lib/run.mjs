import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Runs a program in Lateral's folder and waits for its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, tell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 *   `quiet` keeps the output until something fails; `tell` shows it as it comes and keeps it too.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, tell = false, env = process.env } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env,
			stdio: quiet || tell ? ['ignore', 'pipe', 'pipe'] : 'inherit',
			// npm is a script there, which only a shell can start.
			shell: process.platform === 'win32' && command === 'npm'
		});
		let output = '';
		for (const [from, to] of /** @type {const} */ ([
			[child.stdout, process.stdout],
			[child.stderr, process.stderr]
		])) {
			from?.on('data', (/** @type {Buffer} */ data) => {
				output += data.toString();
				if (tell) to.write(data);
			});
		}
		child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
		/** @param {number | null} code */
		const end = (code) => resolve({ code: code ?? 1, output });
		child.on('close', end);
		// What it started may outlive it and hold the pipes open.
		child.on('exit', (code) => setTimeout(end, 2000, code).unref());
	});
}

/**
 * Runs a program of an installed package with this Node.
 *
 * @param {string} file Path under `node_modules/`.
 * @param {string[]} args
 * @param {{ quiet?: boolean, tell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
export function runTool(file, args, options) {
	return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options);
}
