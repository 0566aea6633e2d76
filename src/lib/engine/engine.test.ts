import { describe, expect, it } from 'vitest';
import type { Account, Comparison } from '#lib/model/index.ts';
import { lexicon } from '../../../tests/support/lexicon.ts';
import { readFolders, SAMPLES } from '../../../tools/eval/samples.ts';
import { createEngine } from './index.ts';

const engine = createEngine(lexicon);
const event = { id: 'event', title: 'Event' };
const compare = (accounts: readonly Account[]) => engine.compare(event, accounts);
const conflicts = ({ relations }: Comparison) => relations.filter(({ kind }) => kind === 'conflicts');
const originCount = ({ lines }: Comparison) => lines.reduce((sum, { origins }) => sum + origins.length, 0);

describe.each(await readFolders(SAMPLES))('the engine on $id', ({ accounts }) => {
	it('forgets an account that was taken away', () => {
		const before = JSON.stringify(compare(accounts.slice(1)));
		compare(accounts);
		expect(JSON.stringify(compare(accounts.slice(1)))).toBe(before);
	});

	it('reads the claims of an account alike, whichever accounts stand beside it', () => {
		const spans = ({ claims }: Comparison) =>
			claims
				.filter(({ account }) => account === accounts[0]!.id)
				.map(({ start, end, voice, certainty, holder }) => [start, end, voice, certainty, holder]);
		expect(spans(compare(accounts))).toEqual(spans(compare(accounts.slice(0, 1))));
	});

	it('relates no claim to itself, and each pair of claims once', () => {
		const { relations } = compare(accounts);
		for (const { a, b } of relations) expect(a < b).toBe(true);
		expect(new Set(relations.map(({ a, b, kind }) => `${a} ${b} ${kind}`)).size).toBe(relations.length);
	});

	it('finds no new origin and no conflict with itself in a second copy of an account', () => {
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
