import { fail, ok, type Result } from '#lib/model/index.ts';
import { fileKind, isBinary } from './file-kind.ts';
import { decodeBytes } from './charset.ts';

/** The text of a .txt file's bytes: by its byte-order mark, else UTF-8, else windows-1252. */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
	const kind = fileKind(bytes);
	if (kind) return fail('not_text', { name, kind });
	const text = decodeBytes(bytes);
	return isBinary(text) ? fail('not_text', { name, kind: 'a binary file' }) : ok(text);
}
