import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { indexComparison } from './comparison-index.ts';
import { copiedText } from './copied-text.ts';
import { originFlags } from './origin-flags.ts';
import { originFlow } from './origin-flow.ts';
import { origins } from './origins.ts';
import { unnamedSources } from './unnamed-sources.ts';

const index = indexComparison(inventedComparison);

describe('the origins of an event', () => {
	const data = origins(index);

	it('lose no claim on the way', () => {
		const sum = (list: readonly { claims: number }[]) => list.reduce((all, one) => all + one.claims, 0);
		expect(sum(data.paths)).toBe(inventedComparison.claims.length);
		expect(sum(data.accounts)).toBe(sum(data.origins));
	});

	it('count accounts that pass one statement on as one origin', () => {
		const brigade = data.origins.find((origin) => origin.name === 'Tarn Fire Brigade');
		expect(brigade?.accounts).toEqual(expect.arrayContaining(['01-brigade', '02-wire', '04-lantern']));
	});

	it('keep an unnamed origin unnamed', () => {
		expect(data.origins.find((origin) => origin.name === 'onlookers')?.named).toBe(false);
	});

	it('are fewer for one line', () => {
		const line = index.lines.get('shut')!;
		expect(origins(index, line).origins).toHaveLength(1);
	});

	it('are drawn in ribbons as thick as their claims, the same way each time', () => {
		const flow = originFlow(data);
		expect(originFlow(origins(index))).toEqual(flow);
		for (const node of [...flow.origins, ...flow.accounts])
			expect(node.y + node.height).toBeLessThanOrEqual(flow.height + 0.001);
	});
});

describe('a line with less support than it seems', () => {
	const one = {
		...inventedComparison,
		lines: inventedComparison.lines.map((line) =>
			line.id === 'killed' ? { ...line, origins: [line.origins[0]!] } : line
		)
	};

	it('is flagged with a sentence of each account that carries it', () => {
		const flag = originFlags(indexComparison(one), inventedEvent.accounts).find(
			({ line }) => line === 'killed'
		);
		expect(flag?.kind).toBe('one');
		expect(flag?.shown.map((shown) => shown.account).sort()).toEqual(['01-brigade', '05-radio']);
	});

	it('is none where two independent origins stand behind it', () => {
		expect(originFlags(index, inventedEvent.accounts).map((flag) => flag.line)).not.toContain('killed');
	});
});

describe('the ledger of unnamed sources', () => {
	it('has every description of an account once, with its claims', () => {
		const [first] = unnamedSources(index);
		expect(first).toMatchObject({ account: '04-lantern', description: 'onlookers', reasons: [] });
		expect(first!.claims.length).toBeGreaterThan(1);
	});
});

describe('text printed as it came', () => {
	const [base] = inventedEvent.accounts;
	it('is found in the later account', () => {
		const copy = {
			...base!,
			id: '09-copy',
			publishedAt: '2026-03-15',
			source: { name: 'Copy', kind: 'outlet' as const }
		};
		expect(copiedText([copy, base!])).toMatchObject([{ account: '09-copy', from: base!.id, share: 1 }]);
	});
});
