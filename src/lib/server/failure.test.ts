import { describe, expect, it } from 'vitest';
import type { Failure } from '#lib/model/index.ts';
import { failJson, failPage, messageOf, statusOf } from './failure.ts';

describe('a failure', () => {
	it.each<[Failure, number, string]>([
		[{ code: 'text_empty' }, 400, 'Paste some text first. Nothing was saved.'],
		[
			{ code: 'text_too_long', detail: { size: 6_300_000 } },
			413,
			'This text has 6.1 MB; the limit is 5 MB (about 900,000 words).'
		],
		[{ code: 'no_sentences' }, 422, 'We found no sentences in this text.'],
		[
			{ code: 'not_html', detail: { type: 'an image (PNG)' } },
			415,
			'This file is an image (PNG), not a web page.'
		],
		[{ code: 'too_deep' }, 422, 'This page is nested too deeply to read safely.'],
		[
			{ code: 'import_bad_name', detail: { name: '../../x' } },
			422,
			"The import holds a file name that is not allowed: '../../x'."
		],
		[{ code: 'not_found' }, 404, 'There is no such page. It may have been removed.'],
		[{ code: 'bad_origin' }, 403, 'This request came from another site and was not carried out.'],
		[
			{ code: 'busy', detail: { place: 12 } },
			503,
			'Too much work right now; you are number 12. Nothing is lost; try again in a minute.'
		],
		[
			{ code: 'engine_failed', detail: { reason: 'memory' } },
			500,
			'The comparison stopped: it needed more memory than Lateral allows. The accounts are kept; try again.'
		]
	])('of %o has a status and a sentence', (failure, status, message) => {
		expect([statusOf(failure.code), messageOf(failure)]).toEqual([status, message]);
	});

	it('does not make a text just over the limit look like one just within', () => {
		expect(messageOf({ code: 'text_too_long', detail: { size: 5 * 1024 * 1024 + 1 } })).toContain('5.1 MB');
	});

	it('gives a form back what the person typed', () => {
		const answer = failPage({ code: 'text_empty' }, { title: 'Mill closes' });
		expect(answer).toMatchObject({
			status: 400,
			data: {
				title: 'Mill closes',
				failure: { code: 'text_empty' },
				message: expect.stringContaining('Paste') as string
			}
		});
	});

	it('tells a client of the API code, message, field and request, and when to come back', async () => {
		const answer = failJson({ code: 'field_invalid', field: 'title' }, 'r1');
		expect(answer.status).toBe(400);
		expect(await answer.json()).toEqual({
			error: {
				code: 'field_invalid',
				message: "'title' is missing or not as it should be. Correct it and try again.",
				field: 'title',
				requestId: 'r1'
			}
		});
		expect(failJson({ code: 'busy' }, 'r2').headers.get('retry-after')).toBe('30');
	});
});
