import { parentPort } from 'node:worker_threads';
import { readPage } from '../addresses/read-page.ts';
import { stackOf } from '../stack.ts';
import { readBundle } from '../ingest/index.ts';
import { letPagesGoFirst } from './low-priority.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

letPagesGoFirst();

parentPort?.on('message', (asked: ReadRequest) => {
	let answer: ReadAnswer<unknown>;
	try {
		answer = { type: 'done', result: 'bundle' in asked ? readBundle(asked.bundle) : readPage(asked) };
	} catch (error) {
		answer = { type: 'failed', reason: stackOf(error) };
	}
	parentPort?.postMessage(answer);
});
