import { fileKind, isBinary } from '../bytes/index.ts';

/** What a fetch is for: one page a person asked for, one of many, a feed, or a site's robots.txt. */
export type Purpose = 'page' | 'batch' | 'feed' | 'robots';

const PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain|(?:text|application)\/xml)$/;
const FEED =
	/^(?:(?:text|application)\/(?:[\w.+-]*\+)?(?:xml|json)|text\/(?:html|plain)|application\/xhtml\+xml)$/;

const SPOKEN: readonly (readonly [RegExp, string])[] = [
	[/^image\//, 'an image'],
	[/^video\//, 'a film'],
	[/^audio\//, 'a sound file'],
	[/^application\/pdf$/, 'a PDF'],
	[/zip|octet-stream|compressed/, 'a file to download'],
	[/json/, 'data'],
	[/css|javascript/, 'a part of a page']
];

/** The media type out of a `Content-Type`, in small letters and without its parameters. */
export function mediaType(header: string | undefined): string {
	return (header ?? '').split(';')[0]!.trim().toLowerCase();
}

/** The charset out of a `Content-Type`. */
export function charsetOf(header: string | undefined): string | undefined {
	return /;\s*charset\s*=\s*["']?([\w:-]{1,40})/i.exec((header ?? '').slice(0, 300))?.[1];
}

/** What an answer of this type is, in words, where it is not what was asked for; null where it may be. */
export function wrongType(type: string, purpose: Purpose): string | null {
	if (purpose === 'robots' || type === '' || (purpose === 'feed' ? FEED : PAGE).test(type)) return null;
	return SPOKEN.find(([pattern]) => pattern.test(type))?.[1] ?? `something else (${type.slice(0, 60)})`;
}

/** What the first bytes show an answer to be, whatever it is called; null where it may be a text. */
export function wrongBytes(bytes: Uint8Array): string | null {
	const kind = fileKind(bytes);
	if (kind) return kind;
	const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
	return !isWide && isBinary(head) ? 'a binary file' : null;
}
