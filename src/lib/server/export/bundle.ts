import { createHash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import {
	BUNDLE_FILES,
	BUNDLE_FORMAT,
	type Account,
	type BundleManifest,
	type Event,
	type EventFolder
} from '#lib/model/index.ts';
import { comparisonJson } from './json.ts';

/** One moment for every file, in local time as zips have it: the same event gives the same bytes anywhere, any day. */
const MOMENT = new Date(1980, 0, 1);

/** An event as it stands, to be taken away as evidence: `comparison` and `reviews` belong to `accounts`. */
export type Evidence = Pick<
	Event,
	| 'name'
	| 'title'
	| 'what'
	| 'when'
	| 'createdAt'
	| 'changedAt'
	| 'accounts'
	| 'editions'
	| 'comparison'
	| 'reviews'
>;

/** Where the text of an account, or of an edition of one, lies. */
const textFile = ({ id }: { id: string }) => `texts/${id}.txt`;

/** An account by the name of the file that holds its text. */
function pointed({ text: _text, ...account }: Account, file: string): BundleManifest['accounts'][number] {
	return { ...account, file };
}

function manifestOf({ accounts, editions = [], comparison, ...event }: Evidence): BundleManifest {
	const { name, title, what, when, createdAt, changedAt } = event;
	return {
		format: BUNDLE_FORMAT,
		engine: comparison?.engine ?? null,
		event: { name, title, ...(what ? { what } : {}), ...(when ? { when } : {}), createdAt, changedAt },
		accounts: accounts.map((account) => pointed(account, textFile(account))),
		...(editions.length === 0
			? {}
			: {
					editions: editions.map((edition) => ({
						...edition,
						account: pointed(edition.account, textFile(edition))
					}))
				})
	};
}

/** The accounts as an `event.json`, which any Lateral compares once the bundle is unpacked. */
function folderOf({ name, title, what, when, accounts }: Evidence): EventFolder {
	return {
		event: name,
		title,
		...(what ? { what } : {}),
		...(when ? { when } : {}),
		accounts: accounts.map(({ text: _text, source, ...account }) => ({
			...account,
			outlet: source.name,
			kind: source.kind,
			file: textFile(account)
		}))
	};
}

const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** The files of a bundle by name, without their sums. */
function filesOf(event: Evidence): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>([
		[BUNDLE_FILES.manifest, json(manifestOf(event))],
		[BUNDLE_FILES.folder, json(folderOf(event))],
		[BUNDLE_FILES.reviews, json(event.reviews ?? [])]
	]);
	if (event.comparison !== null)
		files.set(BUNDLE_FILES.comparison, strToU8(comparisonJson(event.comparison)));
	for (const account of event.accounts) files.set(textFile(account), strToU8(account.text));
	for (const edition of event.editions ?? []) files.set(textFile(edition), strToU8(edition.account.text));
	return files;
}

/** Hexadecimal SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Lines of hash and name, in the order of the names, as `sha256sum -c` reads them. */
function sumsOf(files: ReadonlyMap<string, Uint8Array>): string {
	return [...files]
		.map(([name, bytes]) => `${hashBytes(bytes)}  ${name}\n`)
		.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
		.join('');
}

/**
 * An event as one zip: texts with their earlier editions, what is known of them, their hashes, the comparison, what people decided, and the
 * engine that was at work. The same event gives the same bytes. `seal` is the hash of the list of hashes: noted
 * elsewhere, it shows later that nothing in the bundle was changed.
 */
export function eventBundle(event: Evidence): { bytes: Uint8Array<ArrayBuffer>; seal: string } {
	const files = filesOf(event);
	const sums = strToU8(sumsOf(files));
	const entries: Zippable = {};
	for (const [name, bytes] of files) entries[name] = bytes;
	entries[BUNDLE_FILES.sums] = sums;
	return { bytes: new Uint8Array(zipSync(entries, { mtime: MOMENT })), seal: hashBytes(sums) };
}
