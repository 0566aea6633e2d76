import { type Draft, fail, type Result } from '#lib/model/index.ts';
import { readWhen } from '../when.ts';
import { toDraft } from './blocks.ts';
import { type Line, toParagraphs } from './pdf-lines.ts';

const MAX_PAGES = 300;

/** Bytes of a PDF, pictures included. */
const MAX_BYTES = 40 * 1024 * 1024;

/** Milliseconds after which a PDF is given up. */
const TIME_LIMIT = 20_000;

/** Reads the text layer of a PDF. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<Draft>> {
	if (bytes.byteLength > MAX_BYTES) return fail('text_too_long', { name, size: bytes.byteLength });
	// Loaded when it is needed: it is as large as the rest of the server.
	const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
	const task = getDocument({
		data: new Uint8Array(bytes),
		isEvalSupported: false,
		disableFontFace: true,
		useSystemFonts: false,
		stopAtErrors: false,
		verbosity: VerbosityLevel.ERRORS
	});
	const late = new Promise<never>((_resolve, reject) => {
		setTimeout(() => reject(new Error('late')), TIME_LIMIT).unref();
	});
	try {
		const document = await Promise.race([task.promise, late]);
		const lines: Line[][] = [];
		for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
			const page = await Promise.race([document.getPage(number), late]);
			const content = await Promise.race([page.getTextContent(), late]);
			lines.push(linesOf(content.items));
			page.cleanup();
		}
		const paragraphs = toParagraphs(lines);
		if (paragraphs.length === 0) return fail('no_text_layer', { name });
		const { info } = await document.getMetadata();
		const { Title: title, CreationDate: created } = info as { Title?: string; CreationDate?: string };
		const day = /^D:(\d{4})(\d{2})(\d{2})/.exec(created ?? '');
		// A title that a program made out of a file's name is none.
		const isOwn = title !== undefined && paragraphs.slice(0, 5).some((line) => line.includes(title.trim()));
		return toDraft(
			paragraphs,
			{
				title: isOwn ? title : undefined,
				madeAt: day ? readWhen(day.slice(1).join('-')) : null,
				note: 'The text of a PDF: pictures and the order of tables are not in it.'
			},
			name
		);
	} catch (error) {
		if ((error as Error).name === 'PasswordException') return fail('file_protected', { name });
		return fail('not_text', { name, type: 'a damaged PDF' });
	} finally {
		await task.destroy().catch(() => undefined);
	}
}

function linesOf(items: readonly object[]): Line[] {
	const lines: Line[] = [];
	let current: Line | null = null;
	for (const item of items as { str?: string; transform?: number[]; height?: number; hasEOL?: boolean }[]) {
		if (item.str === undefined) continue;
		const [, , , , x = 0, y = 0] = item.transform ?? [];
		const height: number = item.height || current?.height || 10;
		if (current === null || Math.abs(current.y - y) > height / 2) {
			current = { text: '', x, y, height };
			lines.push(current);
		}
		current.text += item.str;
		if (item.hasEOL) current = null;
	}
	return lines.filter((line) => line.text.trim() !== '');
}
