import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Files } from '../../src/lib/server/store/files/files.ts';

/** The bytes that a text can lie in a file as: plain, escaped, in UTF-16 and in base64 at any place of it. */
function formsOf(text: string): Buffer[] {
	const json = JSON.stringify(text).slice(1, -1);
	const ascii = json.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
	const wide = Buffer.from(text, 'utf16le');
	const plain = Buffer.from(text);
	const coded = [0, 1, 2].map((before) => {
		const shifted = Buffer.concat([Buffer.alloc(before), plain]).toString('base64');
		// The first and the last group also depend on what stands beside the text.
		return Buffer.from(shifted.slice(4, Math.floor((before + plain.length) / 3) * 4));
	});
	const others = [json, ascii, encodeURIComponent(text), plain.toString('hex')].map((form) =>
		Buffer.from(form)
	);
	return [plain, wide, Buffer.from(wide).swap16(), ...coded, ...others];
}

/** What a file's bytes become where they are packed. */
function unpacked(bytes: Buffer): Buffer[] {
	return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((unpack) => {
		try {
			return [unpack(bytes)];
		} catch {
			return [];
		}
	});
}

/** The files under a folder that hold a text in any form, also in their names; texts are long enough to be no chance. */
export async function tracesOf(files: Files, folder: string, text: string): Promise<string[]> {
	const forms = formsOf(text);
	const found: string[] = [];
	for (const name of (await files.list(folder)) ?? []) {
		const path = `${folder}/${name}`;
		if ((await files.stat(path))?.kind === 'folder') found.push(...(await tracesOf(files, path, text)));
		else {
			const bytes = (await files.read(path)) ?? Buffer.alloc(0);
			const views = [Buffer.from(name), bytes, ...unpacked(bytes)];
			if (views.some((view) => forms.some((form) => view.includes(form)))) found.push(path);
		}
	}
	return found;
}
