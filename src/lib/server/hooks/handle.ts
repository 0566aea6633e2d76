import { randomUUID } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Failure, FailureCode } from '#lib/model/index.ts';
import { getAccess } from '../access/current.ts';
import type { Asked } from '../access/roles.ts';
import { askingAs } from '../asker.ts';
import { readConfig, type Config } from '../config.ts';
import { failJson, PROBLEM, statusOf } from '../failure.ts';
import { log } from '../log.ts';
import { compressed } from './compress.ts';
import { addHeaders } from './headers.ts';
import { bodyLimit } from './limits.ts';
import { isOwnHost, isOwnRequest } from './origin.ts';
import { isApi, refuse } from './refuse.ts';

/** How large a body was that `bin/lib/serve.mjs` did not hand on. */
const SIZE_HEADER = 'x-lateral-body-size';

let config: Config | undefined;

/** What every request goes through: an id, the checks of origin, host, size and role, and the headers of the answer. */
export const handle: Handle = async ({ event, resolve }) => {
	config ??= readConfig();
	event.locals.requestId = randomUUID();
	event.locals.role = getAccess().roleOf(event.cookies);
	const failure = check(event, config) ?? checkRole(event);
	if (failure !== null) log('warn', 'request refused', { code: failure.code, ...facts(event) });
	const person = () => getAccess().personOf(event.cookies) ?? event.getClientAddress();
	const answer = failure === null ? await askingAs(person(), () => resolve(event)) : refuse(event, failure);
	// What is behind a passcode stays out of the caches of the machines on the way.
	if (getAccess().isShared && event.locals.role !== null)
		answer.headers.set('cache-control', 'private, no-cache');
	const response = isApi(event.url) ? asProblem(answer, event) : answer;
	addHeaders(response, event.locals.requestId, event.url.protocol === 'https:');
	// What nobody expected was logged where it came up, and what is refused above.
	if (failure === null && response.status >= 400 && response.status !== 500)
		log('info', 'request not carried out', { ...facts(event), status: response.status });
	return compressed(response, event.request);
};

/** Why a request goes no further, or null when it may. */
function check(event: RequestEvent, { host, origin }: Config): Failure | null {
	const { request, route, url } = event;
	if (!isOwnHost(url, { host, origin }) || !isOwnRequest(request, url)) return { code: 'bad_origin' };
	const sizes = [SIZE_HEADER, 'content-length'].map((name) => Number(request.headers.get(name) ?? 0));
	const size = Math.max(...sizes);
	const limit = bodyLimit(route.id, url);
	if (size <= limit) return null;
	return { code: 'request_too_large', detail: { size, limit } };
}

function checkRole({ request, route, url, locals }: RequestEvent): Failure | null {
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? null;
	const asked: Asked = { method: request.method, route: route.id, action };
	const code = getAccess().check(asked, locals.role);
	return code === null ? null : { code };
}

const FRAMEWORK_FAILURES: Record<number, FailureCode> = {
	400: 'field_invalid',
	404: 'not_found',
	405: 'method_not_allowed',
	413: 'request_too_large',
	415: 'field_invalid'
};

/** The framework's own errors, which come as pages and plain text, in the API's form. */
function asProblem(response: Response, event: RequestEvent): Response {
	if (response.status < 400 || response.headers.get('content-type') === PROBLEM) return response;
	const code = FRAMEWORK_FAILURES[response.status] ?? 'internal';
	const problem = failJson({ code }, event.locals.requestId);
	const allow = response.headers.get('allow');
	if (allow !== null) problem.headers.set('allow', allow);
	return statusOf(code) === response.status
		? problem
		: new Response(problem.body, { status: response.status, headers: problem.headers });
}

/** What the log may know of a request: never its query or body. */
export function facts(event: RequestEvent): Record<string, string> {
	const { method } = event.request;
	return { requestId: event.locals.requestId, method, route: event.route.id ?? 'none' };
}
