import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { type Import, isSafeName, readImport } from './import.ts';
import { MAX_IMPORT_BYTES, MAX_TEXT_BYTES } from './limits.ts';

/** Reads a folder with an `event.json` and one text or HTML file an account. Never leaves the folder. */
export async function readFolder(dir: string): Promise<Result<Import>> {
	const root = await realpath(dir).catch(() => null);
	if (!root) return fail('import_no_event', { name: dir });
	let total = 0;

	return readImport(async (name) => {
		if (!isSafeName(name)) return fail('import_bad_name', { name });
		const file = await realpath(path.join(root, name)).catch(() => null);
		if (!file) return ok(null);
		// A link inside the folder may point out of it.
		if (!file.startsWith(root + path.sep)) return fail('import_bad_name', { name });
		const info = await stat(file);
		if (!info.isFile()) return ok(null);
		if (info.size > MAX_TEXT_BYTES) {
			return fail('text_too_long', { name, size: info.size });
		}
		total += info.size;
		if (total > MAX_IMPORT_BYTES) return fail('import_too_large', { name, size: total });
		return ok(await readFile(file));
	});
}
