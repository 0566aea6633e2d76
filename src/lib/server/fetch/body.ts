import { type Readable, PassThrough } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Limits, MAX_ENCODINGS, MAX_RATIO, RATIO_FROM } from './limits.ts';
import { Refused } from './refused.ts';

/** What is cut off mid-stream still gives the text that came. */
const GZIP = { finishFlush: constants.Z_SYNC_FLUSH };

/** Steps that undo a `Content-Encoding`, outermost first. Throws `Refused` on unknown ones and long chains. */
function decoders(header: string): (() => NodeJS.ReadWriteStream)[] {
	const names = header
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	if (names.length > MAX_ENCODINGS) throw new Refused('encoding');
	return names.reverse().map((name) => {
		if (name === 'gzip' || name === 'x-gzip') return () => createGunzip(GZIP);
		if (name === 'deflate') return () => createInflate(GZIP);
		if (name === 'br') return () => createBrotliDecompress();
		throw new Refused('encoding');
	});
}

/**
 * Reads a body and undoes its encodings. Decoded bytes are what counts, since a small answer can unpack to any
 * size; it stops within one chunk of `most`. `now` gives milliseconds.
 */
export async function readBody(
	body: Readable,
	encoding: string,
	most: number,
	limits: Pick<Limits, 'slowFrom' | 'slowest'>,
	now: () => number
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	const started = now();
	let wire = 0;
	let decoded = 0;

	const steps = decoders(encoding);
	const counted = new PassThrough();
	const streams: NodeJS.ReadWriteStream[] = [counted, ...steps.map((step) => step())];
	const last = streams.at(-1) as unknown as Readable;
	const stop = (error: Error) => {
		body.destroy();
		for (const stream of streams) (stream as unknown as Readable).destroy(error);
	};
	body.on('data', (chunk: Uint8Array) => (wire += chunk.length));
	body.on('error', stop);
	streams.reduce(
		(from, to) => {
			from.on('error', stop);
			return from.pipe(to);
		},
		body as unknown as NodeJS.ReadWriteStream
	);

	const pace = setInterval(() => {
		const elapsed = now() - started;
		if (elapsed >= limits.slowFrom && wire < (elapsed / 1000) * limits.slowest) stop(new Refused('too_slow'));
	}, 250);
	try {
		for await (const chunk of last as AsyncIterable<Uint8Array>) {
			decoded += chunk.length;
			if (decoded > most || (decoded > RATIO_FROM && decoded > wire * MAX_RATIO)) {
				throw new Refused('too_large', { limit: most });
			}
			chunks.push(chunk);
		}
	} catch (error) {
		stop(error as Error);
		// A decoder that meets what is no such encoding.
		if (/^(Z_|ERR_BROTLI|ERR__ERROR)/.test((error as NodeJS.ErrnoException).code ?? '')) {
			throw new Refused('encoding');
		}
		throw error;
	} finally {
		clearInterval(pace);
	}
	return Buffer.concat(chunks);
}
