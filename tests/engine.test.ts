import { describe, expect, it } from 'vitest';
import { createEngine } from '#lib/engine/index.ts';
import type { Account } from '#lib/model/index.ts';
import { readFolders, SAMPLES } from '../tools/eval/samples.ts';
import { lexicon } from './support/lexicon.ts';
import { BLATT, POST, RADIO } from './support/texts.ts';

const engine = createEngine(lexicon);
const samples = await readFolders(SAMPLES);

describe.each(samples)('comparing $id', ({ id, title, accounts }) => {
	const compare = (list: typeof accounts) => engine.compare({ id, title }, list);
	const comparison = compare(accounts);
	const byId = new Map(accounts.map((account) => [account.id, account]));

	it('gives the same bytes again, and in any order of accounts', () => {
		const bytes = JSON.stringify(comparison);
		const [first, ...rest] = accounts;
		for (const order of [accounts, [...accounts].reverse(), [...rest, first!]])
			expect(JSON.stringify(compare(order))).toBe(bytes);
	});

	it('quotes every claim, value and piece of evidence exactly as the account has it', () => {
		const claims = new Map(comparison.claims.map((claim) => [claim.id, claim]));
		for (const claim of comparison.claims) {
			const { text } = byId.get(claim.account)!;
			expect(text.slice(claim.start, claim.end)).toBe(claim.text);
			for (const value of claim.values) expect(text.slice(value.start, value.end)).toBe(value.text);
		}
		for (const { reason } of comparison.relations)
			for (const { claim, start, end } of reason.evidence) {
				expect(start).toBeGreaterThanOrEqual(claims.get(claim)!.start);
				expect(end).toBeLessThanOrEqual(claims.get(claim)!.end);
			}
	});

	it('gives every relation a reason in words, and calls a line disputed only where a conflict is', () => {
		const disputed = new Set(
			comparison.relations.filter(({ kind }) => kind === 'conflicts').flatMap(({ a, b }) => [a, b])
		);
		for (const { a, b, reason } of comparison.relations) {
			expect(a < b).toBe(true);
			expect(reason.text).toMatch(/\S+ \S+/);
		}
		for (const line of comparison.lines) {
			const hasConflict = line.versions.flatMap(({ claims }) => claims).some((id) => disputed.has(id));
			expect(line.state === 'disputed').toBe(hasConflict);
		}
	});

	it('says of every account that it speaks, is silent or is not known, and never two of these', () => {
		const accountOf = new Map(comparison.claims.map(({ id, account }) => [id, account]));
		for (const line of comparison.lines) {
			const speaking = new Set(line.versions.flatMap(({ claims }) => claims.map((id) => accountOf.get(id)!)));
			const all = [...speaking, ...line.silent, ...line.unknown];
			expect(all.length).toBe(accounts.length);
			expect(new Set(all).size).toBe(accounts.length);
		}
	});
});

describe('an account in another language', () => {
	const account = (id: string, text: string, language?: string): Account => ({
		id,
		source: { name: id, kind: 'outlet' },
		title: '',
		text,
		...(language ? { language } : {}),
		rendering: 'verbatim',
		truncated: false,
		sha256: ''
	});

	it('makes no claims, is not known on every line, and changes nothing of the others', () => {
		const others = [account('01-post', POST), account('02-radio', RADIO)];
		const event = { id: 'tram', title: 'Tram' };
		const without = engine.compare(event, others);
		const beside = engine.compare(event, [...others, account('03-blatt', BLATT, 'de')]);
		expect(beside.claims).toEqual(without.claims);
		expect(beside.lines).toEqual(
			without.lines.map((line) => ({ ...line, unknown: [...line.unknown, '03-blatt'] }))
		);
		expect(beside.accounts.map(({ unread }) => unread)).toEqual([undefined, undefined, 'de']);
	});
});

describe('a transcript', () => {
	it('has its speakers as holders, in their own words, and its questions as nobody’s', () => {
		const text =
			'Harbour master on the ferry\n\nHOST: How many people were aboard?\n\nTOR BELLING: There were 64 people aboard the ferry. The crew closed two doors within a minute.\n\nHOST: Who will pay for this?\n\nMAYOR HOLM: The town will pay for the hotel rooms, the harbour office said.';
		const talk = {
			id: '01-radio',
			source: { name: 'Radio Quay', kind: 'outlet' as const },
			title: 'Harbour master on the ferry',
			text,
			rendering: 'verbatim' as const,
			truncated: false,
			sha256: ''
		};
		const { claims } = engine.compare({ id: 'ferry', title: 'Ferry' }, [talk]);
		expect(
			claims.map(({ text: words, holder, voice, attribution }) => [words, holder, voice, attribution.length])
		).toEqual([
			['There were 64 people aboard the ferry', 'Tor Belling', 'named', 1],
			['The crew closed two doors within a minute', 'Tor Belling', 'named', 1],
			['The town will pay for the hotel rooms', 'harbour office', 'named', 2]
		]);
		expect(claims[0]).toMatchObject({ quote: 'direct' });
	});
});
