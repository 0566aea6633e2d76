import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import type { Extraction } from '#lib/engine/types.ts';
import type { Account } from '#lib/model/index.ts';
import { testAccount } from '../store/invented.ts';
import { ExtractionCache } from './extraction-cache.ts';
import { Peers } from './peers.ts';

const accounts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => testAccount(id));
const channels: MessageChannel[] = [];
afterEach(() => channels.splice(0).forEach(({ port1 }) => port1.close()));

/** A thread's part: it notes what it read itself. */
function reader(read: string[]) {
	const extract = (account: Account) => {
		read.push(account.id);
		return { account, claims: [] } as unknown as Extraction;
	};
	return new Peers(new ExtractionCache(extract));
}

function pair(isThere = true) {
	const [mine, theirs]: [string[], string[]] = [[], []];
	const channel = new MessageChannel();
	channels.push(channel);
	const asking = reader(mine);
	asking.addReader(channel.port1);
	if (isThere) reader(theirs).readFor(channel.port2);
	return { asking, mine, theirs };
}

it('an idle thread reads from the end what another has not come to, and nothing is read twice', async () => {
	const { asking, mine, theirs } = pair();
	const read = asking.reading(accounts);
	const found: Extraction[] = [];
	for (const account of accounts) {
		found.push(read(account));
		for (let turn = 0; turn < 5; turn++) await setImmediate();
	}
	expect(found.map(({ account }) => account)).toEqual(accounts);
	expect(theirs.length).toBeGreaterThan(1);
	expect([...mine, ...theirs].sort()).toEqual(accounts.map(({ id }) => id).sort());
});

it('what a busy thread leaves is read without waiting for it', () => {
	const { asking, mine } = pair(false);
	const read = asking.reading(accounts);
	expect(accounts.map((account) => read(account).account.id)).toEqual(mine);
});

it('what was read before is neither read nor given away again', async () => {
	const { asking, mine, theirs } = pair();
	for (let round = 0; round < 2; round++) {
		const read = asking.reading(accounts);
		for (const account of accounts) read(account);
		await setImmediate();
	}
	expect(mine).toHaveLength(accounts.length);
	expect(theirs.length).toBeLessThanOrEqual(2);
});
