import { join } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import * as v from 'valibot';
import { fail, ok, type Result } from '#lib/model/index.ts';
import type { Files } from './files/files.ts';
import { putFile } from './files/put-file.ts';
import { newId } from './ulid.ts';

/** The file that says that a folder is a store of ours. */
export const MARKER = 'LATERAL.json';

/** Bumped when the folder's layout changes. In 1, an event was one file that each change wrote anew. */
export const STORE_SCHEMA = 2;

const MarkerSchema = v.object({
	format: v.literal('lateral-store'),
	schema: v.number(),
	store: v.string(),
	createdAt: v.string(),
	/** Samples that were put in place once; one that a person threw away does not come back. */
	samples: v.array(v.string())
});
export type Marker = v.InferOutput<typeof MarkerSchema>;

/** A lowdb adapter over one small JSON file. */
class JsonFile<T> implements Adapter<T> {
	readonly #files: Files;
	readonly #path: string;

	constructor(files: Files, path: string) {
		this.#files = files;
		this.#path = path;
	}

	/** The file's content, or null when there is no file. Throws a SyntaxError when it is not JSON. */
	async read(): Promise<T | null> {
		const bytes = await this.#files.read(this.#path);
		return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as T);
	}

	write(data: T): Promise<void> {
		return putFile(this.#files, this.#path, Buffer.from(`${JSON.stringify(data)}\n`));
	}
}

/** The marker of a folder, or a new one that is not yet on disk; fails where it is broken or of a newer Lateral. */
export async function readMarker(files: Files, folder: string): Promise<Result<Low<Marker>>> {
	const path = join(folder, MARKER);
	const marker = new Low<Marker>(new JsonFile<Marker>(files, path), {
		format: 'lateral-store',
		schema: 0,
		store: newId(),
		createdAt: new Date().toISOString(),
		samples: []
	});
	try {
		await marker.read();
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return fail('store_damaged', { name: path });
	}
	const schema: unknown = (marker.data as Marker | null)?.schema;
	if (typeof schema === 'number' && schema > STORE_SCHEMA) return fail('schema_newer', { name: folder });
	return v.is(MarkerSchema, marker.data) ? ok(marker) : fail('store_damaged', { name: path });
}
