import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Runs a program in Lateral's folder and waits for its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] `quiet` keeps the output until something fails.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = process.env } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env,
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
			// npm is a script there, which only a shell can start.
			shell: process.platform === 'win32' && command === 'npm'
		});
		let output = '';
		/** @param {Buffer} data */
		const keep = (data) => void (output += data.toString());
		child.stdout?.on('data', keep);
		child.stderr?.on('data', keep);
		child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/**
 * Runs a program of an installed package with this Node.
 *
 * @param {string} file Path under `node_modules/`.
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
export function runTool(file, args, options) {
	return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options);
}
