import { setImmediate as breathe } from 'node:timers/promises';

/** How deep into a value its parts are written one by one: in a record, a comparison has its claims below it. */
const DEPTH = 5;

/** Characters after which a piece is handed on. */
const PIECE = 32 * 1024;

/**
 * Milliseconds of work after which other requests get their turn. A save takes several turns, so that this counts in
 * it several times: with 50 writers, p95 was 20 ms at stints of 4 ms and 10 ms at stints of 1 ms.
 */
const STINT = 1;

/**
 * The JSON of a value in pieces, which joined are what `JSON.stringify` gives. Written at once, a comparison of some
 * megabytes would keep every other request waiting.
 */
export function* jsonPieces(value: object, depth = DEPTH): Generator<string> {
	let piece = '';
	for (const part of parts(value, depth)) {
		piece += part;
		if (piece.length < PIECE) continue;
		yield piece;
		piece = '';
	}
	if (piece !== '') yield piece;
}

function* parts(value: unknown, depth: number): Generator<string> {
	if (depth === 0 || typeof value !== 'object' || value === null) {
		yield JSON.stringify(value);
	} else if (Array.isArray(value)) {
		yield '[';
		for (let index = 0; index < value.length; index++) {
			if (index > 0) yield ',';
			yield* parts(value[index] ?? null, depth - 1);
		}
		yield ']';
	} else {
		let opening = '{';
		for (const [key, part] of Object.entries(value)) {
			if (part === undefined) continue;
			yield `${opening}${JSON.stringify(key)}:`;
			yield* parts(part, depth - 1);
			opening = ',';
		}
		yield opening === '{' ? '{}' : '}';
	}
}

/** The JSON of a value as bytes in UTF-8, made in stints between which other work goes on. Do not change it meanwhile. */
export async function* jsonBytes(value: object, depth = DEPTH): AsyncGenerator<Buffer> {
	let from = performance.now();
	for (const piece of jsonPieces(value, depth)) {
		yield Buffer.from(piece, 'utf8');
		if (performance.now() - from < STINT) continue;
		await breathe();
		from = performance.now();
	}
}
