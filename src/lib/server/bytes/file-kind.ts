/** First bytes of the files that people mistake for pages or texts, and what to call such a file. */
const SIGNATURES: readonly (readonly [string, string])[] = [
	['\x89PNG\r\n', 'an image (PNG)'],
	['\xff\xd8\xff', 'an image (JPEG)'],
	['GIF8', 'an image (GIF)'],
	['II*\x00', 'an image (TIFF)'],
	['%PDF-', 'a PDF'],
	['PK\x03\x04', 'a zip archive or an office document'],
	['PK\x05\x06', 'an empty zip archive'],
	['\x1f\x8b', 'a gzip archive'],
	['7z\xbc\xaf\x27\x1c', 'a 7-zip archive'],
	['Rar!', 'a RAR archive'],
	['\xd0\xcf\x11\xe0', 'an old office document'],
	['{\\rtf', 'a rich-text document'],
	['ID3', 'a sound file'],
	['OggS', 'a sound file'],
	['\x7fELF', 'a program'],
	['wOFF', 'a font']
];

/** What a file is when it is neither a page nor a text, by its first bytes; null where it may be either. */
export function fileKind(bytes: Uint8Array): string | null {
	const head = String.fromCharCode(...bytes.subarray(0, 16));
	for (const [signature, kind] of SIGNATURES) if (head.startsWith(signature)) return kind;
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'an image (WebP)';
	if (head.slice(4, 8) === 'ftyp') return 'a film or an image (MP4, HEIC)';
	return null;
}

/** Whether decoded text is no text: NUL never stands in one. */
export function isBinary(text: string): boolean {
	return text.includes('\u0000');
}
