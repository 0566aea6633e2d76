/** A page names its encoding within this many bytes, as HTML asks. */
const PRESCAN = 1024;

/** Encodings that Node names but a page may not choose: utf-7 and the like were used to smuggle mark-up. */
const UTF16 = /^utf-?16/i;

/**
 * Bytes to text: by byte-order mark, then by `header`, the charset that the answer named, then by what the
 * page's `<meta>` says, then UTF-8 where the bytes are valid UTF-8, and windows-1252, which accepts every byte,
 * at last.
 */
export function decodeBytes(bytes: Uint8Array, header?: string): string {
	for (const label of [sniffMark(bytes), header, sniffMeta(bytes)]) {
		const declared = label ? decoderFor(label) : null;
		if (declared) return declared.decode(bytes);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

function decoderFor(label: string): TextDecoder | null {
	try {
		return new TextDecoder(label);
	} catch {
		return null;
	}
}

function sniffMark(bytes: Uint8Array): string | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return null;
}

/** A `<meta>` that could be read as ASCII cannot be UTF-16: browsers take UTF-8 there, and so do we. */
function sniffMeta(bytes: Uint8Array): string | null {
	const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN));
	const label = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(head)?.[1];
	if (!label) return null;
	return UTF16.test(label) ? 'utf-8' : label;
}
