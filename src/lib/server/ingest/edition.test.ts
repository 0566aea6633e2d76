import { describe, expect, it } from 'vitest';
import type { Account, Draft } from '#lib/model/index.ts';
import { judgeEdition, keptEdition } from './edition.ts';
import { readHtml } from './html/index.ts';
import { hashText } from './text.ts';

const TEXT =
	'Bridge closed\n\nA barge struck the Harrow bridge on Monday. Twelve people were hurt, police said.';
const NOW = new Date('2031-05-13T08:15:30Z');
const account: Account = {
	id: '01-post',
	source: { name: 'The Harrow Post', kind: 'outlet' },
	title: 'Bridge closed',
	text: TEXT,
	publishedAt: '2031-05-12',
	rendering: 'verbatim',
	truncated: false,
	sha256: hashText(TEXT)
};
const draft = (text: string, facts: Partial<Draft> = {}): Draft => ({
	source: account.source,
	title: 'Bridge closed',
	text,
	rendering: 'verbatim',
	truncated: false,
	...facts
});
const changed = TEXT.replace('Twelve', 'Four');

describe('a text that may be a newer edition', () => {
	it('is none where only the page around it changed', () => {
		const answer = judgeEdition(account, draft(`${TEXT}\n\nShare this on Facebook`), NOW);
		expect(answer).toMatchObject({ failure: { code: 'same_edition' } });
	});

	it.each([
		['by its page', { editedAt: '2031-05-12T15:00:00Z' }, '2031-05-12 15:00:00 Z'],
		['by its date, where that is later', { publishedAt: '2031-05-13' }, '2031-05-13'],
		['by when it came in, where nothing says so', { publishedAt: '2031-05-12' }, '2031-05-13 08:15 Z']
	])('is dated %s', (_how, facts, editedAt) => {
		expect(judgeEdition(account, draft(changed, facts), NOW)).toMatchObject({ value: { editedAt } });
	});

	it('is told from another text of the same source', () => {
		expect(judgeEdition(account, draft(changed), NOW)).toMatchObject({ value: { unlike: false } });
		const other =
			'Council votes\n\nThe council voted for a new library and two parks in the north of the town.';
		expect(judgeEdition(account, draft(other), NOW)).toMatchObject({ value: { unlike: true } });
	});

	it('is kept as it was looked at, and not with a date that cannot be read', () => {
		const judged = judgeEdition(account, draft(changed, { authors: ['Ida Brandt'] }), NOW);
		if (!judged.ok) throw new Error('expected an edition');
		expect(keptEdition(judged.value)).toEqual({
			ok: true,
			value: {
				title: 'Bridge closed',
				text: changed,
				sha256: hashText(changed),
				truncated: false,
				editedAt: '2031-05-13T08:15Z',
				authors: ['Ida Brandt']
			}
		});
		expect(keptEdition({ ...judged.value, editedAt: 'the other day' })).toMatchObject({
			failure: { code: 'field_invalid', field: 'editedAt' }
		});
	});
});

describe('a page that was changed', () => {
	const page = (modified: string) => `<html lang="en"><head><title>Bridge closed</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2031-05-12T09:00:00Z","dateModified":"${modified}"}</script>
</head><body><article><h1>Bridge closed</h1><p>${'A barge struck the Harrow bridge on Monday, and the bridge is closed to traffic. '.repeat(6)}</p></article></body></html>`;

	it('says when, and one that was not says nothing', () => {
		expect(readHtml(page('2031-05-12T15:00:00Z'), 'x')).toMatchObject({
			value: { publishedAt: '2031-05-12T09:00:00Z', editedAt: '2031-05-12T15:00:00Z' }
		});
		const same = readHtml(page('2031-05-12T09:00:00Z'), 'x');
		expect(same.ok && same.value.editedAt).toBeUndefined();
	});
});
