import { describe, expect, it } from 'vitest';
import { paragraphChanges } from './paragraph-changes.ts';

const OLD = 'Bridge closed\n\nA barge struck it. Twelve were hurt.\n\nThe mayor came.';
const sides = ({ changes }: ReturnType<typeof paragraphChanges>) =>
	changes.map(({ before, after }) => [before, after].map((runs) => runs?.map(({ text }) => text).join('')));

describe('what changed between two texts', () => {
	it('is nothing where only punctuation and white space did', () => {
		const young = 'Bridge closed\nA barge struck it; twelve were hurt\n\n\n  The mayor came!';
		expect(paragraphChanges(OLD, young)).toEqual({ changes: [], same: 3 });
	});

	it('sets an edited paragraph beside what it was, with the words that only one side has', () => {
		const { changes, same } = paragraphChanges(OLD, OLD.replace('Twelve', 'Four'));
		expect(same).toBe(2);
		expect(changes).toHaveLength(1);
		const only = (runs: { text: string; same: boolean }[] = []) =>
			runs.filter((run) => !run.same).map((run) => run.text.trim());
		expect([only(changes[0]!.before), only(changes[0]!.after)]).toEqual([['Twelve'], ['Four']]);
	});

	it('tells what is gone from what is new, in the order of the text', () => {
		const young =
			'Bridge closed\n\nA barge struck it. Twelve were hurt.\n\nEngineers found cracks in a pier.';
		expect(sides(paragraphChanges(OLD, young))).toEqual([
			['The mayor came.', undefined],
			[undefined, 'Engineers found cracks in a pier.']
		]);
	});

	it('shows texts of very many paragraphs as wholes', () => {
		const long = Array.from({ length: 2_000 }, (_, n) => `Line ${n}.`).join('\n');
		expect(paragraphChanges(OLD, long).changes).toHaveLength(2);
	});
});
