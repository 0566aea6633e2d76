import { describe, expect, test } from 'vitest';
import { fail, ok, type Draft, type DraftForm, type Result } from '#lib/model/index.ts';
import { askingAs } from '../asker.ts';
import type { Fetched, SafeFetch } from '../fetch/index.ts';
import { addPosted, emptyForm, toAccount } from '../ingest/index.ts';
import { makeRegister, withKnownSource } from '../sources/index.ts';
import { addAddresses, PageFetches, readPage, splitAddresses } from './index.ts';

const page = (body: string, head = '') =>
	`<!doctype html><html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`;
const STORY = page(
	`<h1>Ferry holed off the pier</h1>
<p>The ferry Marlow struck a buoy at noon on Tuesday and took in water, the harbour office said. Nobody was hurt.</p>
<p>“We had her alongside within ten minutes”, the harbour master said. Divers will look at the hull on Wednesday.</p>`,
	'<meta property="og:site_name" content="Quay Herald">'
);
const fetched = (address: string, text = STORY): Fetched => ({
	address,
	status: 200,
	type: 'text/html',
	text,
	isGarbled: false,
	isUnchanged: false
});

type Site = Record<string, Result<Fetched>>;
const siteOf =
	(site: Site): SafeFetch =>
	(address) =>
		Promise.resolve(site[address] ?? fail('host_unknown', { host: address }));
const pagesOf = (site: Site) => new PageFetches(siteOf(site), readPage);
const form = (change: Partial<DraftForm>): DraftForm => ({ ...emptyForm(), ...change });
const say = ({ code }: { code: string }) => code;
const must = (read: Result<Draft>) => {
	if (!read.ok) throw new Error(read.failure.code);
	return read.value;
};

describe('what a person pastes', () => {
	test.each([
		['https://a.org/1\nhttps://b.org/2', ['https://a.org/1', 'https://b.org/2']],
		['  a.org/story  ', ['https://a.org/story']],
		['- https://a.org/1,\n* (https://b.org/2).', ['https://a.org/1', 'https://b.org/2']],
		['https://a.org/1 https://a.org/1', ['https://a.org/1']],
		['a.org:8080/x', ['https://a.org:8080/x']],
		['see this', []],
		['file:///etc/passwd', ['file:///etc/passwd']]
	])('%j is read as %j', (pasted, addresses) => {
		expect(splitAddresses(pasted)).toEqual(addresses);
	});
});

