/** Bytes of one text or page, in UTF-8: about 900,000 words, above any article and any transcript of a day. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** Bytes of an import, packed out. */
export const MAX_IMPORT_BYTES = 100 * 1024 * 1024;

/** Files in an import. */
export const MAX_IMPORT_FILES = 1000;

/** Files in a bundle: every account may have earlier editions. */
export const MAX_BUNDLE_FILES = 12_000;

/** Packed out to packed, past which a zip is taken for a bomb; deflated prose stays under 10. */
export const MAX_ZIP_RATIO = 100;

/** Nesting of JSON: V8 parses far deeper, but cannot write such a value out again. */
export const MAX_JSON_DEPTH = 32;

/** Values in one JSON file: the comparison of a thousand accounts has about two million. */
export const MAX_JSON_VALUES = 4_000_000;

/** Nesting of a page's elements; news pages stay under 60. */
export const MAX_HTML_DEPTH = 256;

/** Tags and character references of a page: a long live blog has 30,000 tags, and 60,000 take a second to weigh. */
export const MAX_HTML_PIECES = 60_000;
