type Detail = Readonly<Record<string, string | number>>;
type Message = string | ((detail: Detail) => string);

const MEGABYTE = 1024 * 1024;

/** Bytes as megabytes, rounded up, so that a text just over the limit does not read as just the limit. */
const megabytes = (bytes: string | number) => `${Math.ceil((Number(bytes) / MEGABYTE) * 10) / 10} MB`;

const quoted = (text: string | number) => `'${text}'`;

/** The item's name where it has one, in quotation marks. */
const item = (detail: Detail, otherwise: string) =>
	detail.name === undefined ? otherwise : quoted(detail.name);

/** A part of a sentence that is left out where there is nothing to say. */
const part = (value: string | number | undefined, say: (value: string | number) => string) =>
	value === undefined ? '' : say(value);

const STOPPED: Record<string, string> = {
	time: 'it took longer than Lateral allows',
	memory: 'it needed more memory than Lateral allows',
	crash: 'a part of Lateral stopped unexpectedly',
	error: 'there is an error in Lateral'
};

/**
 * What a person reads when something did not work: what happened, to which item, and what to do. By failure
 * code; `detail` fills the blanks (sizes are in bytes), and every message also reads well without it.
 */
const MESSAGES = {
	text_empty: (detail) =>
		detail.name === undefined
			? 'Paste some text first. Nothing was saved.'
			: `${quoted(detail.name)} is empty. Nothing was saved.`,
	text_too_long: (detail) =>
		`${item(detail, 'This text')} ${detail.size === undefined ? 'is too long' : `has ${megabytes(detail.size)}`}; the limit is 5 MB (about 900,000 words).`,
	no_sentences: (detail) => `We found no sentences in ${item(detail, 'this text')}.`,
	not_html: (detail) =>
		`${item(detail, 'This file')} is ${part(detail.type, (type) => `${type}, `)}not a web page.`,
	not_text: (detail) =>
		`${item(detail, 'This file')} is ${part(detail.type, (type) => `${type}, `)}not a text.`,
	too_deep: (detail) => `${item(detail, 'This page')} is nested too deeply to read safely.`,
	no_article: (detail) =>
		detail.name === undefined
			? 'We could not find an article on this page. You can paste the text.'
			: `We could not find an article in ${quoted(detail.name)}. You can paste the text.`,
	import_too_large: (detail) =>
		detail.files === undefined
			? 'Unpacked, this import is larger than 100 MB. Stopped after 100 MB.'
			: `This import holds ${detail.files} files; the limit is 1,000.`,
	import_bad_name: (detail) =>
		`The import holds a file name that is not allowed${part(detail.name, (name) => `: ${quoted(name)}`)}.`,
	import_no_event: (detail) =>
		`There is no event.json in ${item(detail, 'this folder')}; it says which accounts there are and whose they are.`,
	import_missing_file: (detail) =>
		`event.json names ${item(detail, 'a file')}, which is not in the import. Nothing was imported.`,
	not_a_zip: (detail) => `${item(detail, 'This file')} is not a zip file, or it is damaged.`,
	json_too_deep: (detail) => `${item(detail, 'This JSON')} is nested deeper than 32 levels.`,
	json_forbidden_key: (detail) =>
		`The key ${quoted(detail.key ?? '__proto__')} is not allowed${part(detail.name, (name) => ` in ${quoted(name)}`)}${part(detail.line, (line) => ` (line ${line})`)}${part(detail.at, (at) => ` (at ${at})`)}.`,
	json_invalid: (detail) =>
		`${item(detail, 'The JSON')} is not valid JSON, or it ends too early${part(detail.line, (line) => ` (line ${line})`)}.`,
	field_invalid: (detail) => {
		const what = detail.at ?? detail.field ?? detail.name;
		return `${what === undefined ? 'A field' : quoted(what)} is missing or not as it should be. Correct it and try again.`;
	},
	schema_newer: (detail) =>
		`${item(detail, 'This file')} was made by a newer Lateral. Please update; nothing was changed.`,
	duplicate: (detail) => `You already have this account${part(detail.name, (name) => `: ${quoted(name)}`)}.`,
	not_found: 'There is no such page. It may have been removed.',
	bad_origin: 'This request came from another site and was not carried out.',
	storage_full: 'The disk is full. Your change was not saved; copy your text.',
	store_foreign: (detail) =>
		`The data folder ${part(detail.name, (name) => `${quoted(name)} `)}holds files that are not from Lateral. Choose an empty folder, or a new one, with --data.`,
	store_damaged: (detail) =>
		`${item(detail, 'A file of the data folder')} is damaged, so Lateral did not open the folder. Put back a copy of the file, or choose another folder with --data.`,
	store_read_only: 'Lateral may not write to its data folder. Your change was not saved; copy your text.',
	busy: (detail) =>
		`Too much work right now${part(detail.place, (place) => `; you are number ${place}`)}. Nothing is lost; try again in a minute.`,
	cancelled: 'The comparison was cancelled. The accounts are kept.',
	engine_failed: (detail) =>
		`The comparison stopped: ${STOPPED[String(detail.reason)] ?? STOPPED.error}. The accounts are kept; try again.`,
	request_too_large: (detail) =>
		`What you sent ${detail.size === undefined ? 'is too large' : `has ${megabytes(detail.size)}`}; the limit is ${megabytes(detail.limit ?? 50 * MEGABYTE)}. Nothing was saved.`,
	method_not_allowed: 'This address does not take such a request.',
	internal: 'Something went wrong in Lateral. What you did may not have been saved.'
} satisfies Record<string, Message>;

export type FailureMessageCode = keyof typeof MESSAGES;

/** The message of a failure code with its blanks filled. */
export function failureMessage(code: FailureMessageCode, detail: Detail = {}): string {
	const message: Message = MESSAGES[code];
	return typeof message === 'string' ? message : message(detail);
}
