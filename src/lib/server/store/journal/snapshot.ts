import { createHash } from 'node:crypto';
import type { Event } from '#lib/model/index.ts';
import { jsonBytes } from './json-pieces.ts';

/** A whole event as it was after its change number `seq`. */
export type Snapshot = {
	snapshot: 2;
	event: string;
	/** The journal of the same generation goes on from here. */
	generation: number;
	seq: number;
	state: Event;
};

/** As deep as the claims of a snapshot's comparison, each of which is written at once. */
const DEPTH = 4;

/** Bytes in which the beginning of a snapshot ends. */
const OPENING = 140;

const opening = (sha256: string, length: number) => `{"sha256":"${sha256}","length":${length},"content":`;
const CLOSING = '}\n';

/** A snapshot as a JSON file that people and programs can read, in which no bit can change unnoticed. */
export async function encodeSnapshot(snapshot: Snapshot): Promise<Buffer> {
	const hash = createHash('sha256');
	const pieces: Buffer[] = [];
	let length = 0;
	for await (const piece of jsonBytes(snapshot, DEPTH)) {
		hash.update(piece);
		pieces.push(piece);
		length += piece.length;
	}
	return Buffer.concat([Buffer.from(opening(hash.digest('hex'), length)), ...pieces, Buffer.from(CLOSING)]);
}

/** What a snapshot's file holds; null when it is not as it was written, or of something else. */
export function decodeSnapshot(bytes: Buffer, event: string, generation: number): Snapshot | null {
	const found = /^\{"sha256":"[0-9a-f]{64}","length":(\d{1,12}),"content":/.exec(
		bytes.toString('latin1', 0, OPENING)
	);
	if (found === null) return null;
	const [start, length] = found;
	const content = bytes.subarray(start.length, start.length + Number(length));
	const sha256 = createHash('sha256').update(content).digest('hex');
	if (start !== opening(sha256, content.length)) return null;
	if (bytes.toString('latin1', start.length + content.length) !== CLOSING) return null;
	const snapshot = JSON.parse(content.toString('utf8')) as Snapshot;
	return snapshot.event === event && snapshot.generation === generation ? snapshot : null;
}
