/** Bytes of one text or page, in UTF-8: about 900,000 words, above any article and any transcript of a day. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** Bytes of an import, packed out. */
export const MAX_IMPORT_BYTES = 100 * 1024 * 1024;

/** Files in an import. */
export const MAX_IMPORT_FILES = 1000;

/** Packed out to packed, past which a zip is taken for a bomb; deflated prose stays under 10. */
export const MAX_ZIP_RATIO = 100;

/** Bytes of an `event.json`. */
export const MAX_JSON_BYTES = 1024 * 1024;

/** Nesting of JSON: V8 parses far deeper, but cannot write such a value out again. */
export const MAX_JSON_DEPTH = 32;

/** Keys in one JSON document. */
export const MAX_JSON_KEYS = 10_000;

/** Nesting of a page's elements; news pages stay under 60. */
export const MAX_HTML_DEPTH = 256;

/** Elements of a page: a long live blog has 15,000, and 30,000 take a second to weigh. */
export const MAX_HTML_ELEMENTS = 30_000;

/** Bytes as the megabytes of a message: `6.1`. */
export function megabytes(bytes: number): string {
	return (Math.ceil((bytes / (1024 * 1024)) * 10) / 10).toString();
}
