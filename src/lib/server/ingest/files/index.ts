import type { Draft, Result } from '#lib/model/index.ts';
import { fileKind } from '../../bytes/index.ts';
import { isHtmlName, readHtml } from '../html/index.ts';
import { readPlain } from '../plain.ts';
import { readDocx } from './docx.ts';
import { readMail, readSavedPage } from './mail.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';

/** Reads one file by its name's ending; a PDF is known by its first bytes too. Every other file is a text or refused. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<Draft>> {
	const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	if (ending === 'pdf' || (fileKind(bytes) === 'a PDF' && !isHtmlName(name))) return readPdf(bytes, name);
	if (isHtmlName(name)) return readHtml(bytes, name);
	switch (ending) {
		case 'md':
		case 'markdown':
			return readMarkdown(bytes, name);
		case 'docx':
			return readDocx(bytes, name);
		case 'eml':
			return readMail(bytes, name);
		case 'mhtml':
		case 'mht':
			return readSavedPage(bytes, name);
		default:
			return readPlain(bytes, name);
	}
}
