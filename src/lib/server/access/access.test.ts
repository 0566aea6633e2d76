import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import { packageRoot } from '../root.ts';
import { hashPasscode, isShared, openAccess, readPasscodes, writePasscodes, type Access } from './index.ts';
import { isPasscode, type PasscodeHash } from './passcodes.ts';
import { covers, roleFor, ROLES, type Role } from './roles.ts';
import { Sessions } from './sessions.ts';
import { Tries } from './tries.ts';

const WORDS: Record<Role, string> = {
	owner: 'a heron on the roof',
	editor: 'seven grey pencils',
	reader: 'open at page twelve'
};

const config = (data: string, more: Partial<Config> = {}): Config => ({
	host: '0.0.0.0',
	port: 4170,
	data,
	origin: undefined,
	roles: ['owner'],
	network: false,
	internalHosts: new Set(),
	contact: undefined,
	...more
});

const folder = () => mkdtempSync(join(tmpdir(), 'lateral-access-'));

/** Hashing is slow on purpose: once for each role is enough. */
const hashes = new Map<Role, Promise<PasscodeHash>>();

async function hashOf(passcode: string): Promise<PasscodeHash> {
	const hashed = await hashPasscode(passcode);
	if (!hashed.ok) throw new Error(hashed.failure.code);
	return hashed.value;
}

async function withPasscodes(roles: readonly Role[]): Promise<string> {
	const data = folder();
	for (const role of roles) if (!hashes.has(role)) hashes.set(role, hashOf(WORDS[role]));
	const kept = await Promise.all(roles.map(async (role) => [role, await hashes.get(role)!] as const));
	await writePasscodes(data, Object.fromEntries(kept));
	return data;
}

async function opened(asked: Config, now?: () => number): Promise<Access> {
	const access = await openAccess(asked, now);
	if (!access.ok) throw new Error(access.failure.code);
	return access.value;
}

/** A browser's cookie jar, as far as a sign-in needs one. */
function jar(): Cookies & { set: Cookies['set']; last: Record<string, unknown> } {
	const kept = new Map<string, string>();
	const cookies = {
		last: {},
		get: (name: string) => kept.get(name),
		set: (name: string, value: string, options: object) => {
			kept.set(name, value);
			cookies.last = { name, ...options };
		},
		delete: (name: string) => void kept.delete(name)
	};
	return cookies as never;
}

describe('a server that others can reach', () => {
	it('is one on another address, or one behind a proxy', () => {
		expect(isShared({ host: 'localhost', origin: undefined })).toBe(false);
		expect(isShared({ host: '127.0.0.1', origin: 'http://localhost:8080' })).toBe(false);
		expect(isShared({ host: '0.0.0.0', origin: undefined })).toBe(true);
		expect(isShared({ host: '192.168.1.20', origin: undefined })).toBe(true);
		expect(isShared({ host: 'localhost', origin: 'https://lateral.example.org' })).toBe(true);
	});

	it('does not start while a role in use has no passcode, and names the role', async () => {
		expect(await openAccess(config(folder()))).toMatchObject({
			ok: false,
			failure: { code: 'passcode_missing', detail: { role: 'owner' } }
		});
		const data = await withPasscodes(['owner']);
		expect(await openAccess(config(data, { roles: ['owner', 'reader'] }))).toMatchObject({
			ok: false,
			failure: { code: 'passcode_missing', detail: { role: 'reader' } }
		});
		expect((await openAccess(config(data))).ok).toBe(true);
	});

	it('lets nobody in without a passcode, while a server for this machine asks for none', async () => {
		const data = await withPasscodes(['owner']);
		expect((await opened(config(data))).roleOf(jar())).toBeNull();
		expect((await opened(config(data, { host: 'localhost' }))).roleOf(jar())).toBe('owner');
	});

	it('gives whoever has a passcode the role that it stands for, until they sign out', async () => {
		const access = await opened(config(await withPasscodes(ROLES), { roles: ROLES }));
		for (const role of ROLES) {
			const cookies = jar();
			expect(await access.signIn(WORDS[role], '10.0.0.1', cookies, false)).toEqual({ ok: true, value: role });
			expect(access.roleOf(cookies)).toBe(role);
			const copy = cookies.get('lateral');
			access.signOut(cookies);
			cookies.set('lateral', copy!, { path: '/' });
			expect(access.roleOf(cookies), 'a stolen cookie after the sign-out').toBeNull();
		}
	});

	it('takes no passcode of a role that is not in use', async () => {
		const access = await opened(config(await withPasscodes(ROLES)));
		expect(await access.signIn(WORDS.reader, '10.0.0.1', jar(), false)).toMatchObject({
			failure: { code: 'passcode_wrong' }
		});
	});

	it('hides its cookie from scripts, and under https binds it to this very host', async () => {
		const access = await opened(config(await withPasscodes(['owner'])));
		const [plain, secure] = [jar(), jar()];
		await access.signIn(WORDS.owner, '10.0.0.1', plain, false);
		expect(plain.last).toMatchObject({ name: 'lateral', httpOnly: true, sameSite: 'lax', secure: false });
		await access.signIn(WORDS.owner, '10.0.0.1', secure, true);
		expect(secure.last).toMatchObject({
			name: '__Host-lateral',
			httpOnly: true,
			sameSite: 'lax',
			secure: true,
			path: '/'
		});
		expect(secure.last).not.toHaveProperty('domain');
	});

	it('ends a sign-in when its passcode is changed', async () => {
		const data = await withPasscodes(['owner']);
		let time = Date.now();
		const access = await opened(config(data), () => time);
		const cookies = jar();
		await access.signIn(WORDS.owner, '10.0.0.1', cookies, false);
		await writePasscodes(data, { owner: await hashOf('another heron altogether') });
		time += 2000;
		access.roleOf(cookies);
		await expect.poll(() => access.roleOf(cookies)).toBeNull();
	});

	it('makes whoever guesses wait, and nobody else', async () => {
		let time = 0;
		const access = await opened(config(await withPasscodes(['owner'])), () => time);
		const guess = (address: string) => access.signIn('not the passcode', address, jar(), false);
		for (let i = 0; i < 5; i++)
			expect(await guess('10.0.0.1')).toMatchObject({ failure: { code: 'passcode_wrong' } });
		expect(await access.signIn(WORDS.owner, '10.0.0.1', jar(), false)).toMatchObject({
			failure: { code: 'too_many_tries', detail: { seconds: 900 } }
		});
		expect((await access.signIn(WORDS.owner, '10.0.0.2', jar(), false)).ok).toBe(true);
		time += 15 * 60_000;
		expect((await access.signIn(WORDS.owner, '10.0.0.1', jar(), false)).ok).toBe(true);
	});
});

