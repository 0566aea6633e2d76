import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Account, SourceKind } from '#lib/model/index.ts';
import { lexicon } from '../../../../tests/support/lexicon.ts';
import { createEngine } from '../index.ts';

const engine = createEngine(lexicon);

const LEAD =
	'The swing bridge at Skerry stayed shut on Monday after its north motor burned out during the morning opening.';
const MORE =
	'Two barges and a dredger waited in the outer basin until the tide turned late in the afternoon.';
const TITLE = 'Bridge at Skerry stays shut';

function account(id: string, name: string, text: string, kind: SourceKind = 'outlet'): Account {
	const sha256 = createHash('sha256').update(text).digest('hex');
	const source = { name, kind };
	return { id, source, title: TITLE, text, rendering: 'verbatim', truncated: false, sha256 };
}

function originsOfLead(accounts: readonly Account[]): string[] {
	const { claims, lines } = engine.compare({ id: 'e', title: 'e' }, accounts);
	const lead = claims.find(
		({ account, text }) => account === accounts[0]!.id && text.includes('stayed shut')
	)!;
	const line = lines.find(({ versions }) => versions.some(({ claims }) => claims.includes(lead.id)))!;
	return line.origins.map(({ name }) => name);
}

describe('counting origins', () => {
	const wire = account('a', 'Harbour Wire', `${TITLE}\n\n${LEAD}\n\n${MORE}\n`, 'agency');

	it('counts agency copy once, in however many papers it stands', () => {
		const papers = ['Valen Courier', 'Morvane Post'].map((name, at) =>
			account(`b${at}`, name, `${TITLE}\n\n${LEAD}\n\n${MORE}\n`)
		);
		expect(originsOfLead([wire, ...papers])).toEqual(['Harbour Wire']);
	});

	it('counts lightly edited agency copy once', () => {
		const edited = LEAD.replace('burned out', 'failed');
		const paper = account('b', 'Valen Courier', `${TITLE}\n\n${edited}\n\n${MORE}\n`);
		expect(originsOfLead([wire, paper])).toEqual(['Harbour Wire']);
	});

	it('takes copy in which the day was changed for the words of whoever changed it', () => {
		const edited = LEAD.replace('on Monday', 'on Thursday');
		const paper = account('b', 'Valen Courier', `${TITLE}\n\n${edited}\n\n${MORE}\n`);
		expect(originsOfLead([wire, paper])).toContain('Valen Courier');
	});

	it('counts two papers that write for themselves twice', () => {
		const own =
			'Skerry swing bridge stayed shut on Monday because a motor on the north side had burned out, our reporter saw.';
		const paper = account('b', 'Valen Courier', `${TITLE}\n\n${own}\n`);
		const other = account('a', 'Morvane Post', `${TITLE}\n\n${LEAD}\n`);
		expect(originsOfLead([other, paper]).length).toBeGreaterThan(1);
	});

	it('takes a dateline as the credit it is, though the agency sent no account of its own', () => {
		const told = (id: string, name: string) =>
			account(id, name, `${TITLE}\n\nSKERRY, Nov 3 (Reuters) - ${LEAD}\n\n${MORE}\n`);
		expect(originsOfLead([told('a', 'Valen Courier'), told('b', 'Morvane Post')])).toHaveLength(1);
	});
});
