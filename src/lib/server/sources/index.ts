import type { Draft } from '#lib/model/index.ts';
import { getStore } from '../store/index.ts';
import { makeRegister, type Register, withKnownSource } from './register.ts';

export { findSource, type KnownSource, makeRegister, withKnownSource } from './register.ts';
export { looksLike } from './look-alike.ts';

/** The sources of the events that are kept now. */
export async function readRegister(): Promise<Register> {
	return makeRegister(await getStore().list());
}

/** The draft with its source as people have called it before. */
export async function nameSource(draft: Draft): Promise<Draft> {
	return withKnownSource(draft, await readRegister());
}
