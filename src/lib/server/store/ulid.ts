import { randomBytes } from 'node:crypto';
import type { EventId } from '#lib/model/index.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new id of 26 characters: ten of time, so that ids sort by age, and sixteen of chance. */
export function newId(now: number = Date.now()): EventId {
	let time = '';
	for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32]! + time;
	let chance = '';
	for (const byte of randomBytes(16)) chance += ALPHABET[byte % 32]!;
	return (time + chance) as EventId;
}
