import { type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import { decodeBytes, fileKind, isBinary } from '../bytes/index.ts';
import { cutShort } from './cut-short.ts';
import { formOfText } from './form-of-text.ts';
import { guessTitle, readHeading } from './heading.ts';
import { guessLanguage } from './language.ts';
import { optional } from './optional.ts';
import { guessKind } from './source-kind.ts';
import { checkText, normaliseText } from './text.ts';
import { isWebAddress } from './url.ts';

/**
 * Reads a pasted text or a .txt file. The text is kept as it is, but for line ends and Unicode form; what is
 * read out of it (title, source, date, address) is only a proposal for the person to correct.
 */
export function readPlain(input: string | Uint8Array, name?: string): Result<Draft> {
	const decoded = typeof input === 'string' ? ok(input) : decodeText(input, name ?? '');
	if (!decoded.ok) return decoded;
	if (isBinary(decoded.value)) return fail('not_text', name ? { name } : {});
	// Before normalising, so that an oversized text costs nothing.
	const checked = checkText(decoded.value, name);
	if (!checked.ok) return checked;
	const text = normaliseText(checked.value).trim();
	const kept = checkText(text, name);
	if (!kept.ok) return kept;

	const { lines, source, day } = readHeading(text);
	return ok({
		title: guessTitle(lines),
		source: { name: source, kind: guessKind(source) },
		text,
		...optional('url', lines.find(isWebAddress)),
		...optional('publishedAt', day),
		...optional('language', guessLanguage(text)),
		...optional('note', formOfText(text)),
		rendering: 'verbatim',
		truncated: cutShort(text)
	});
}

/** The text of a .txt file's bytes: by its byte-order mark, else UTF-8, else windows-1252. */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
	const type = fileKind(bytes);
	if (type) return fail('not_text', { name, type });
	const text = decodeBytes(bytes);
	return isBinary(text) ? fail('not_text', { name, type: 'a binary file' }) : ok(text);
}
