import { parentPort } from 'node:worker_threads';
import { readPage } from '../addresses/read-page.ts';
import { stackOf } from '../stack.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

parentPort?.on('message', (page: ReadRequest) => {
	let answer: ReadAnswer;
	try {
		answer = { type: 'done', result: readPage(page) };
	} catch (error) {
		answer = { type: 'failed', reason: stackOf(error) };
	}
	parentPort?.postMessage(answer);
});
