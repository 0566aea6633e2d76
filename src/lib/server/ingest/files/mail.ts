import PostalMime, { type Email } from 'postal-mime';
import { type Draft, fail, ok, type Result } from '#lib/model/index.ts';
import { readHtml } from '../html/index.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { isWebAddress } from '../url.ts';
import { readWhen } from '../when.ts';
import { paragraphsOf, toDraft } from './blocks.ts';

/** Saved pages carry their pictures. */
const MAX_BYTES = 6 * MAX_TEXT_BYTES;

/** Reads a saved e-mail (.eml): a press release, a statement, a newsletter. */
export async function readMail(bytes: Uint8Array, name: string): Promise<Result<Draft>> {
	const mail = await parse(bytes, name);
	if (!mail.ok) return mail;
	const { subject, from, date, text, html } = mail.value;
	const plain = text?.trim() ? text.split(/\n\s*\n/).map(unwrap) : null;
	const paragraphs = plain ? ok(plain) : paragraphsOf(html ?? '', name);
	if (!paragraphs.ok) return paragraphs;
	const source = from?.name?.trim() || from?.address?.split('@')[1];
	return toDraft(paragraphs.value, { title: subject, source, publishedAt: readWhen(date) }, name);
}

/** Reads a page that a browser saved in one file (.mhtml). */
export async function readSavedPage(bytes: Uint8Array, name: string): Promise<Result<Draft>> {
	const mail = await parse(bytes, name);
	if (!mail.ok) return mail;
	const { html, headers, date } = mail.value;
	if (!html) return fail('not_html', { name, type: 'a file without a page' });
	const read = readHtml(html, name);
	if (!read.ok) return read;
	const address = headers.find(({ key }) => /^(?:snapshot-)?content-location$/.test(key))?.value;
	return ok({
		...read.value,
		...(read.value.url === undefined && address && isWebAddress(address) ? { url: address } : {}),
		...(read.value.note === undefined && readWhen(date)
			? { note: `Saved on ${readWhen(date)?.slice(0, 10)}` }
			: {})
	});
}

async function parse(bytes: Uint8Array, name: string): Promise<Result<Email>> {
	if (bytes.byteLength > MAX_BYTES) return fail('text_too_long', { name, size: bytes.byteLength });
	try {
		return ok(await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 256 * 1024 }));
	} catch {
		return fail('not_text', { name, type: 'a damaged e-mail' });
	}
}

/** Mail breaks lines at 70 characters, within sentences. */
function unwrap(paragraph: string): string {
	return paragraph
		.split('\n')
		.map((line) => line.replace(/^>+ ?/, '').trim())
		.filter(Boolean)
		.join(' ');
}
