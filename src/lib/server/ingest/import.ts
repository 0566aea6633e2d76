import * as v from 'valibot';
import {
	type Account,
	type EventFolder,
	EventFolderSchema,
	fail,
	ok,
	type Result
} from '#lib/model/index.ts';
import { parseJson } from './json.ts';
import { isHtmlName, readHtml } from './html/index.ts';
import { otherLanguage } from './language.ts';
import { optional } from './optional.ts';
import { decodeText } from './plain.ts';
import { checkText, hashText, normaliseText } from './text.ts';
import { isWebAddress } from './url.ts';

export type Import = { event: EventFolder; accounts: Account[] };

/** What reads one file of an import: its bytes, null where there is no such file, or why it may not be read. */
export type ReadFile = (name: string) => Promise<Result<Uint8Array | null>>;

export const EVENT_FILE = 'event.json';

/** Each part of a path inside an import: begins with a letter, digit or underscore, so never `..` or a drive. */
const PATH_PART = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()'’,&+=@#-]*$/u;

/** Whether a name inside an import stays inside it and can be shown: `en/02-agency.txt`. */
export function isSafeName(name: string): boolean {
	return name.length <= 200 && name.split('/').every((part) => PATH_PART.test(part));
}

/** Makes the accounts of an import out of its `event.json` and the files that it names. */
export async function readImport(read: ReadFile): Promise<Result<Import>> {
	const json = await read(EVENT_FILE);
	if (!json.ok) return json;
	if (!json.value) return fail('import_no_event');
	const event = parseEvent(json.value);
	if (!event.ok) return event;

	const accounts: Account[] = [];
	for (const entry of event.value.accounts) {
		if (!isSafeName(entry.file)) return fail('import_bad_name', { name: entry.file });
		const bytes = await read(entry.file);
		if (!bytes.ok) return bytes;
		if (!bytes.value) return fail('import_missing_file', { name: entry.file });
		const account = toImported(entry, bytes.value);
		if (!account.ok) return account;
		accounts.push(account.value);
	}
	return ok({ event: event.value, accounts });
}

function parseEvent(bytes: Uint8Array): Result<EventFolder> {
	const text = decodeText(bytes, EVENT_FILE);
	if (!text.ok) return fail('json_invalid', { name: EVENT_FILE, line: 1 });
	const json = parseJson(text.value, EVENT_FILE);
	if (!json.ok) return json;
	const parsed = v.safeParse(EventFolderSchema, json.value);
	if (!parsed.success) {
		const issue = parsed.issues[0];
		return fail('field_invalid', { at: `${v.getDotPath(issue) ?? 'event'} in ${EVENT_FILE}` });
	}
	const ids = new Set<string>();
	for (const [index, { id, url }] of parsed.output.accounts.entries()) {
		const path = `accounts.${index}`;
		if (ids.has(id)) {
			return fail('field_invalid', { at: `${path}.id in ${EVENT_FILE}` });
		}
		if (url && !isWebAddress(url)) {
			return fail('field_invalid', { at: `${path}.url in ${EVENT_FILE}` });
		}
		ids.add(id);
	}
	return ok(parsed.output);
}

/** What `event.json` says about an account goes before what its page says. */
function toImported(entry: EventFolder['accounts'][number], bytes: Uint8Array): Result<Account> {
	const page = isHtmlName(entry.file) ? readHtml(bytes, entry.file) : null;
	if (page && !page.ok) return page;
	const found = page?.value;
	const decoded = found ? ok(found.text) : decodeText(bytes, entry.file);
	if (!decoded.ok) return decoded;
	const text = checkText(normaliseText(decoded.value), entry.file);
	if (!text.ok) return text;
	const rendering = entry.rendering === 'paraphrase' ? 'summary' : (entry.rendering ?? 'verbatim');
	return ok({
		id: entry.id,
		source: { name: entry.outlet, kind: entry.kind },
		title: entry.title?.trim() || found?.title || firstLine(text.value),
		text: text.value,
		...optional('url', entry.url ?? found?.url),
		...optional('publishedAt', entry.publishedAt ?? found?.publishedAt),
		...optional('language', entry.language ?? found?.language ?? otherLanguage(text.value)),
		...optional('authors', toNames(entry.authors) ?? found?.authors),
		rendering,
		truncated: entry.truncated ?? found?.truncated ?? false,
		...optional('note', entry.note),
		sha256: hashText(text.value)
	});
}

function toNames(authors: string | string[] | null | undefined): string[] | undefined {
	const names = typeof authors === 'string' ? authors.split(',') : (authors ?? []);
	const trimmed = names.map((name) => name.trim()).filter(Boolean);
	return trimmed.length > 0 ? trimmed : undefined;
}

/** The first line that says something, at most 300 characters. */
export function firstLine(text: string): string {
	const trimmed = text.trimStart();
	const end = trimmed.indexOf('\n');
	return (end === -1 ? trimmed : trimmed.slice(0, end)).trim().slice(0, 300);
}
