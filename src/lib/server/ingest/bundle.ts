import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import {
	AccountSchema,
	BUNDLE_FILES,
	BUNDLE_FORMAT,
	BundleSchema,
	ComparisonSchema,
	fail,
	ok,
	ReviewSchema,
	type Account,
	type BundleManifest,
	type Comparison,
	type Edition,
	type Result,
	type Review
} from '#lib/model/index.ts';
import type { EventDraft } from '../store/store.ts';
import { isSafeName } from './import.ts';
import { parseJson } from './json.ts';
import { MAX_BUNDLE_FILES, MAX_IMPORT_BYTES } from './limits.ts';
import { checkText, hashText } from './text.ts';
import { isWebAddress } from './url.ts';
import { findRoot, unpack } from './zip.ts';

/** What a bundle holds, each file as it was when the bundle was made. */
export type Bundle = Pick<BundleManifest, 'engine' | 'event'> & {
	accounts: Account[];
	editions: Edition[];
	comparison: Comparison | null;
	reviews: Review[];
	/** The hash of its list of hashes, to compare with one that was noted when it was made. */
	seal: string;
};

type Files = ReadonlyMap<string, Uint8Array>;

const REFUSED_FORMAT = /^lateral-bundle\/\d+$/;

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const changed = (name: string): Result<never> => fail('bundle_changed', { name });

/**
 * Reads an event out of a bundle. Every file must be there and hash to what the bundle's list says, every text to what
 * its account says, and every word of the comparison must stand in the texts; the first that does not is named.
 */
export function readBundle(zip: Uint8Array): Result<Bundle> {
	const unpacked = unpack(zip, { most: MAX_BUNDLE_FILES });
	if (!unpacked.ok) return unpacked;
	const root = findRoot([...unpacked.value.keys()], BUNDLE_FILES.manifest);
	if (root === null) return fail('not_a_bundle');
	const files: Files = new Map([...unpacked.value].map(([name, bytes]) => [withoutRoot(name, root), bytes]));
	const seal = checkSums(files);
	if (!seal.ok) return seal;
	const manifest = readManifest(files);
	if (!manifest.ok) return manifest;
	const accounts = readAccounts(manifest.value, files);
	if (!accounts.ok) return accounts;
	const editions = readEditions(manifest.value, files);
	if (!editions.ok) return editions;
	const reviews = readJson(files, BUNDLE_FILES.reviews, v.pipe(v.array(ReviewSchema), v.maxLength(100_000)));
	if (!reviews.ok) return reviews;
	const comparison = readComparison(
		manifest.value,
		{ accounts: accounts.value, editions: editions.value },
		files
	);
	if (!comparison.ok) return comparison;
	const { engine, event } = manifest.value;
	return ok({
		engine,
		event,
		accounts: accounts.value,
		editions: editions.value,
		reviews: reviews.value,
		comparison: comparison.value,
		seal: seal.value
	});
}

const withoutRoot = (name: string, root: string) => (name.startsWith(root) ? name.slice(root.length) : name);

/** Holds every file against the list, and the list against the files; gives the list's own hash. */
function checkSums(files: Files): Result<string> {
	const sums = files.get(BUNDLE_FILES.sums);
	if (sums === undefined) return fail('bundle_missing', { name: BUNDLE_FILES.sums });
	const listed = new Map<string, string>();
	for (const line of new TextDecoder().decode(sums).split('\n')) {
		if (line === '') continue;
		const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
		if (sum === undefined || name === undefined || !isSafeName(name)) return changed(BUNDLE_FILES.sums);
		listed.set(name, sum);
	}
	for (const [name, sum] of listed) {
		const bytes = files.get(name);
		if (bytes === undefined) return fail('bundle_missing', { name });
		if (hash(bytes) !== sum) return changed(name);
	}
	for (const name of files.keys())
		if (name !== BUNDLE_FILES.sums && !listed.has(name)) return fail('bundle_foreign', { name });
	return ok(hash(sums));
}

