type Detail = Readonly<Record<string, string | number>>;
type Message = string | ((detail: Detail) => string);

const megabytes = (bytes: string | number | undefined) => `${(Number(bytes) / 1_000_000).toFixed(1)} MB`;
const quoted = (name: string | number) => `'${name}'`;
const named = (detail: Detail, otherwise: string) =>
	detail.name === undefined ? otherwise : quoted(detail.name);

const STOPPED: Record<string, string> = {
	time: 'it took longer than Lateral allows',
	memory: 'it needed more memory than Lateral allows',
	crash: 'a part of Lateral stopped unexpectedly',
	error: 'there is an error in Lateral'
};

/**
 * What a person reads when something did not work: what happened, to which item, and what to do. By failure
 * code; `detail` fills the blanks, and every message also reads well without it.
 */
export const FAILURE_MESSAGES = {
	text_empty: 'Paste some text first. Nothing was saved.',
	text_too_long: ({ size, name }) =>
		`${name === undefined ? 'This text' : quoted(name)} ${size === undefined ? 'is too long' : `has ${megabytes(size)}`}; the limit is 5 MB (about 900,000 words).`,
	no_sentences: ({ name }) => `We found no sentences in ${name === undefined ? 'this text' : quoted(name)}.`,
	not_html: ({ name, type }) =>
		type === undefined
			? `${name === undefined ? 'This file' : quoted(name)} is not a web page.`
			: `${name === undefined ? 'This file' : quoted(name)} is ${type}, not a web page.`,
	not_text: ({ name, type }) =>
		type === undefined
			? `${name === undefined ? 'This file' : quoted(name)} is not a text.`
			: `${name === undefined ? 'This file' : quoted(name)} is ${type}, not a text.`,
	too_deep: (detail) => `${named(detail, 'This page')} is nested too deeply to read safely.`,
	no_article: (detail) =>
		`We could not find an article ${detail.name === undefined ? 'on this page' : `in ${quoted(detail.name)}`}. You can paste the text.`,
	import_too_large: 'Unpacked, this import is larger than 100 MB. Stopped after 100 MB.',
	import_bad_name: (detail) =>
		`The import holds a file name that is not allowed${detail.name === undefined ? '' : `: ${quoted(detail.name)}`}.`,
	import_no_event: (detail) =>
		`There is no event.json in ${named(detail, 'this folder')}, so we do not know which accounts belong to it.`,
	import_missing_file: (detail) =>
		`event.json names ${named(detail, 'a file')}, but the folder does not hold it. Nothing was imported.`,
	not_a_zip: (detail) => `${named(detail, 'This file')} is not a zip file, or it is damaged.`,
	json_too_deep: 'This JSON is nested deeper than 32 levels.',
	json_forbidden_key: ({ name, at }) =>
		`The key ${quoted(name ?? '__proto__')} is not allowed${at === undefined ? '' : ` (at ${at})`}.`,
	json_invalid: ({ line, name }) => {
		const what = name === undefined ? 'The JSON' : quoted(name);
		return `${what} is not valid JSON, or it ends too early${line === undefined ? '' : ` (line ${line})`}.`;
	},
	field_invalid: ({ name, at, field }) => {
		const what = field ?? at ?? name;
		return `${what === undefined ? 'One field' : quoted(what)} is missing or not as it should be. Correct it and try again.`;
	},
	schema_newer: (detail) =>
		`${named(detail, 'This file')} was made by a newer Lateral. Please update; nothing was changed.`,
	duplicate: (detail) =>
		`You already have this account${detail.name === undefined ? '' : `: ${quoted(detail.name)}`}.`,
	not_found: 'There is no such page. It may have been removed.',
	bad_origin: 'This request came from another site and was not carried out.',
	storage_full: "The server's disk is full. Your change was not saved; copy your text.",
	store_foreign: (detail) =>
		`The data folder ${named(detail, '')} holds files that are not Lateral's. Choose an empty folder, or a new one, with --data.`,
	store_damaged: (detail) =>
		`${named(detail, 'A file of the data folder')} is damaged, so Lateral did not open the folder. Put back a copy of the file, or choose another folder with --data.`,
	store_read_only: 'Lateral may not write to its data folder. Your change was not saved; copy your text.',
	busy: ({ place }) =>
		`Too much work right now${place === undefined ? '' : `; you are number ${place}`}. Nothing is lost; try again in a minute.`,
	cancelled: 'The comparison was cancelled. The accounts are kept.',
	engine_failed: ({ reason }) =>
		`The comparison stopped: ${STOPPED[String(reason)] ?? STOPPED.error}. The accounts are kept; try again.`,
	internal: 'Something went wrong in Lateral. What you did may not have been saved.'
} satisfies Record<string, Message>;

/** The message of a failure code with its blanks filled. */
export function failureMessage(code: keyof typeof FAILURE_MESSAGES, detail: Detail = {}): string {
	const message: Message = FAILURE_MESSAGES[code];
	return typeof message === 'string' ? message : message(detail);
}
