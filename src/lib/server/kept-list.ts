import { open, readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { log } from './log.ts';

/**
 * A small JSON file in the data folder, beside the events. It is written whole, one write after another, each on disk
 * before it takes the old one's place; one that cannot be understood is set aside and not written over.
 */
export class KeptList<Schema extends v.GenericSchema> {
	readonly #path: string;
	readonly #schema: Schema;
	#writing: Promise<void> = Promise.resolve();

	constructor(path: string, schema: Schema) {
		this.#path = path;
		this.#schema = schema;
	}

	/** What is kept; null where there is nothing yet. */
	async read(): Promise<v.InferOutput<Schema> | null> {
		const text = await readFile(this.#path, 'utf8').catch(() => null);
		if (text === null) return null;
		const parsed = v.safeParse(this.#schema, parseOrNull(text));
		if (parsed.success) return parsed.output;
		log('warn', 'a damaged file was set aside', { file: basename(this.#path) });
		await rename(this.#path, `${this.#path}.${Date.now()}.unread`).catch(() => undefined);
		return null;
	}

	write(value: v.InferInput<Schema>): Promise<void> {
		const text = `${JSON.stringify(value, null, '\t')}\n`;
		const write = async () => {
			const file = await open(`${this.#path}.tmp`, 'w');
			try {
				await file.writeFile(text);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(`${this.#path}.tmp`, this.#path);
		};
		return (this.#writing = this.#writing.catch(() => undefined).then(write));
	}
}

function parseOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
