import type { Account, Comparison } from '#lib/model/index.ts';
import { assembleComparison } from './comparison.ts';
import type { LexiconFiles, Progress } from './types.ts';

export type { Extraction, LexiconFiles, Progress, Stage } from './types.ts';
export { STAGES } from './types.ts';

/** The analysis, loaded once and used for any number of events. */
export type Engine = {
	/** Lines up the accounts of one event. Pure: the same accounts give the same document, in any order. */
	compare(
		event: { id: string; title: string },
		accounts: readonly Account[],
		options?: { onProgress?: (progress: Progress) => void }
	): Comparison;
};

/** Makes an engine from the files of `data/lexicon/`. */
export function createEngine(_files: LexiconFiles): Engine {
	return {
		compare: (event, accounts) => assembleComparison(event, accounts, [], [], [])
	};
}
