import mammoth from 'mammoth';
import { type Draft, fail, type Result } from '#lib/model/index.ts';
import { fileKind } from '../../bytes/index.ts';
import { readWhen } from '../when.ts';
import { unpack } from '../zip.ts';
import { paragraphsOf, toDraft } from './blocks.ts';

/** Reads a Word document (.docx). What it unpacks to is counted before the library sees it. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Result<Draft>> {
	if (fileKind(bytes) === 'an old office document') return fail('file_protected', { name });
	const files = unpack(bytes, { isAllowed: () => true });
	if (!files.ok)
		return files.failure.code === 'not_a_zip'
			? fail('not_text', { name, type: 'a damaged document' })
			: files;
	if (!files.value.has('word/document.xml')) return fail('not_text', { name, type: 'no Word document' });
	let html: string;
	try {
		html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { includeDefaultStyleMap: true }))
			.value;
	} catch {
		return fail('not_text', { name, type: 'a damaged document' });
	}
	const paragraphs = paragraphsOf(html, name);
	if (!paragraphs.ok) return paragraphs;
	const core = Buffer.from(files.value.get('docProps/core.xml') ?? [])
		.toString('utf8')
		.slice(0, 20_000);
	const field = (tag: string) => new RegExp(`<${tag}[^>]{0,200}>([^<]{1,300})<`).exec(core)?.[1];
	return toDraft(paragraphs.value, { madeAt: readWhen(field('dcterms:created'))?.slice(0, 10) }, name);
}
