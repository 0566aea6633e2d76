import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { ROLES, type Role } from './roles.ts';

/** Letters that a passcode has at least: what a limited number of tries cannot guess. */
export const LEAST_LETTERS = 10;

/** Letters that a passcode has at most, so that a long one cannot keep the machine busy. */
const MOST_LETTERS = 200;

/** Costs of scrypt as OWASP's password storage cheat sheet asks: 2^15 rounds of 8 blocks, 32 MiB, thrice. */
const COST = { N: 2 ** 15, r: 8, p: 3 } satisfies ScryptOptions;
const MEMORY = 64 * 1024 * 1024;
const KEY_BYTES = 32;

const HashSchema = v.object({
	N: v.pipe(v.number(), v.integer(), v.maxValue(2 ** 17)),
	r: v.pipe(v.number(), v.integer(), v.maxValue(16)),
	p: v.pipe(v.number(), v.integer(), v.maxValue(16)),
	salt: v.pipe(v.string(), v.base64()),
	key: v.pipe(v.string(), v.base64())
});

/** A passcode as it is kept: never the passcode itself. */
export type PasscodeHash = v.InferOutput<typeof HashSchema>;

const FileSchema = v.object({
	format: v.literal('lateral-access/1'),
	passcodes: v.object({
		owner: v.optional(HashSchema),
		editor: v.optional(HashSchema),
		reader: v.optional(HashSchema)
	})
});

export type Passcodes = v.InferOutput<typeof FileSchema>['passcodes'];

function derive(passcode: string, salt: Buffer, { N, r, p }: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>) {
	return new Promise<Buffer>((resolve, reject) =>
		scrypt(passcode.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 2 * MEMORY }, (error, key) =>
			error === null ? resolve(key) : reject(error)
		)
	);
}

/** Hashes a passcode with scrypt (RFC 7914). Fails with `passcode_short` or `passcode_long`. */
export async function hashPasscode(passcode: string): Promise<Result<PasscodeHash>> {
	const letters = [...passcode].length;
	if (letters < LEAST_LETTERS) return fail('passcode_short', { least: LEAST_LETTERS });
	if (letters > MOST_LETTERS) return fail('passcode_long', { most: MOST_LETTERS });
	const salt = randomBytes(16);
	const key = await derive(passcode, salt, COST);
	return ok({ ...COST, salt: salt.toString('base64'), key: key.toString('base64') });
}

/** Whether a passcode is the one that was hashed; takes the same time whatever the answer. */
export async function isPasscode(passcode: string, hash: PasscodeHash): Promise<boolean> {
	if (passcode.length > 2 * MOST_LETTERS) return false;
	const key = Buffer.from(hash.key, 'base64');
	const given = await derive(passcode, Buffer.from(hash.salt, 'base64'), hash);
	return key.length === given.length && timingSafeEqual(key, given);
}

/** Where a data folder keeps the hashes of its passcodes. */
export function passcodeFile(data: string): string {
	return join(data, 'access.json');
}

/** The passcodes of a data folder; none when none was ever set. Throws when the file cannot be understood. */
export async function readPasscodes(data: string): Promise<Passcodes> {
	const path = passcodeFile(data);
	if (!existsSync(path)) return {};
	const parsed = v.safeParse(FileSchema, JSON.parse(await readFile(path, 'utf8')));
	if (!parsed.success) throw new Error(`${path} is not a list of passcodes that this Lateral can read.`);
	return parsed.output.passcodes;
}

/** Keeps the hashes so that only this user can read them; a crash leaves the old file or the new one. */
export async function writePasscodes(data: string, passcodes: Passcodes): Promise<void> {
	const path = passcodeFile(data);
	await mkdir(dirname(path), { recursive: true });
	const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
	const file = await open(fresh, 'wx', 0o600);
	try {
		await file.writeFile(`${JSON.stringify({ format: 'lateral-access/1', passcodes }, null, '\t')}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(fresh, path);
}

/** The role that a passcode opens, the strongest if it opens several; null if none. */
export async function roleOfPasscode(passcode: string, passcodes: Passcodes): Promise<Role | null> {
	// All are tried, so that the time it takes does not tell how far a guess got.
	const fits = await Promise.all(
		ROLES.map(async (role) => {
			const hash = passcodes[role];
			return hash !== undefined && (await isPasscode(passcode, hash)) ? role : null;
		})
	);
	return fits.find((role) => role !== null) ?? null;
}
