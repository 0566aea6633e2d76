import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { LexiconFiles } from '#lib/engine/types.ts';
import { packageRoot } from './root.ts';

const UNPACK: Record<string, (bytes: Uint8Array) => Uint8Array> = {
	br: brotliDecompressSync,
	gz: gunzipSync
};

/**
 * Reads the word lists and weights under `data/lexicon/`; `tags.bin.gz` becomes `tags.bin`. Throws when the
 * folder is missing, since nothing works without it.
 */
export function loadLexicon(folder = join(packageRoot(), 'data', 'lexicon')): LexiconFiles {
	const files: Record<string, Uint8Array> = {};
	for (const file of readdirSync(folder).sort()) {
		const [, name, suffix] = /^(.+\.(?:bin|json))(?:\.(br|gz))?$/.exec(file) ?? [];
		if (name === undefined) continue;
		const bytes = readFileSync(join(folder, file));
		files[name] = suffix === undefined ? bytes : UNPACK[suffix]!(bytes);
	}
	return files;
}
