/**
 * Marks that turn the direction of a text, or that are there and cannot be seen. Joiners count only where they join
 * nothing: emoji, and scripts such as Arabic's, need them. A flag such as Scotland's is written with unseen tags, and
 * stays one: it is matched whole.
 */
const UNSEEN =
	/\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{P}\s>\u200b-\u200f\u2060])[\u200c\u200d]/gu;

/** Most texts have none, and a look is cheaper than a copy. */
const ANY = /[\u00ad-\u3164\ufeff-\ufffb]|[\udb40]/;

const FLAG = '\u{1f3f4}';

const SHOWN = /\[U\+([0-9A-F]{4,5})\]/g;

function replaced(text: string, by: (code: string) => string): string {
	if (!ANY.test(text)) return text;
	return text.replace(UNSEEN, (mark) =>
		mark.startsWith(FLAG) ? mark : by(mark.codePointAt(0)!.toString(16).padStart(4, '0'))
	);
}

/**
 * A text with everything written out that would not be seen, so that nobody is misled by it; anything else as it is.
 * Only for what is shown: what is kept, compared and searched stays as it came.
 *
 * @example
 * showUnseen('safe\u202etxt') // 'safe[U+202E]txt'
 */
export function showUnseen(text: string): string;
export function showUnseen(value: unknown): unknown;
export function showUnseen(value: unknown): unknown {
	return typeof value === 'string' ? replaced(value, (code) => `[U+${code.toUpperCase()}]`) : value;
}

/** The text of which `showUnseen` made this: for words that a person marked on a page. */
export function fromShown(text: string): string {
	return text.replace(SHOWN, (shown, code: string) => {
		const mark = String.fromCodePoint(Number.parseInt(code, 16));
		return showUnseen(mark) === shown ? mark : shown;
	});
}

/** JSON in which everything that would not be seen is escaped. */
export function escapeUnseen(json: string): string {
	return replaced(json, (code) =>
		code.length > 4
			? [...String.fromCodePoint(Number.parseInt(code, 16)).split('')]
					.map((unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
					.join('')
			: `\\u${code}`
	);
}
