import { statSync } from 'node:fs';
import type { Cookies } from '@sveltejs/kit';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { isLoopback, type Config } from '../config.ts';
import { passcodeFile, readPasscodes, roleOfPasscode, type Passcodes } from './passcodes.ts';
import { covers, roleFor, type Asked, type Role } from './roles.ts';
import { LASTS, nameOf, Sessions } from './sessions.ts';
import { Tries } from './tries.ts';

export { hashPasscode, readPasscodes, writePasscodes } from './passcodes.ts';
export { ROLES, type Role } from './roles.ts';

/** Who may do what on this server. */
export type Access = {
	/** Whether a passcode is wanted at all: it is not where only this machine can reach the server. */
	isShared: boolean;
	/** The role of whoever sends these cookies; on a server for this machine everyone is its owner. */
	roleOf(cookies: Cookies): Role | null;
	/** A key that tells one signed-in person from another; null where nobody signs in. */
	personOf(cookies: Cookies): string | null;
	/** Why a request goes no further, or null: `sign_in_needed` or `not_allowed`. */
	check(asked: Asked, role: Role | null): 'sign_in_needed' | 'not_allowed' | null;
	/** Opens a session. Fails with `passcode_wrong`, or `too_many_tries` and the seconds to wait. */
	signIn(passcode: string, address: string, cookies: Cookies, isSecure: boolean): Promise<Result<Role>>;
	signOut(cookies: Cookies): void;
};

/** Under https the `__Host-` name keeps other hosts of the domain from setting it (RFC 6265bis, 4.1.3.2). */
const COOKIE = { secure: '__Host-lateral', plain: 'lateral' };

/** Whether others than this machine's user can reach the server: on another address, or through a proxy. */
export function isShared({ host, origin }: Pick<Config, 'host' | 'origin'>): boolean {
	return !isLoopback(host) || (origin !== undefined && !isLoopback(new URL(origin).hostname));
}

/** Reads who may come in. Fails with `passcode_missing` where the server would stand open to a role in use. */
export async function openAccess(config: Config, now: () => number = Date.now): Promise<Result<Access>> {
	const { data, roles } = config;
	let passcodes = await readPasscodes(data);
	const shared = isShared(config);
	const missing = roles.filter((role) => passcodes[role] === undefined);
	if (shared && missing.length > 0) return fail('passcode_missing', { role: missing[0]!, host: config.host });

	let [readAt, looked] = [changeOf(data), now()];
	/** Passcodes are set by a command while the server runs: a look a second is enough. */
	const refresh = async (): Promise<void> => {
		if (now() - looked < 1000) return;
		looked = now();
		const changed = changeOf(data);
		if (changed === readAt) return;
		[passcodes, readAt] = [await readPasscodes(data), changed];
	};

	const sessions = new Sessions(now);
	const tries = new Tries(now);
	const keyOf = (role: Role) => passcodes[role]?.key;
	const tokenOf = (cookies: Cookies) => cookies.get(COOKIE.secure) ?? cookies.get(COOKIE.plain);

	return ok({
		isShared: shared,
		roleOf(cookies) {
			void refresh().catch(() => (passcodes = {}));
			return shared ? sessions.roleOf(tokenOf(cookies), keyOf) : 'owner';
		},
		personOf(cookies) {
			const token = shared ? tokenOf(cookies) : undefined;
			return token === undefined ? null : nameOf(token);
		},
		check(asked, role) {
			const least = roleFor(asked);
			if (least === null) return null;
			if (role === null) return 'sign_in_needed';
			return covers(role, least) ? null : 'not_allowed';
		},
		async signIn(passcode, address, cookies, isSecure) {
			const wait = tries.wait(address);
			if (wait > 0) return fail('too_many_tries', { seconds: wait });
			tries.count(address);
			await refresh();
			const role = await roleOfPasscode(passcode, usable(passcodes, roles));
			if (role === null) return fail('passcode_wrong');
			tries.forgive(address);
			cookies.set(isSecure ? COOKIE.secure : COOKIE.plain, sessions.open(role, keyOf(role)!), {
				path: '/',
				httpOnly: true,
				secure: isSecure,
				sameSite: 'lax',
				maxAge: LASTS
			});
			return ok(role);
		},
		signOut(cookies) {
			sessions.close(tokenOf(cookies));
			cookies.delete(COOKIE.secure, { path: '/', secure: true });
			cookies.delete(COOKIE.plain, { path: '/', secure: false });
		}
	});
}

/** Only a role in use opens anything, whatever passcodes were set once. */
function usable(passcodes: Passcodes, roles: readonly Role[]): Passcodes {
	return Object.fromEntries(roles.map((role) => [role, passcodes[role]]));
}

function changeOf(data: string): number {
	return statSync(passcodeFile(data), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
