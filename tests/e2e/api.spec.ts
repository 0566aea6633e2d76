import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, type APIRequestContext } from '@playwright/test';

type Json = Record<string, unknown>;
type Operation = {
	requestBody?: { content: { 'application/json': { schema: Json; example: unknown } } };
	responses: Record<string, { content: Record<string, { schema: Json }> }>;
};

/** The document with a caller that sends only what it says and takes only what it says. */
async function readApi(request: APIRequestContext, origin: string) {
	const doc = (await (await request.get('/api/v1/openapi.json')).json()) as {
		paths: Record<string, Record<string, Operation>>;
		components: Json;
	};
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	const { components } = doc;
	const done = new Set<string>();
	const operations = Object.entries(doc.paths).flatMap(([path, methods]) =>
		Object.keys(methods)
			.filter((name) => name !== 'parameters')
			.map((method) => `${method} ${path}`)
	);
	async function call(method: string, path: string, status: number, ids: string[] = [], data?: unknown) {
		const operation = doc.paths[path]![method]!;
		const sent = data ?? operation.requestBody?.content['application/json'].example;
		let at = 0;
		const url = path.replace(/\{\w+\}/g, () => ids[at++]!);
		if (operation.requestBody && data === undefined) {
			const isSent = ajv.compile({ ...operation.requestBody.content['application/json'].schema, components });
			expect(isSent(sent), `${method} ${path} sends ${ajv.errorsText(isSent.errors)}`).toBe(true);
		}
		// A program that is no browser says itself where it calls from.
		const headers = { origin };
		const answer = await request.fetch(url, {
			method,
			headers,
			...(sent === undefined ? {} : { data: sent })
		});
		expect(answer.status(), `${method} ${url}`).toBe(status);
		const [{ schema }] = Object.values(operation.responses[status]!.content) as [{ schema: Json }];
		const body = (await answer.json()) as Json;
		const isSound = ajv.compile({ ...schema, components });
		expect(isSound(body), `${method} ${path}: ${ajv.errorsText(isSound.errors)}`).toBe(true);
		done.add(`${method} ${path}`);
		return body;
	}
	return { call, done, operations };
}

test('the API does what its OpenAPI document says, with the document’s own examples', async ({
	request,
	baseURL
}) => {
	const { call, done, operations } = await readApi(request, new URL(baseURL!).origin);
	const V = '/api/v1';
	const event = await call('post', `${V}/events`, 201);
	const id = event.id as string;
	const job = (event.job as Json).id as string;
	await call('get', `${V}/events`, 200);
	await call('post', `${V}/events/{id}/accounts`, 201, [id]);
	await call('get', `${V}/events/{id}/accounts`, 200, [id]);
	const account = await call('get', `${V}/events/{id}/accounts/{account}`, 200, [id, '01-the-mill-post']);
	expect(account.text).toContain('12 passengers were hurt');
	const wait = async () =>
		expect
			.poll(async () => (await call('get', `${V}/events/{id}`, 200, [id])).comparison, { timeout: 60_000 })
			.toBe('current');
	await wait();
	await call('post', `${V}/events/{id}/reviews`, 201, [id]);
	await wait();
	const comparison = await call('get', `${V}/events/{id}/comparison`, 200, [id]);
	expect(comparison.claims).toContainEqual(
		expect.objectContaining({ text: '12 passengers were hurt', certainty: 'hedged' })
	);
	await call('get', `${V}/events/{id}/reviews`, 200, [id]);
	await call('post', `${V}/events/{id}/comparison`, 202, [id]);
	await call('get', `${V}/jobs/{id}`, 200, [job]);
	await call('post', `${V}/jobs/{id}/cancel`, 200, [job]);
	const linked = await request.get(`${V}/events/${id}/comparison?as=jsonld`);
	expect(linked.headers()['content-type']).toContain('application/ld+json');
	expect(await linked.text()).toContain('12 passengers were hurt');
	const kept = await request.get(`${V}/events/${id}/comparison?as=html`);
	expect(kept.headers()['content-type']).toContain('text/html');
	expect(kept.headers()['content-disposition']).toContain('attachment');
	expect(await kept.text()).toContain('12 passengers were hurt');
	const zip = await request.get(`${V}/events/${id}/bundle`);
	expect(zip.headers()['content-type']).toBe('application/zip');
	const headers = { origin: new URL(baseURL!).origin, 'content-type': 'application/zip' };
	const brought = await request.post(`${V}/bundles`, { headers, data: await zip.body() });
	expect(brought.status()).toBe(201);
	done.add(`get ${V}/events/{id}/bundle`).add(`post ${V}/bundles`);
	await call('delete', `${V}/events/{id}/accounts/{account}`, 200, [id, '03-orrin-rescue']);
	const rescue = [id, '03-orrin-rescue'];
	await call('post', `${V}/events/{id}/accounts/{account}/restore`, 200, rescue);
	await call('delete', `${V}/events/{id}/accounts/{account}`, 200, rescue);
	await call('post', `${V}/events/{id}/accounts/{account}/purge`, 200, rescue);
	await call('post', `${V}/events/{id}/accounts/{account}/restore`, 404, rescue);
	await call('post', `${V}/events/{id}/purge`, 404, [id]);
	const { keptUntil } = await call('delete', `${V}/events/{id}`, 200, [id]);
	const bin = await call('get', `${V}/bin`, 200);
	expect(bin.events).toContainEqual(expect.objectContaining({ id, keptUntil }));
	await call('post', `${V}/events/{id}/restore`, 200, [id]);
	await call('delete', `${V}/events/{id}`, 200, [id]);
	await call('post', `${V}/events/{id}/purge`, 200, [id]);
	await call('get', `${V}/events/{id}`, 404, [id]);
	expect([...done].sort()).toEqual(operations.sort());
});

test('what a client sends wrongly is refused by name, and a decision that came too late gets the other one', async ({
	request,
	baseURL
}) => {
	const { call } = await readApi(request, new URL(baseURL!).origin);
	const path = '/api/v1/events';
	const nameless = await call('post', path, 400, [], {
		title: 'An event',
		accounts: [{ text: 'Too little.' }]
	});
	expect((nameless.error as Json).field).toBe('accounts.0.source');
	const foreign = await call('post', path, 400, [], {
		title: 'An event',
		accounts: [{ source: { name: 'A paper' }, text: 'Nine people were hurt.', url: 'javascript:alert(1)' }]
	});
	expect((foreign.error as Json).field).toBe('accounts.0.url');
	const event = await call('post', path, 201);
	const reviews = `${path}/{id}/reviews`;
	await call('post', reviews, 201, [event.id as string]);
	const claim = { account: '01-the-mill-post', start: 84, end: 107, words: '12 passengers were hurt' };
	const late = { who: 'Bo', seen: 0, decisions: [{ kind: 'certainty', claim, certainty: 'denied' }] };
	const refused = await call('post', reviews, 409, [event.id as string], late);
	expect(refused.theirs).toHaveLength(1);
	await call('get', `${path}/{id}`, 404, ['01M8FV7SFH3ZSCVSMWS8WJ3ANT']);
});
