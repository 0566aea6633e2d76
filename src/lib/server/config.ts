import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { ROLES, type Role } from './access/roles.ts';
import { packageRoot } from './root.ts';

/** How the server was asked to run, from flags or the environment (`.env.example` documents each). */
export type Config = {
	host: string;
	port: number;
	/** Folder that the store keeps its events in. */
	data: string;
	/** Where people reach the server when something in front of it changes host or protocol. */
	origin: string | undefined;
	/** The roles in use where others can reach the server: each has a passcode of its own. */
	roles: readonly Role[];
	/** Whether Lateral may reach other sites when a person asks for a page or a feed. */
	network: boolean;
	/** Names that may lead into the newsroom's own network (RFC 1918). */
	internalHosts: ReadonlySet<string>;
	/** Where the keeper of a site can read who fetches from it. */
	contact: string | undefined;
};

const optionalText = v.pipe(
	v.optional(v.string()),
	v.transform((text) => text?.trim() || undefined)
);

const EnvironmentSchema = v.object({
	LATERAL_HOST: optionalText,
	LATERAL_PORT: v.pipe(
		optionalText,
		v.transform((text) => (text === undefined ? DEFAULT_PORT : Number(text))),
		v.check(
			(port) => Number.isInteger(port) && port >= 0 && port <= 65_535,
			'LATERAL_PORT must be a whole number from 0 to 65535.'
		)
	),
	LATERAL_DATA: optionalText,
	LATERAL_ORIGIN: v.pipe(
		optionalText,
		v.check(
			(origin) => origin === undefined || isOrigin(origin),
			'LATERAL_ORIGIN must look like https://lateral.example.org, without a path.'
		)
	),
	LATERAL_ROLES: v.pipe(
		optionalText,
		v.transform((text) => (text ?? 'owner').toLowerCase().split(/[\s,]+/)),
		v.check(
			(roles) => roles.includes('owner') && roles.every((role) => ROLES.some((known) => known === role)),
			'LATERAL_ROLES must list roles in use, owner among them: owner, editor, reader.'
		),
		v.transform((roles) => ROLES.filter((role) => roles.includes(role)))
	),
	LATERAL_NETWORK: v.pipe(
		optionalText,
		v.check((text) => text === undefined || /^(on|off)$/i.test(text), 'LATERAL_NETWORK must be on or off.'),
		v.transform((text): boolean => text?.toLowerCase() !== 'off')
	),
	LATERAL_ALLOWED_INTERNAL_HOSTS: v.pipe(
		optionalText,
		v.transform(
			(text) =>
				new Set(
					(text ?? '')
						.toLowerCase()
						.split(/[\s,]+/)
						.filter(Boolean)
				)
		)
	),
	LATERAL_CONTACT: optionalText
});

export const DEFAULT_HOST = 'localhost';
export const DEFAULT_PORT = 4170;

/** Reads the settings; throws an Error whose message names the setting that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
	const parsed = v.safeParse(EnvironmentSchema, environment);
	if (!parsed.success) throw new Error(parsed.issues[0].message);
	const { LATERAL_HOST, LATERAL_PORT, LATERAL_DATA, LATERAL_ORIGIN } = parsed.output;
	const { LATERAL_NETWORK, LATERAL_ALLOWED_INTERNAL_HOSTS, LATERAL_CONTACT } = parsed.output;
	return {
		host: LATERAL_HOST ?? DEFAULT_HOST,
		port: LATERAL_PORT ?? DEFAULT_PORT,
		data: LATERAL_DATA === undefined ? join(packageRoot(), 'data', 'store') : resolve(LATERAL_DATA),
		origin: LATERAL_ORIGIN,
		roles: parsed.output.LATERAL_ROLES ?? ['owner'],
		network: LATERAL_NETWORK ?? true,
		internalHosts: LATERAL_ALLOWED_INTERNAL_HOSTS ?? new Set(),
		contact: LATERAL_CONTACT
	};
}

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, '').toLowerCase();
	return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

function isOrigin(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
