import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../tests/support/invented-event.ts';
import { allWordings } from './all-wordings.ts';
import { indexComparison } from './comparison-index.ts';
import { quoteForms } from './quote-forms.ts';

const index = indexComparison(inventedComparison);
const accounts = new Map(inventedEvent.accounts.map((account) => [account.id, account]));

describe('all wordings of a line', () => {
	it('holds each claim of the line once, version by version', () => {
		for (const line of index.comparison.lines) {
			const stacked = allWordings(line, index, accounts);
			const claims = index.claimsOf.get(line.id)!.map((claim) => claim.id);
			if (claims.length < 2) expect(stacked).toBeNull();
			else expect(stacked!.wordings.map((one) => one.claim).sort()).toEqual([...claims].sort());
		}
	});

	it('gives back the exact words, whatever is marked in them', () => {
		for (const line of index.comparison.lines)
			for (const { claim, runs } of allWordings(line, index, accounts)?.wordings ?? [])
				expect(runs.map((run) => run.text).join('')).toBe(index.claims.get(claim)?.text);
	});

	it('marks nothing in the wording that the others are set against', () => {
		const stacked = allWordings(index.lines.get('hurt')!, index, accounts)!;
		const own = stacked.wordings.find((one) => one.claim === stacked.against)!;
		expect(own.runs.every((run) => run.same)).toBe(true);
		expect(stacked.wordings.some((one) => one.runs.some((run) => !run.same))).toBe(true);
	});
});

describe('a quotation against its fullest form', () => {
	const full =
		'“We heard the alarm at once, and we left by the north stair, and nobody pushed,” said the foreman.';
	const quoting = (...texts: string[]) =>
		texts.map((text, at) => ({
			...inventedEvent.accounts[0]!,
			id: `a${at}`,
			source: { name: `Paper ${at}`, kind: 'outlet' as const },
			title: '',
			text,
			rendering: 'verbatim' as const
		}));

	it.each([
		['cut at an end', '“We heard the alarm at once, and we left by the north stair,” he said.', 'cut'],
		['cut inside', '“We heard the alarm at once, and nobody pushed,” he said.', 'joined'],
		[
			'in other words',
			'“We heard the siren at once, and we left by the stair, and nobody pushed,” he said.',
			'changed'
		]
	])('tells what is %s', (_, text, stand) => {
		const [utterance, ...more] = quoteForms(quoting(text, full));
		expect(more).toEqual([]);
		expect(utterance?.fullest.name).toBe('Paper 1');
		expect(utterance?.forms.map((form) => form.stand)).toEqual([stand]);
	});

	it('does not depend on which account comes first', () => {
		const [cut, joined] = [
			'“We heard the alarm at once, and we left by the north stair,” he said.',
			'“We heard the alarm at once, and nobody pushed,” he said.'
		];
		const stands = (texts: string[]) =>
			quoteForms(quoting(...texts)).map((one) => [
				one.fullest.text,
				one.forms.map((form) => form.stand).sort()
			]);
		expect(stands([full, cut, joined])).toEqual(stands([joined, full, cut]));
	});

	it('leaves out what all quote alike, curly marks or straight', () => {
		expect(quoteForms(quoting(full, full.replaceAll(/[“”]/g, '"')))).toEqual([]);
	});

	it('never takes our summary for a quotation', () => {
		const [first, second] = quoting(full, '“We heard the alarm at once,” he said.');
		expect(quoteForms([first!, { ...second!, rendering: 'summary' }])).toEqual([]);
	});
});
