import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account, Comparison } from '#lib/model/index.ts';
import { readFolder } from '#lib/server/ingest/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { createEngine } from './index.ts';

const SAMPLES = join('data', 'samples');
const engine = createEngine(loadLexicon());
const event = { id: 'event', title: 'Event' };
const compare = (accounts: readonly Account[]) => engine.compare(event, accounts);
const names = readdirSync(SAMPLES).filter((name) => existsSync(join(SAMPLES, name, 'event.json')));

async function accountsOf(name: string): Promise<Account[]> {
	const read = await readFolder(join(SAMPLES, name));
	if (!read.ok) throw new Error(read.failure.code);
	return read.value.accounts;
}

const conflicts = ({ relations }: Comparison) => relations.filter(({ kind }) => kind === 'conflicts');
const originCount = ({ lines }: Comparison) => lines.reduce((sum, { origins }) => sum + origins.length, 0);

describe.each(names)('the engine on %s', (name) => {
	it('forgets an account that was taken away', async () => {
		const accounts = await accountsOf(name);
		const before = JSON.stringify(compare(accounts.slice(1)));
		compare(accounts);
		expect(JSON.stringify(compare(accounts.slice(1)))).toBe(before);
	});

	it('reads the claims of an account alike, whichever accounts stand beside it', async () => {
		const accounts = await accountsOf(name);
		const spans = ({ claims }: Comparison) =>
			claims
				.filter(({ account }) => account === accounts[0]!.id)
				.map(({ start, end, voice, certainty, holder }) => [start, end, voice, certainty, holder]);
		expect(spans(compare(accounts))).toEqual(spans(compare(accounts.slice(0, 1))));
	});

	it('relates no claim to itself, and each pair of claims once', async () => {
		const { relations } = compare(await accountsOf(name));
		for (const { a, b } of relations) expect(a < b).toBe(true);
		expect(new Set(relations.map(({ a, b, kind }) => `${a} ${b} ${kind}`)).size).toBe(relations.length);
	});

	it('finds no new origin and no conflict with itself in a second copy of an account', async () => {
		const accounts = await accountsOf(name);
		const first = accounts[0]!;
		const one = compare([first]);
		const two = compare([first, { ...first, id: `${first.id}-again` }]);
		expect(originCount({ ...two, lines: linesOf(two, first.id) })).toBeLessThanOrEqual(originCount(one));
		const accountOf = new Map(two.claims.map(({ id, account }) => [id, account]));
		const between = conflicts(two).filter(({ a, b }) => accountOf.get(a) !== accountOf.get(b));
		expect(between.length).toBeLessThanOrEqual(2 * conflicts(one).length);
	});
});

function linesOf({ claims, lines }: Comparison, account: string): Comparison['lines'] {
	const own = new Set(claims.filter((claim) => claim.account === account).map(({ id }) => id));
	return lines.filter(({ versions }) => versions.some((version) => version.claims.some((id) => own.has(id))));
}
