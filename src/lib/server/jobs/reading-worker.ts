import { parentPort } from 'node:worker_threads';
import { groupPieces } from '#lib/engine/groups/index.ts';
import { ok, type Result } from '#lib/model/index.ts';
import { readPage } from '../addresses/read-page.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { stackOf } from '../stack.ts';
import { readBundle, readGroup } from '../ingest/index.ts';
import { letPagesGoFirst } from './low-priority.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

letPagesGoFirst();

function read(asked: ReadRequest): Result<unknown> | Promise<Result<unknown>> {
	if ('bundle' in asked) return readBundle(asked.bundle);
	if ('pile' in asked) return ok(groupPieces(asked.pile).map((group) => [...group.pieces]));
	if ('feed' in asked) return parseFeed(asked.feed, asked.base);
	return 'files' in asked ? readGroup(asked.files) : readPage(asked);
}

parentPort?.on('message', async (asked: ReadRequest) => {
	let answer: ReadAnswer<unknown>;
	try {
		answer = { type: 'done', result: await read(asked) };
	} catch (error) {
		answer = { type: 'failed', reason: stackOf(error) };
	}
	parentPort?.postMessage(answer);
});
