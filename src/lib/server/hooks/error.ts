import type { HandleServerError } from '@sveltejs/kit';
import type { FailureCode } from '#lib/model/index.ts';
import { messageOf } from '../failure.ts';
import { log } from '../log.ts';
import { stackOf } from '../stack.ts';
import { facts } from './handle.ts';

/** What the page shows of an error that nobody expected. It is logged here, once, without anybody's words. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	const code: FailureCode = status === 404 ? 'not_found' : status === 413 ? 'request_too_large' : 'internal';
	if (code === 'internal') log('error', 'request failed', { ...facts(event), status, stack: stackOf(error) });
	return { code, message: messageOf({ code }), requestId };
};
