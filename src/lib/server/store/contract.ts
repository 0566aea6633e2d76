import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision, EventId } from '#lib/model/index.ts';
import { must, testAccount, testComparison, testDraft, testReview } from './invented.ts';
import type { Store } from './store.ts';

/** What every store does, however it keeps its events. `open` gives an empty store whose clock is `now`. */
export function describeStore(name: string, open: (now: () => number) => Promise<Store>): void {
	describe(`${name} keeps events`, () => {
		let clock = Date.UTC(2030, 0, 1);
		let store: Store;
		beforeEach(async () => {
			store = await open(() => (clock += 1000));
		});

		const absent = '01ARZ3NDEKTSV4RRFFQ69G5FAV' as EventId;
		const ids = async () => (await store.list()).map((event) => event.id);

		it('lists the event that changed last first', async () => {
			const first = must(await store.create(testDraft('First')));
			const second = must(await store.create(testDraft('Second')));
			expect(await ids()).toEqual([second.id, first.id]);
			must(await store.rename(first.id as EventId, { title: 'First again' }));
			expect(await ids()).toEqual([first.id, second.id]);
		});

		it('changes what it was asked to and nothing else in a rename', async () => {
			const { id } = must(await store.create({ ...testDraft(), what: 'A mill', when: '2030' }));
			const renamed = must(await store.rename(id as EventId, { title: ' Mill shut ', when: '' }));
			expect(renamed).toMatchObject({ id, title: 'Mill shut', what: 'A mill', name: 'mill' });
			expect(renamed).not.toHaveProperty('when');
			const refused = await store.rename(id as EventId, { title: '  ' });
			expect(refused).toMatchObject({ ok: false, failure: { code: 'field_invalid', field: 'title' } });
			expect(await store.get(id as EventId)).toEqual(renamed);
		});

		it('takes an event to the bin and back without losing anything', async () => {
			const event = must(await store.create(testDraft()));
			must(await store.remove(event.id as EventId));
			expect(await ids()).toEqual([]);
			expect((await store.bin()).map(({ id }) => id)).toEqual([event.id]);
			const restored = must(await store.restore(event.id as EventId));
			expect(restored).toEqual({ ...event, changedAt: restored.changedAt });
			expect(await store.bin()).toEqual([]);
		});

		/** Everything that the store gives, as one text. */
		const allOf = async () => JSON.stringify([await store.list(), await store.bin()]);

		it('deletes an event for good only from the bin', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			expect(await store.purge(id)).toMatchObject({ failure: { code: 'not_found' } });
			must(await store.remove(id));
			must(await store.purge(id));
			expect([await store.get(id), ...(await store.list()), ...(await store.bin())]).toEqual([null]);
			const late = [store.restore(id), store.setComparison(id, testComparison()), store.purge(id)];
			for (const answer of await Promise.all(late))
				expect(answer).toMatchObject({ failure: { code: 'not_found' } });
		});

		it('deletes an account for good with its editions, and says so in the place of what was decided on it', async () => {
			const { id } = must(await store.create(testDraft('Mill', ['north', 'south', 'east', 'west'])));
			const event = id as EventId;
			const { text, sha256, title, truncated } = testAccount('north', 'The mill opened again.');
			must(await store.addEdition(event, 'north', { text, sha256, title, truncated }));
			const at = (account: string) => ({ account, start: 0, end: 8, words: `The mill at ${account}` });
			const decisions: Decision[] = [
				{ kind: 'rename', claim: at('north'), title: 'What north says' },
				{ kind: 'undo', review: 'r0' },
				{ kind: 'same', claims: [at('north'), at('south'), at('east')] },
				{ kind: 'notSame', a: [at('north')], b: [at('south')] },
				{ kind: 'oneSource', names: ['The south Courier', 'The east Courier', 'The north Courier'] },
				{ kind: 'hide', claim: at('south') }
			];
			const log = decisions.map((decision, n) => ({ ...testReview(`r${n}`), why: `Why ${n}`, decision }));
			must(await store.appendReviews(event, log, 0));
			must(
				await store.setComparison(
					event,
					testComparison(must(await store.removeAccount(event, 'north')).accounts)
				)
			);
			expect(await store.purgeAccount(event, 'south')).toMatchObject({ failure: { code: 'not_found' } });
			const purged = must(await store.purgeAccount(event, 'north'));
			expect(purged).toMatchObject({ removed: [], editions: [], comparison: null });
			expect(purged.reviews).toEqual([
				{ ...testReview('r0'), decision: { kind: 'purged' } },
				{ ...testReview('r1'), decision: decisions[1] },
				{ ...testReview('r2'), decision: { kind: 'same', claims: [at('south'), at('east')] } },
				{ ...testReview('r3'), decision: { kind: 'purged' } },
				{
					...testReview('r4'),
					decision: { kind: 'oneSource', names: ['The south Courier', 'The east Courier'] }
				},
				log[5]
			]);
			expect(await allOf()).not.toMatch(/north/i);
		});

		it('takes no comparison that quotes what was deleted for good before it was finished', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			const review = testReview('one');
			must(await store.appendReviews(id, [review], 0));
			const made = testComparison(must(await store.removeAccount(id, 'north')).accounts);
			must(await store.purgeAccount(id, 'north'));
			const late = { ...made, lost: [{ decision: review.decision, missing: [] }] };
			expect(await store.setComparison(id, late)).toMatchObject({ failure: { code: 'changed_meanwhile' } });
			must(await store.setComparison(id, made));
		});

		it('deletes an account for good from the events that it was moved out of, too', async () => {
			const from = must(await store.create(testDraft('From'))).id as EventId;
			const to = must(await store.create(testDraft('To', ['east']))).id as EventId;
			const claim = { account: 'north', start: 0, end: 17, words: 'The mill at north' };
			const rename = { kind: 'rename' as const, claim, title: 'At north' };
			must(await store.appendReviews(from, [{ ...testReview('one'), decision: rename }], 0));
			must(await store.moveAccount(from, 'north', to));
			expect((await store.get(from))?.reviews).toHaveLength(1);
			must(await store.removeAccount(to, 'north'));
			must(await store.purgeAccount(to, 'north'));
			expect(await allOf()).not.toMatch(/north/i);
		});

		it('keeps what is in the bin for thirty days, and then deletes it for good', async () => {
			const day = 24 * 3600 * 1000;
			const event = must(await store.create(testDraft('Old'))).id as EventId;
			const other = must(await store.create(testDraft('Other'))).id as EventId;
			must(await store.remove(event));
			must(await store.removeAccount(other, 'north'));
			clock += 30 * day - 60_000;
			const fresh = must(await store.removeAccount(other, 'south'));
			expect(await store.purgeExpired()).toEqual({ events: 0, accounts: 0, failures: [] });
			clock += 60_000;
			expect(await store.purgeExpired()).toEqual({ events: 1, accounts: 1, failures: [] });
			expect(await store.bin()).toEqual([]);
			expect((await store.get(other))?.removed).toEqual([fresh.removed[1]]);
		});

		it('takes an account out and puts it back', async () => {
			const event = must(await store.create(testDraft()));
			const id = event.id as EventId;
			const without = must(await store.removeAccount(id, 'north'));
			expect(without.accounts.map((account) => account.id)).toEqual(['south']);
			const back = must(await store.restoreAccount(id, 'north'));
			expect(back.removed).toEqual([]);
			expect(new Set(back.accounts)).toEqual(new Set(event.accounts));
			expect(await store.restoreAccount(id, 'north')).toMatchObject({ failure: { code: 'not_found' } });
		});

		it('moves an account to another event and back again', async () => {
			const from = must(await store.create(testDraft('From')));
			const to = must(await store.create(testDraft('To', ['east'])));
			const moved = must(await store.moveAccount(from.id as EventId, 'north', to.id as EventId));
			expect(moved.from.accounts.map(({ id }) => id)).toEqual(['south']);
			expect(moved.to.accounts.map(({ id }) => id)).toEqual(['east', 'north']);
			expect(moved.from.removed).toEqual([]);
			const back = must(await store.moveAccount(to.id as EventId, 'north', from.id as EventId));
			expect(back.to.accounts.map(({ id }) => id).sort()).toEqual(['north', 'south']);
		});

		it('leaves both events alone when a move is refused', async () => {
			const from = must(await store.create(testDraft('From')));
			expect(await store.moveAccount(from.id as EventId, 'north', absent)).toMatchObject({ ok: false });
			const twin = must(await store.create(testDraft('Twin')));
			const refused = await store.moveAccount(from.id as EventId, 'north', twin.id as EventId);
			expect(refused).toMatchObject({ failure: { code: 'duplicate' } });
			expect(await store.get(from.id as EventId)).toEqual(from);
			expect(await store.get(twin.id as EventId)).toEqual(twin);
		});

		it('keeps the text before a newer edition, and gives it back', async () => {
			const event = must(await store.create(testDraft()));
			const id = event.id as EventId;
			const { text, sha256, title, truncated } = testAccount('north', 'The mill opened again on Tuesday.');
			const next = { text, sha256, title, truncated, editedAt: '2030-01-02' };
			const changed = must(await store.addEdition(id, 'north', next));
			expect(changed.accounts[0]).toEqual({ ...event.accounts[0], ...next });
			expect(changed.editions).toMatchObject([{ id: 'north@1', account: event.accounts[0] }]);
			expect(await store.addEdition(id, 'north', next)).toMatchObject({ failure: { code: 'duplicate' } });
			const back = must(await store.dropEdition(id, 'north'));
			expect(back.accounts).toEqual(event.accounts);
			expect(back.editions).toEqual([]);
			expect(await store.dropEdition(id, 'north')).toMatchObject({ failure: { code: 'not_found' } });
		});

		it('moves an account with its editions', async () => {
			const from = must(await store.create(testDraft('From')));
			const to = must(await store.create(testDraft('To', ['north'])));
			const { text, sha256, title, truncated } = testAccount('south', 'The mill opened again.');
			must(await store.addEdition(from.id as EventId, 'south', { text, sha256, title, truncated }));
			const moved = must(await store.moveAccount(from.id as EventId, 'south', to.id as EventId));
			expect(moved.from.editions).toEqual([]);
			expect(moved.to.editions?.map((edition) => edition.id)).toEqual(['south@1']);
		});

		it('gives an account whose id is taken a number', async () => {
			const { id } = must(await store.create(testDraft('Mill', ['north'])));
			const more = must(
				await store.addAccounts(id as EventId, [testAccount('north', 'The mill stays open.')])
			);
			expect(more.accounts.map((account) => account.id)).toEqual(['north', 'north-2']);
		});

		it('refuses the same text of the same source twice, but not of two sources', async () => {
			const { id } = must(await store.create(testDraft('Mill', ['north'])));
			const again = await store.addAccounts(id as EventId, [testAccount('north')]);
			expect(again).toMatchObject({ failure: { code: 'duplicate', detail: { name: 'Mill closes' } } });
			const reprint = { ...testAccount('north'), source: { name: 'Another paper', kind: 'outlet' as const } };
			expect(must(await store.addAccounts(id as EventId, [reprint])).accounts).toHaveLength(2);
		});

		it('corrects the fields of an account and keeps its text', async () => {
			const { id } = must(await store.create(testDraft()));
			const change = { title: 'Mill shut', truncated: true, publishedAt: '2030-01-02' };
			const changed = must(await store.changeAccount(id as EventId, 'north', change));
			expect(changed.accounts[0]).toEqual({ ...testAccount('north'), ...change });
		});

		it('keeps a comparison without moving the event up the list', async () => {
			const first = must(await store.create(testDraft('First')));
			const second = must(await store.create(testDraft('Second')));
			must(await store.setComparison(first.id as EventId, testComparison()));
			expect(await ids()).toEqual([second.id, first.id]);
			expect((await store.get(first.id as EventId))?.comparison).toEqual(testComparison());
		});

		it('carries out changes to one event in the order in which they were asked for', async () => {
			const { id } = must(await store.create(testDraft('Mill', [])));
			const names = Array.from({ length: 20 }, (_, index) => `paper-${index}`);
			await Promise.all(names.map((name) => store.addAccounts(id as EventId, [testAccount(name)])));
			expect((await store.get(id as EventId))?.accounts.map((account) => account.id)).toEqual(names);
		});

		it('adds reviews in order, and tells the second of two windows what the first decided', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			expect(await store.appendReviews(id, [testReview('one')], 0)).toMatchObject({ ok: true });
			const late = await store.appendReviews(id, [testReview('two', 'Bo')], 0);
			expect(late).toEqual({
				ok: false,
				failure: { code: 'changed_meanwhile' },
				theirs: [testReview('one')]
			});
			expect(await store.appendReviews(id, [testReview('two', 'Bo')], 1)).toMatchObject({ ok: true });
			expect((await store.get(id))?.reviews).toEqual([testReview('one'), testReview('two', 'Bo')]);
		});

		it('keeps a review once when the same request comes twice', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			await store.appendReviews(id, [testReview('one')], 0);
			expect(await store.appendReviews(id, [testReview('one')], 0)).toMatchObject({ ok: true });
			expect((await store.get(id))?.reviews).toHaveLength(1);
		});

		it('keeps all that one press decided, or nothing of it', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			const press = [testReview('apart'), testReview('together')];
			expect(await store.appendReviews(id, press, 1)).toMatchObject({
				failure: { code: 'changed_meanwhile' }
			});
			expect((await store.get(id))?.reviews ?? []).toEqual([]);
			must(await store.appendReviews(id, press, 0));
			must(await store.appendReviews(id, press, 0));
			expect((await store.get(id))?.reviews).toEqual(press);
		});

		it('lets exactly one of many windows win', async () => {
			const id = must(await store.create(testDraft())).id as EventId;
			const all = ['a', 'b', 'c', 'd'].map((name) => store.appendReviews(id, [testReview(name)], 0));
			expect((await Promise.all(all)).filter((one) => one.ok)).toHaveLength(1);
		});

		it('says not_found for an event that is not there', async () => {
			expect(await store.get(absent)).toBeNull();
			const answers = await Promise.all([
				store.rename(absent, { title: 'x' }),
				store.remove(absent),
				store.restore(absent),
				store.addAccounts(absent, []),
				store.setComparison(absent, testComparison()),
				store.appendReviews(absent, [testReview('one')], 0)
			]);
			for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { code: 'not_found' } });
		});

		it('is ready to write', async () => {
			expect(await store.probe()).toEqual({ ok: true, value: undefined });
		});
	});
}
