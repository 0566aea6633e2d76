import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './root.mjs';
import { runTool } from './run.mjs';

/** What a build is made from. */
const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
	'vite.kept.config.ts',
	'vite.worker.config.ts'
];

const STAMP = join(ROOT, 'build', '.stamp');
const LOCK = join(ROOT, 'node_modules', '.lateral-build.lock');

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
	if (!existsSync(join(ROOT, path))) return [];
	if (!statSync(join(ROOT, path)).isDirectory()) return [path];
	return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

/** A hash of everything that a build is made from; tests are not. */
function hashSources() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap(filesUnder).sort()) {
		if (/\.test\.ts$/.test(file)) continue;
		hash
			.update(`${file}\0`)
			.update(readFileSync(join(ROOT, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

/** Whether there is no build of the source as it is now. */
function isStale() {
	return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hashSources();
}

/**
 * Builds the server and the analysis thread when the build is stale, or always with `force`.
 *
 * @param {{ force?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<boolean>} False when building failed; what the tools said is on stderr then.
 */
export async function buildStale({ force = false, quiet = true } = {}) {
	if (!force && !isStale()) return true;
	await lock();
	try {
		// Another start may have built it while this one waited.
		if (!force && !isStale()) return true;
		if (quiet) console.log('Building (only after a change, less than a minute) …');
		return await build(quiet);
	} finally {
		rmSync(LOCK, { force: true });
	}
}

/** @param {boolean} quiet */
async function build(quiet) {
	rmSync(STAMP, { force: true });
	const before = hashSources();
	const env = { ...process.env, NODE_ENV: 'production' };
	for (const args of [['build'], ['build', '--config', 'vite.worker.config.ts']]) {
		const { code, output } = await runTool('vite/bin/vite.js', args, { quiet, env });
		if (code === 0) continue;
		console.error(output);
		console.error(`vite ${args.join(' ')} failed.`);
		return false;
	}
	// A source that changed meanwhile may be in the build or not: the next start finds out.
	writeFileSync(STAMP, before);
	return true;
}

/** Waits until no other process builds: two at once would write into each other's files. */
async function lock() {
	mkdirSync(join(ROOT, 'node_modules'), { recursive: true });
	for (;;) {
		try {
			writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
			return;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		}
		if (isAlive(Number(readOr(LOCK, '0')))) await wait(300);
		else rmSync(LOCK, { force: true });
	}
}

/** @param {string} path @param {string} otherwise */
function readOr(path, otherwise) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return otherwise;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