describe('addresses on the form', () => {
	test('become drafts where the page was read, and stay with the reason where it was not', async () => {
		const pages = pagesOf({
			'https://a.org/1': ok(fetched('https://a.org/1')),
			'https://b.org/2': fail('upstream', { host: 'b.org', status: 403 })
		});
		const next = await addAddresses(form({ links: 'https://a.org/1\nhttps://b.org/2' }), pages, [], say);
		expect(next.drafts).toMatchObject([
			{
				source: 'Quay Herald',
				title: 'Ferry holed off the pier',
				url: 'https://a.org/1',
				from: 'https://a.org/1'
			}
		]);
		expect(next.addresses).toMatchObject([
			{ url: 'https://b.org/2', state: 'failed', failure: 'upstream', canRetry: true }
		]);
		expect(next.links).toBe('');
		expect(next.title).toBe('Ferry holed off the pier');
	});

	test('wait in the list while they are on their way, and are not asked for twice', async () => {
		let calls = 0;
		let release: (result: Result<Fetched>) => void = () => undefined;
		const slow: SafeFetch = () => {
			calls++;
			return new Promise((resolve) => (release = resolve));
		};
		const pages = new PageFetches(slow, readPage);
		const first = await addAddresses(form({ links: 'https://a.org/1' }), pages, [], say, 0);
		expect(first.addresses).toMatchObject([{ url: 'https://a.org/1', state: 'waiting' }]);
		release(ok(fetched('https://a.org/1')));
		const second = await addAddresses({ ...first, links: 'https://a.org/1' }, pages, [], say);
		expect([second.drafts.length, second.addresses, calls]).toEqual([1, [], 1]);
	});

	test('can be asked for again, replaced by a pasted text, and taken off', async () => {
		const site: Site = { 'https://a.org/1': fail('too_slow') };
		const pages = pagesOf(site);
		const failed = await addAddresses(form({ links: 'https://a.org/1' }), pages, [], say);
		const asked = { retry: '', paste: '', drop: '' };
		const pasted = await addAddresses(
			{ ...failed, asked: { ...asked, paste: 'https://a.org/1' } },
			pages,
			[],
			say
		);
		expect(pasted.addresses).toEqual([]);
		expect(pasted.boxes.map(({ url }) => url)).toContain('https://a.org/1');
		const dropped = await addAddresses(
			{ ...failed, asked: { ...asked, drop: 'https://a.org/1' } },
			pages,
			[],
			say
		);
		expect(dropped.addresses).toEqual([]);
		site['https://a.org/1'] = ok(fetched('https://a.org/1'));
		const again = await addAddresses(
			{ ...failed, asked: { ...asked, retry: 'https://a.org/1' } },
			pages,
			[],
			say
		);
		expect([again.drafts.length, again.addresses]).toEqual([1, []]);
	});

	test('give the same account once, by whichever address it came', async () => {
		const pages = pagesOf({
			'https://a.org/1': ok(fetched('https://a.org/1')),
			'https://a.org/1?from=mail': ok(fetched('https://a.org/1?from=mail'))
		});
		const next = await addAddresses(
			form({ links: 'https://a.org/1 https://a.org/1?from=mail' }),
			pages,
			[],
			say
		);
		expect(next.drafts).toHaveLength(1);
		expect(next.addresses).toMatchObject([{ failure: 'duplicate', canRetry: false, canPaste: false }]);
	});

	test('whose page is another edition of a kept account come in left out, and say of which', async () => {
		const later = STORY.replace('Nobody was hurt', 'Two people were hurt, and 64 were brought ashore');
		const pages = pagesOf({ 'https://a.org/1': ok(fetched('https://a.org/1', later)) });
		const kept = toAccount(must(readPage(fetched('https://a.org/1'))), new Set(), '01-quay');
		const next = await addAddresses(form({ links: 'https://a.org/1' }), pages, [kept], say);
		expect(next.drafts).toMatchObject([{ isOut: true, editionOf: '01-quay' }]);
	});

	test('that look like another’s in the form are pointed out', async () => {
		const [real, twin] = ['https://quay-herald.org/1', 'https://quay-hera1d.org/1'];
		const other = STORY.replace('at noon on Tuesday', 'on purpose').replace('Nobody was', 'Everybody was');
		const pages = pagesOf({ [real]: ok(fetched(real)), [twin]: ok(fetched(twin, other)) });
		const register = makeRegister([]);
		const next = await addAddresses(
			form({ links: `${real} ${twin}` }),
			pages,
			[],
			say,
			1_000,
			(draft, others) => withKnownSource(draft, register, others)
		);
		expect(next.drafts[0]?.note).toBe('');
		expect(next.drafts[1]?.note).toContain('looks like quay-herald.org (Quay Herald)');
	});

	test('are lost with a reason when the server has forgotten them', async () => {
		const item = {
			url: 'https://a.org/1',
			fetch: 'gone',
			state: 'waiting' as const,
			failure: '',
			canRetry: false,
			canPaste: true
		};
		const next = await addAddresses(form({ addresses: [item] }), pagesOf({}), [], say);
		expect(next.addresses).toMatchObject([{ state: 'failed', canRetry: true }]);
	});

	test('of one person are turned away when too many wait, and another’s are still taken', () => {
		const pages = new PageFetches(() => new Promise(() => undefined), readPage);
		const start = (person: string, count: number) =>
			askingAs(person, () =>
				Array.from({ length: count }, (_, index) => pages.start(`https://${person}.org/${index}`, 'batch'))
			);
		const isBusy = (id: string) => pages.get(id)?.failure?.code === 'busy';
		expect(start('one', 200).filter(isBusy)).toHaveLength(46);
		expect(start('other', 50).filter(isBusy)).toEqual([]);
	});

	test('are fetched in turns, so that one person’s address does not wait for a class’s fifty', async () => {
		const order: string[] = [];
		const fetch: SafeFetch = (url) => {
			order.push(url);
			return Promise.resolve(fail('too_slow'));
		};
		const pages = new PageFetches(fetch, readPage);
		askingAs('class', () =>
			Array.from({ length: 50 }, (_, n) => pages.start(`https://class.org/${n}`, 'batch'))
		);
		const mine = askingAs('me', () => pages.start('https://mine.org/', 'page'));
		await pages.settle([mine], 1_000);
		expect(order.indexOf('https://mine.org/')).toBeLessThan(6);
	});
});

test('a text that is pasted in place of a page is of its site, until somebody says whose it is', async () => {
	const url = 'https://www.premium-post.org/story';
	const text = 'Ferry holed\n\nThe ferry Marlow struck a buoy at noon, the harbour office said.';
	const read = await addPosted(form({ boxes: [{ id: 'a', text, url }] }), [], [], say);
	expect(read.drafts).toMatchObject([{ url, source: 'premium-post.org' }]);
});

describe('the address of a page', () => {
	test.each([
		['https://amp.a.org/1', 'https://www.a.org/1', 'https://www.a.org/1'],
		['https://a.org/1', 'https://other.net/', 'https://a.org/1'],
		['https://a.org/1?x=y', '', 'https://a.org/1?x=y']
	])('%s that calls itself %j is %s', (address, canonical, url) => {
		const text = STORY.replace('<head>', `<head><link rel="canonical" href="${canonical}">`);
		expect(readPage(fetched(address, text))).toMatchObject({ value: { url } });
	});

	test('names the source where the page does not', () => {
		const bare = STORY.replace(/<meta[^>]*>/, '');
		expect(readPage(fetched('https://www.a.org/1', bare))).toMatchObject({
			value: { source: { name: 'a.org' } }
		});
	});
});