function decode(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function readJson<S extends v.GenericSchema>(
	files: Files,
	name: string,
	schema: S
): Result<v.InferOutput<S>> {
	const bytes = files.get(name);
	if (bytes === undefined) return fail('bundle_missing', { name });
	const text = decode(bytes);
	if (text === null) return fail('json_invalid', { name, line: 1 });
	const value = parseJson(text, name, MAX_IMPORT_BYTES);
	if (!value.ok) return value;
	const parsed = v.safeParse(schema, value.value);
	// As it stands in the file, in the order of its keys, unless it holds more than the schema knows.
	if (parsed.success) return ok(isDeepStrictEqual(parsed.output, value.value) ? value.value : parsed.output);
	const format = (value.value as { format?: unknown } | null)?.format;
	const isNewer = format !== BUNDLE_FORMAT && typeof format === 'string' && REFUSED_FORMAT.test(format);
	if (isNewer) return fail('schema_newer');
	return fail('field_invalid', { at: `${v.getDotPath(parsed.issues[0]) ?? 'value'} in ${name}` });
}

type Pointed = BundleManifest['accounts'][number];

function readManifest(files: Files): Result<BundleManifest> {
	const read = readJson(files, BUNDLE_FILES.manifest, BundleSchema);
	if (!read.ok) return read;
	const { accounts, editions = [] } = read.value;
	const wrong = (at: string) => fail('field_invalid', { at: `${at} in ${BUNDLE_FILES.manifest}` });
	const ids = new Set<string>();
	for (const [at, account] of accounts.entries()) {
		if (ids.has(account.id)) return wrong(`accounts.${at}.id`);
		if (!hasSoundAddress(account)) return wrong(`accounts.${at}.url`);
		ids.add(account.id);
	}
	const numbers = new Map<string, number>();
	for (const [at, { id, account }] of editions.entries()) {
		const number = (numbers.get(account.id) ?? 0) + 1;
		if (!ids.has(account.id) || id !== `${account.id}@${number}`) return wrong(`editions.${at}.id`);
		if (!hasSoundAddress(account)) return wrong(`editions.${at}.account.url`);
		numbers.set(account.id, number);
	}
	return read;
}

const hasSoundAddress = ({ url }: Pointed) => !url || isWebAddress(url);

function readAccounts({ accounts }: BundleManifest, files: Files): Result<Account[]> {
	const read: Account[] = [];
	for (const pointed of accounts) {
		const account = readAccount(pointed, files);
		if (!account.ok) return account;
		read.push(account.value);
	}
	return ok(read);
}

function readEditions({ editions = [] }: BundleManifest, files: Files): Result<Edition[]> {
	const read: Edition[] = [];
	for (const { account: pointed, ...edition } of editions) {
		const account = readAccount(pointed, files);
		if (!account.ok) return account;
		read.push({ ...edition, account: account.value });
	}
	return ok(read);
}

function readAccount({ file, ...account }: Pointed, files: Files): Result<Account> {
	const bytes = files.get(file);
	if (bytes === undefined) return fail('bundle_missing', { name: file });
	const text = decode(bytes);
	if (text === null || hashText(text) !== account.sha256) return changed(file);
	const sound = checkText(text, file);
	return sound.ok ? ok(v.parse(AccountSchema, { ...account, text: sound.value })) : sound;
}

type Said = Pick<Bundle, 'accounts' | 'editions'>;

function readComparison(
	{ engine, event }: BundleManifest,
	said: Said,
	files: Files
): Result<Comparison | null> {
	const name = BUNDLE_FILES.comparison;
	if (engine === null) return ok(null);
	const read = readJson(files, name, ComparisonSchema);
	if (!read.ok) return read;
	const isOf = read.value.event.id === event.name && standsIn(read.value, said);
	return isOf ? read : changed(name);
}

/** Whether a comparison speaks of these accounts alone, in their own words, and of no claim that it does not have. */
function standsIn(comparison: Comparison, { accounts, editions }: Said): boolean {
	const byHash = new Map(
		[...accounts, ...editions.map(({ account }) => account)].map((one) => [one.sha256, one.text])
	);
	const isIn = (hash: string, words?: { start: number; end: number; text: string }) =>
		words === undefined || byHash.get(hash)?.slice(words.start, words.end) === words.text;
	const texts = new Map(accounts.map((account) => [account.id, account]));
	const claims = new Map(comparison.claims.map((claim) => [claim.id, claim]));
	const known = (ids: readonly string[], where: ReadonlyMap<string, unknown>) =>
		ids.every((id) => where.has(id));
	return (
		comparison.accounts.every(({ id, sha256 }) => texts.get(id)?.sha256 === sha256) &&
		comparison.claims.every(
			({ account, start, end, text }) => texts.get(account)?.text.slice(start, end) === text
		) &&
		comparison.lines.every(
			({ versions, silent, unknown, origins }) =>
				versions.every((version) => known(version.claims, claims)) &&
				known([...silent, ...unknown, ...origins.flatMap((origin) => origin.accounts)], texts)
		) &&
		comparison.relations.every(
			({ a, b, reason }) =>
				known([a, b], claims) &&
				known(
					reason.evidence.map(({ claim }) => claim),
					claims
				)
		) &&
		(comparison.editions ?? []).every(
			({ account, before, after, changes }) =>
				texts.has(account) &&
				changes.every(
					(change) =>
						isIn(before, change.before) && isIn(after, change.after) && known(change.still ?? [], claims)
				)
		)
	);
}

/** The event that a bundle makes in the store. */
export function bundledEvent({ event, accounts, editions, comparison, reviews }: Bundle): EventDraft {
	const { name, title, what, when } = event;
	return { name, title, what, when, accounts, editions, comparison, reviews };
}
