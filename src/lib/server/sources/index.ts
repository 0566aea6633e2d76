import { join } from 'node:path';
import { readConfig } from '../config.ts';
import type { NameSource } from '../ingest/index.ts';
import { getStore } from '../store/index.ts';
import { bare } from './bare.ts';
import { OwnSources } from './own-sources.ts';
import { makeRegister, type Register, withKnownSource } from './register.ts';

export { looksLike } from './look-alike.ts';
export { OwnSources, type OwnSource } from './own-sources.ts';
export { readSourceForm, typedSource, type TypedSource } from './read-form.ts';
export { findSource, type KnownSource, makeRegister, searchSources, withKnownSource } from './register.ts';

/** On the process, for the same reason as the store. */
const SHARED = Symbol.for('lateral.sources');
const shared = globalThis as { [SHARED]?: OwnSources };

/** What people have said of sources on this server. */
export function ownSources(): OwnSources {
	return (shared[SHARED] ??= new OwnSources(join(readConfig().data, 'sources.json')));
}

/** The sources of the events that are kept now, and those that people have described. */
export async function readRegister(): Promise<Register> {
	return makeRegister(await getStore().list(), await ownSources().list());
}

/** What people call a source in their own words. */
export async function labelsOf(name: string): Promise<string[]> {
	const own = await ownSources().list();
	return (
		own.find((source) => [source.name, ...source.aliases].some((one) => bare(one) === bare(name)))?.labels ??
		[]
	);
}

/**
 * Gives drafts their source as people have called it before, and a note where their host looks like a known one's, or
 * like that of another draft.
 */
export async function sourceNamer(): Promise<NameSource> {
	const register = await readRegister();
	return (draft, others) => withKnownSource(draft, register, others);
}
