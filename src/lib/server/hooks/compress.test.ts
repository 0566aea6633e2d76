import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed } from './compress.ts';

const PAGE = `<p>${'Who said what. '.repeat(400)}</p>`;

const asking = (encoding?: string, method = 'GET') =>
	new Request('http://localhost/', { method, headers: encoding ? { 'accept-encoding': encoding } : {} });
const page = (type = 'text/html', more: Record<string, string> = {}) =>
	new Response(PAGE, { headers: { 'content-type': type, etag: '"abc"', ...more } });

describe('an answer', () => {
	it.each([['gzip'], ['br, gzip;q=0.8'], ['GZIP']])(
		'is packed for a reader who takes %s',
		async (encoding) => {
			const answer = compressed(page(), asking(encoding));
			expect(answer.headers.get('content-encoding')).toBe('gzip');
			expect(answer.headers.get('etag')).toBe('W/"abc"');
			const bytes = Buffer.from(await answer.arrayBuffer());
			expect(bytes.length).toBeLessThan(PAGE.length / 4);
			expect(gunzipSync(bytes).toString()).toBe(PAGE);
		}
	);

	it.each([[undefined], ['br'], ['gzip;q=0'], ['identity, gzip;q=0.0']])(
		'is left as it is for a reader who asks for %s, and says that it varies',
		async (encoding) => {
			const answer = compressed(page(), asking(encoding));
			expect(answer.headers.get('content-encoding')).toBeNull();
			expect(answer.headers.get('vary')).toBe('accept-encoding');
			expect(await answer.text()).toBe(PAGE);
		}
	);

	it.each([
		['a picture', page('image/png')],
		['packed already', page('text/html', { 'content-encoding': 'br' })],
		['small', page('text/html', { 'content-length': '20' })],
		['empty', new Response(null, { status: 204 })]
	])('is left as it is when it is %s', (_, response) => {
		expect(compressed(response, asking('gzip'))).toBe(response);
	});
});
