#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { buildStale } from './lib/build.mjs';
import { installMissing } from './lib/install.mjs';
import { requireNode, version } from './lib/root.mjs';
import { serve } from './lib/serve.mjs';
import { HELP, readSettings } from './lib/settings.mjs';

/** Milliseconds after which a stop that hangs is cut short. */
const LAST_RESORT = 9_000;

/** How the process ends when its disk did not keep what it took: EX_IOERR of sysexits. */
const DISK_FAILED = 74;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

async function main() {
	requireNode();
	const settings = readSettings(process.argv.slice(2));
	if (typeof settings === 'string') {
		console.error(`${settings}\nSee npm start -- --help.`);
		process.exit(2);
	}
	if (settings.help) return console.log(HELP);
	if (settings.version) return console.log(version());

	await installMissing();
	if (!(await buildStale())) process.exit(1);
	const { host } = settings;
	// The store may say so while it is being opened.
	const diskFailed = new Promise((resolve) => void process.once('lateral:disk-failed', resolve));
	const server = await serve(settings).catch((error) => explain(error, settings));
	const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
	const address = `http://${name === '0.0.0.0' || name === '[::]' ? 'localhost' : name}:${server.port}`;
	console.log(`Lateral is at ${address}`);
	if (!LOOPBACK.test(host)) {
		console.warn(
			`Others can reach Lateral on ${host}, with a passcode.${process.env.LATERAL_ORIGIN?.startsWith('https:') ? '' : ' The connection is not encrypted: anyone on the same network can read passcodes and texts. Put https in front of it, and say so with --origin.'}`
		);
	}
	console.log('Stop it with Ctrl+C.');
	if (settings.open) openBrowser(address);

	let stopping = false;
	/** @param {number} code */
	const stop = (code) => {
		if (stopping) process.exit(code || 1);
		stopping = true;
		process.exitCode = code;
		setTimeout(() => process.exit(code || 1), LAST_RESORT).unref();
		void server.stop();
	};
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
	void diskFailed.then(() => {
		console.error(
			'Lateral ends, since the disk did not keep what it took. All that was confirmed before is there. Start it again when the disk is well.'
		);
		stop(DISK_FAILED);
	});
}

/**
 * Says why Lateral did not start, and ends.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {{ host: string, port: number }} settings
 * @returns {never}
 */
function explain(error, { host, port }) {
	if (error.code === 'EADDRINUSE') {
		console.error(
			`Port ${port} is taken, by another Lateral or another program. Choose another: npm start -- --port ${port + 1}`
		);
	} else if (error.code === 'EACCES' && error.syscall === 'listen') {
		console.error(`This user may not listen on port ${port}. Choose one above 1023 with --port.`);
	} else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
		console.error(`This machine has no address '${host}'. Choose another with --host.`);
	} else {
		console.error(`Lateral did not start. ${error.message}`);
	}
	process.exit(1);
}

/** @param {string} address */
function openBrowser(address) {
	const [command, ...args] =
		process.platform === 'darwin'
			? ['open', address]
			: process.platform === 'win32'
				? ['cmd', '/c', 'start', '', address]
				: ['xdg-open', address];
	const child = spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true });
	child.on('error', () => console.log('No browser could be opened; follow the address above.'));
	child.unref();
}

await main();
