import { crc32 } from 'node:zlib';
import type { Change } from './change.ts';
import { jsonBytes } from './json-pieces.ts';

/** One change of an event, as its journal keeps it. */
export type Record = {
	/** Counts an event's changes from 1, without gaps. */
	seq: number;
	/** The holder of the folder that wrote it. */
	epoch: number;
	at: string;
	change: Change;
};

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CRC_LENGTH = 8;

/** Digits of the longest length that is read: a terabyte is no record. */
const LENGTH_DIGITS = 12;

/** A CRC-32 as eight hexadecimal digits. */
export function hexCrc(crc: number): string {
	return crc.toString(16).padStart(CRC_LENGTH, '0');
}

/** A value as one line, `crc length json`, in which no bit can change unnoticed. */
export async function encodeLine(value: object): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let crc = 0;
	let length = 0;
	for await (const piece of jsonBytes(value)) {
		pieces.push(piece);
		crc = crc32(piece, crc);
		length += piece.length;
	}
	return Buffer.concat([Buffer.from(`${hexCrc(crc)} ${length} `), ...pieces, Buffer.from('\n')]);
}

/** The line that begins at `at` and the place after it; null when there is none, or not as it was written. */
export function decodeLine(bytes: Buffer, at: number): { value: unknown; end: number } | null {
	const lengthAt = at + CRC_LENGTH + 1;
	const space = bytes.subarray(lengthAt, lengthAt + LENGTH_DIGITS + 1).indexOf(SPACE);
	if (space <= 0) return null;
	const digits = bytes.toString('latin1', lengthAt, lengthAt + space);
	if (!/^[1-9]\d*$/.test(digits)) return null;
	const from = lengthAt + space + 1;
	const end = from + Number(digits);
	if (bytes[end] !== LINE_FEED || bytes[lengthAt - 1] !== SPACE) return null;
	const json = bytes.subarray(from, end);
	if (bytes.toString('latin1', at, at + CRC_LENGTH) !== hexCrc(crc32(json))) return null;
	try {
		return { value: JSON.parse(json.toString('utf8')), end: end + 1 };
	} catch {
		return null;
	}
}

/** Whether a line's value is a record. What the checksum lets through was written here; this tells it from a header. */
export function isRecord(value: unknown): value is Record {
	const { seq, change } = (value ?? {}) as Partial<Record>;
	return Number.isSafeInteger(seq) && typeof change === 'object';
}
