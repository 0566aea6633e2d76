import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { BUNDLE_FILES, fail, type Failure, ok, type Result } from '#lib/model/index.ts';
import { EVENT_FILE, type Import, isSafeName, readImport } from './import.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES, MAX_ZIP_RATIO } from './limits.ts';

/** Bytes given to the unpacker at once: deflate can swell a thousandfold, so this bounds what one step makes. */
const STEP = 16 * 1024;

/** Unpacked bytes before the ratio counts: a short file of one letter is no bomb. */
const RATIO_FROM = 1024 * 1024;

/** What operating systems put into archives by themselves. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/;

/** Reads a zip of a folder with an `event.json`, at its top or one folder down. Nothing is written to disk. */
export async function readZip(bytes: Uint8Array): Promise<Result<Import>> {
	const unpacked = unpack(bytes);
	return unpacked.ok ? readFiles(unpacked.value) : unpacked;
}

/** Reads an import out of files by name, as a zip or a dropped folder gives them. */
export async function readFiles(files: ReadonlyMap<string, Uint8Array>): Promise<Result<Import>> {
	const names = [...files.keys()];
	// Read as a folder of accounts, a bundle would lose what people decided without a word.
	if (findRoot(names, BUNDLE_FILES.manifest) !== null) return fail('is_bundle');
	const root = findRoot(names);
	if (root === null) return fail('import_no_event');
	return readImport(async (name) => ok(files.get(root + name) ?? null));
}

/** The folder that a file (`event.json`) stands in, as a prefix; null where there is none. */
export function findRoot(names: readonly string[], file = EVENT_FILE): string | null {
	const events = names.filter((name) => name === file || name.endsWith(`/${file}`));
	const shallowest = events.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0];
	return shallowest?.slice(0, -file.length) ?? null;
}

/** Which names a zip may hold, and how many files. */
type Unpacking = { isAllowed?: (name: string) => boolean; most?: number };

/** Unpacks a zip in memory. Sizes are counted while unpacking: what the archive declares is only a promise. */
export function unpack(
	bytes: Uint8Array,
	{ isAllowed = isSafeName, most = MAX_IMPORT_FILES }: Unpacking = {}
): Result<Map<string, Uint8Array>> {
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail('not_a_zip');
	const files = new Map<string, Uint8Array>();
	const names = new Set<string>();
	let failure: Failure | null = null;
	let entries = 0;
	let pending = 0;
	let total = 0;
	let packed = 0;

	const refuse = (refused: Result<never>) => {
		if (!refused.ok) failure ??= refused.failure;
	};
	const unzip = new Unzip((file: UnzipFile) => {
		entries++;
		if (entries > most) return refuse(fail('import_too_large', { files: entries, limit: most }));
		if (file.name.endsWith('/') || LITTER.test(file.name)) return;
		if (!isAllowed(file.name)) return refuse(fail('import_bad_name', { name: file.name.slice(0, 200) }));
		// Two files of one name are two zips in one: another program would show the other.
		if (names.has(file.name)) return refuse(fail('import_twice', { name: file.name }));
		names.add(file.name);
		if ((file.originalSize ?? 0) > MAX_IMPORT_BYTES) return refuse(tooLarge(file.originalSize ?? 0));

		const chunks: Uint8Array[] = [];
		pending++;
		file.ondata = (error, chunk, isLast) => {
			if (error) return refuse(fail('not_a_zip'));
			total += chunk.length;
			if (total > MAX_IMPORT_BYTES || (total > RATIO_FROM && total > packed * MAX_ZIP_RATIO)) {
				return refuse(tooLarge(total));
			}
			chunks.push(chunk);
			if (!isLast) return;
			pending--;
			files.set(file.name, Buffer.concat(chunks));
		};
		file.start();
	});
	unzip.register(UnzipInflate);

	try {
		for (let at = 0; at < bytes.length && !failure; at += STEP) {
			packed = Math.min(at + STEP, bytes.length);
			unzip.push(bytes.subarray(at, packed), packed === bytes.length);
		}
	} catch {
		// The unpacker throws on bytes that are no zip, and on ways to pack that it does not know.
		refuse(fail('not_a_zip'));
	}
	if (failure) return { ok: false, failure };
	return pending > 0 ? fail('not_a_zip') : ok(files);
}

function tooLarge(size: number): Result<never> {
	return fail('import_too_large', { size });
}
