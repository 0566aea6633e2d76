import type { RequestEvent } from '@sveltejs/kit';
import type { Failure } from '#lib/model/index.ts';
import { failJson, messageOf, statusOf } from '../failure.ts';

/** Whether an address belongs to the JSON API. */
export function isApi(url: URL): boolean {
	return url.pathname.startsWith('/api/');
}

/** Answers a request that goes no further, in the form in which its sender reads answers. */
export function refuse(event: RequestEvent, failure: Failure): Response {
	if (isApi(event.url)) return failJson(failure, event.locals.requestId);
	if (failure.code === 'sign_in_needed' && event.request.method === 'GET') return toSignIn(event);
	const status = statusOf(failure.code);
	const message = messageOf(failure);
	if (event.request.headers.get('x-sveltekit-action') === 'true') {
		return Response.json({ type: 'failure', status, data: flatten(failure.code, message) });
	}
	if (event.isDataRequest) return Response.json({ code: failure.code, message }, { status });
	return new Response(page(status, message), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
	});
}

/** Leads to the page that asks for the passcode, and from there to where the person was going. */
function toSignIn({ url, isDataRequest }: RequestEvent): Response {
	const location = `/sign-in?${new URLSearchParams({ to: url.pathname + url.search })}`;
	const headers = { 'cache-control': 'no-store' };
	if (isDataRequest) return Response.json({ type: 'redirect', location }, { headers });
	return new Response(null, { status: 303, headers: { ...headers, location } });
}

/** `{ failure: { code }, message }` as an enhanced form expects it: devalue's flat list, where numbers are places. */
function flatten(code: string, message: string): string {
	return JSON.stringify([{ failure: 1, message: 3 }, { code: 2 }, code, message]);
}

function page(status: number, message: string): string {
	const text = message.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lateral: ${status}</title>
<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem">
<h1 style="font-size: 1.5rem">This did not work</h1>
<p>${text}</p>
<p><a href="/">Go to the events</a></p>
</body>
</html>
`;
}
