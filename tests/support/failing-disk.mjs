/**
 * Loaded before a server (`--import`), this lets its disk fail as the file `LATERAL_TEST_DISK` says: `full`, so that
 * nothing more can be written, or `broken`, so that no sync succeeds; well where there is no such file.
 */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';

const says = () => {
	try {
		return readFileSync(process.env.LATERAL_TEST_DISK ?? '', 'utf8');
	} catch {
		return '';
	}
};

const handle = await open(process.execPath);
const { write, sync, datasync } = Object.getPrototypeOf(handle);
await handle.close();

/** @param {string} state @param {string} code @param {(...args: unknown[]) => Promise<unknown>} does */
const unless = (state, code, does) =>
	/** @this {unknown} @param {unknown[]} args */
	async function (...args) {
		if (says() === state) throw Object.assign(new Error(code), { code });
		return does.apply(this, args);
	};

Object.assign(Object.getPrototypeOf(handle), {
	write: unless('full', 'ENOSPC', write),
	sync: unless('broken', 'EIO', sync),
	datasync: unless('broken', 'EIO', datasync)
});
