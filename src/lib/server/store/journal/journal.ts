import { crc32 } from 'node:zlib';
import { decodeLine, hexCrc, isRecord, type Record } from './record.ts';

/** What a journal begins with. */
export type Header = {
	journal: 2;
	event: string;
	generation: number;
	/** `seq` of its first record, whether it came to one or not. */
	base: number;
	epoch: number;
};

const OFFSET_DIGITS = 16;

/** Bytes of a mark: checksum, space, offset, line feed. */
const MARK_LENGTH = 8 + 1 + OFFSET_DIGITS + 1;

/** Place of the mark. Header and mark have one length, so that a fault in them hides no record. */
export const MARK_AT = 230;
export const RECORDS_AT = MARK_AT + MARK_LENGTH;

/** Bytes that a header's checksum and length take, with room for three digits of length. */
const BEFORE_JSON = 8 + 1 + 3 + 1;

/** The first bytes of a new journal: its header and its mark. */
export function encodeHeader(header: Header): Buffer {
	const json = Buffer.from(JSON.stringify(header).padEnd(MARK_AT - BEFORE_JSON - 1));
	const line = `${hexCrc(crc32(json))} ${json.length} ${json.toString('latin1')}\n`;
	return Buffer.concat([Buffer.from(line), encodeMark(RECORDS_AT)]);
}

/**
 * The mark says up to which byte all was acknowledged. It is written over in place, with the next change or when
 * there is a pause: so that bytes which are missing or wrong later are known to have been there, and a half
 * written change that nobody was told of is not.
 */
export function encodeMark(offset: number): Buffer {
	const digits = String(offset).padStart(OFFSET_DIGITS, '0');
	return Buffer.from(`${hexCrc(crc32(digits))} ${digits}\n`);
}

function decodeMark(bytes: Buffer): number | null {
	const text = bytes.toString('latin1', MARK_AT, RECORDS_AT);
	const offset = Number(text.slice(9, 9 + OFFSET_DIGITS));
	return Number.isSafeInteger(offset) && text === encodeMark(offset).toString('latin1') ? offset : null;
}

export type Journal = {
	/** Null when the file does not begin with a whole header. */
	header: Header | null;
	records: Record[];
	/** Byte up to which all was acknowledged when the mark was written; null where there is no whole mark. */
	acknowledged: number | null;
	/** Byte after the last whole record. */
	end: number;
	/** Whether bytes follow that are no whole record. */
	hasTail: boolean;
	/** Whether something acknowledged is missing, as far as the file can tell by itself. */
	isShort: boolean;
	/** Whether the header or the mark is not as it was written. */
	isHeadWrong: boolean;
};

/** Reads as much of a journal as is whole, from the front. */
export function readJournal(bytes: Buffer, event: string, generation: number): Journal {
	const first = decodeLine(bytes, 0);
	const header = first?.end === MARK_AT && isHeader(first.value, event, generation) ? first.value : null;
	const acknowledged = decodeMark(bytes);
	let end = Math.min(RECORDS_AT, bytes.length);
	const records: Record[] = [];
	for (let line = decodeLine(bytes, end); line !== null; line = decodeLine(bytes, end)) {
		const last = records.at(-1);
		if (!isRecord(line.value) || (last !== undefined && line.value.seq !== last.seq + 1)) break;
		records.push(line.value);
		end = line.end;
	}
	const hasTail = end < bytes.length;
	// Without a mark, whole records after the fault say that it is no half written end. A file that ends in its own
	// head was cut, for it only gets its name when the head is on disk.
	const isCut = bytes.length < RECORDS_AT || (acknowledged === null && hasTail && hasRecordAfter(bytes, end));
	const isShort = isCut || end < (acknowledged ?? 0);
	const isHeadWrong = header === null || acknowledged === null;
	return { header, records, acknowledged, end, hasTail, isShort, isHeadWrong };
}

function isHeader(value: unknown, event: string, generation: number): value is Header {
	const header = (value ?? {}) as Partial<Header>;
	const isOurs = header.journal === 2 && header.event === event && header.generation === generation;
	return isOurs && Number.isSafeInteger(header.base);
}

function hasRecordAfter(bytes: Buffer, from: number): boolean {
	for (let at = bytes.indexOf('\n', from) + 1; at > 0; at = bytes.indexOf('\n', at) + 1) {
		const line = decodeLine(bytes, at);
		if (line !== null && isRecord(line.value)) return true;
	}
	return false;
}
