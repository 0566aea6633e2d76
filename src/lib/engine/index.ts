import type { Account, Comparison } from '#lib/model/index.ts';
import { createExtractor, createIdentifier, withIdentities } from './claims/index.ts';
import { assembleComparison, byText } from './comparison.ts';
import { lineUp } from './lineup.ts';
import type { Extraction, LexiconFiles, Progress } from './types.ts';
import { createWords } from './words/index.ts';

export type { Extraction, LexiconFiles, Progress } from './types.ts';

/** The analysis, loaded once and used for any number of events. */
export type Engine = {
	/** Reads one account without looking at any other: its sentences, names and claims. */
	extract(account: Account): Extraction;
	/** Lines up the accounts of one event. Pure: the same accounts give the same document, in any order. */
	compare(
		event: { id: string; title: string },
		accounts: readonly Account[],
		options?: { onProgress?: (progress: Progress) => void }
	): Comparison;
};

/** Makes an engine from the files of `data/lexicon/`. */
export function createEngine(files: LexiconFiles): Engine {
	const extract = createExtractor(files);
	const identify = createIdentifier(files);
	const words = createWords(files);
	return {
		extract,
		compare(event, accounts, { onProgress } = {}) {
			const ordered = [...accounts].sort((a, b) => byText(a.id, b.id));
			const read = ordered.map((account, done) => {
				onProgress?.({ stage: 'reading', done, total: ordered.length });
				return extract(account);
			});
			onProgress?.({ stage: 'reading', done: ordered.length, total: ordered.length });
			const extractions = withIdentities(read, identify(read));
			const { lines, relations } = lineUp(extractions, words, onProgress);
			const claims = extractions.flatMap((extraction) => extraction.claims);
			return assembleComparison(event, ordered, claims, lines, relations);
		}
	};
}