describe('a passcode', () => {
	it('is kept only as a hash, in a file for this user alone', async () => {
		const data = await withPasscodes(['owner']);
		const path = join(data, 'access.json');
		expect(readFileSync(path, 'utf8')).not.toContain(WORDS.owner);
		if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(data)).toEqual(['access.json']);
	});

	it('fits its own hash only, however its letters were composed', async () => {
		const { owner } = await readPasscodes(await withPasscodes(['owner']));
		expect(await isPasscode(WORDS.owner, owner!)).toBe(true);
		expect(await isPasscode(`${WORDS.owner} `, owner!)).toBe(false);
		expect(await isPasscode('x'.repeat(1_000_000), owner!)).toBe(false);
		const accented = await hashPasscode('cafés on the quay');
		expect(accented.ok && (await isPasscode('cafe\u0301s on the quay', accented.value))).toBe(true);
	});

	it.each([
		['nine lett', 'passcode_short'],
		['x'.repeat(201), 'passcode_long']
	])('of the wrong length is refused (%#)', async (passcode, code) => {
		expect(await hashPasscode(passcode)).toMatchObject({ ok: false, failure: { code } });
	});
});

describe('a session', () => {
	it('ends by itself after 30 days', () => {
		let time = 0;
		const sessions = new Sessions(() => time);
		const token = sessions.open('editor', 'key');
		time = 30 * 24 * 3600_000 - 1;
		expect(sessions.roleOf(token, () => 'key')).toBe('editor');
		time += 1;
		expect(sessions.roleOf(token, () => 'key')).toBeNull();
	});

	it('cannot be guessed from another', () => {
		const sessions = new Sessions();
		const tokens = Array.from({ length: 200 }, () => sessions.open('reader', 'key'));
		expect(new Set(tokens).size).toBe(200);
		for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	});
});

describe('wrong passcodes', () => {
	it('from many addresses make everyone wait in the end', () => {
		const tries = new Tries(() => 0);
		for (let i = 0; i < 100; i++) tries.count(`10.0.${i}.1`);
		expect(tries.wait('192.168.0.1')).toBeGreaterThan(0);
	});

	it('are forgiven once the right one is given', () => {
		const tries = new Tries(() => 0);
		for (let i = 0; i < 5; i++) tries.count('10.0.0.1');
		tries.forgive('10.0.0.1');
		expect(tries.wait('10.0.0.1')).toBe(0);
	});
});

describe('what a role may do', () => {
	/** Every route that the app has, by its id. */
	const routes = readdirSync(join(packageRoot(), 'src', 'routes'), { recursive: true, encoding: 'utf8' })
		.map((path) => `/${path.replaceAll('\\', '/')}`)
		.filter((path) => /\/\+(page|server)(\.server)?\.(svelte|ts)$/.test(path))
		.map((path) => path.replace(/\/\+[^/]+$/, '') || '/');

	const open = ['/sign-in', '/sign-out', '/theme', '/healthz', '/readyz'];
	const closed = [...new Set(routes)].filter((route) => !open.includes(route));

	it('covers every route of the app: none but the way in is open to a stranger', () => {
		expect(closed.length).toBeGreaterThan(20);
		for (const route of closed)
			for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
				expect(roleFor({ method, route, action: null }), `${method} ${route}`).not.toBeNull();
		expect(roleFor({ method: 'GET', route: null, action: null })).toBe('reader');
	});

	it('lets a reader change nothing', () => {
		for (const route of closed)
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				const least = roleFor({ method, route, action: null });
				expect(least !== null && covers('reader', least), `${method} ${route}`).toBe(false);
			}
	});

	it('keeps deleting for good to the owner', () => {
		const least = roleFor({ method: 'POST', route: '/(app)/bin', action: 'deleteNow' });
		expect(least).toBe('owner');
		expect(covers('editor', 'owner')).toBe(false);
	});
});
