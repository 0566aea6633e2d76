import { expect } from 'vitest';
import { createExtractor } from '#lib/engine/claims/index.ts';
import { gistsOf } from '#lib/engine/lines/index.ts';
import { findingsOf } from '#lib/engine/relations/index.ts';
import { createWords } from '#lib/engine/words/index.ts';
import type { Account } from '#lib/model/index.ts';
import { lexicon } from './lexicon.ts';

const words = createWords(lexicon);
const extract = createExtractor(lexicon);

const account = (id: string, text: string, publishedAt: string): Account => ({
	id,
	source: { name: `The ${id}`, kind: 'outlet' },
	title: '',
	text,
	publishedAt,
	rendering: 'verbatim',
	truncated: false,
	sha256: ''
});

/** What is found between anything in one text and anything in another, printed at these times. */
export function findingsBetween(one: string, other: string, times = ['2026-05-20', '2026-05-20']) {
	const [first, second] = [one, other].map((text, i) =>
		gistsOf([extract(account(`Paper${i}`, text, times[i]!))])
	);
	return first!.flatMap((x) => second!.flatMap((y) => findingsOf(x, y, words)));
}

/** The kinds of conflict between two texts, which are the same in either order. */
export function conflictsBetween(one: string, other: string): string[] {
	const [there, back] = [findingsBetween(one, other), findingsBetween(other, one)].map((found) =>
		found.filter(({ kind }) => kind === 'conflicts').map(({ code }) => code)
	) as [string[], string[]];
	expect(back.toSorted()).toEqual(there.toSorted());
	return [...new Set(there)];
}
