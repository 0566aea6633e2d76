import type { Account, Comparison, Edition, Standing } from '#lib/model/index.ts';
import { createExtractor, createIdentifier, withIdentities } from './claims/index.ts';
import { assembleComparison, byText } from './comparison.ts';
import { isDraft } from './drafts.ts';
import { editionSteps, followEditions, withSince } from './editions/index.ts';
import { lineUp } from './lineup.ts';
import { joinCopies } from './origins/index.ts';
import { applyReviews, joinSources } from './reviews/index.ts';
import type { Extraction, LexiconFiles, Progress } from './types.ts';
import { createWords } from './words/index.ts';

export type { Extraction, LexiconFiles, Progress } from './types.ts';

/** The analysis, loaded once and used for any number of events. */
export type Engine = {
	/** Reads one account without looking at any other: its sentences, names and claims. */
	extract(account: Account): Extraction;
	/**
	 * Lines up the accounts of one event, keeping to what people decided about it. Pure: the same accounts and the same
	 * decisions give the same document, in any order of accounts.
	 */
	compare(
		event: { id: string; title: string },
		accounts: readonly Account[],
		options?: {
			onProgress?: (progress: Progress) => void;
			/** The decisions in force, oldest first: `effectiveReviews` of the event's log. */
			reviews?: readonly Standing[];
			/** Texts that the accounts had before, oldest first. */
			editions?: readonly Edition[];
			/** Reads an account in the engine's place, as a cache of what was read before does. */
			extract?: (account: Account) => Extraction;
		}
	): Comparison;
};

/** Makes an engine from the files of `data/lexicon/`. */
export function createEngine(files: LexiconFiles): Engine {
	const extract = createExtractor(files);
	const identify = createIdentifier(files);
	const words = createWords(files);
	/** A draft learns from the others who is meant, and they learn nothing from it. */
	function identified(all: readonly Extraction[]): Extraction[] {
		const published = all.filter((extraction) => !isDraft(extraction));
		const drafts = all.filter(isDraft);
		return [
			...joinCopies(withIdentities(published, identify(published))),
			...(drafts.length === 0 ? [] : withIdentities(drafts, identify(all)))
		];
	}
	return {
		extract,
		compare(event, accounts, { onProgress, reviews = [], editions = [], extract: read = extract } = {}) {
			const ordered = [...accounts].sort((a, b) => byText(a.id, b.id));
			const fresh = ordered.map((account, done) => {
				onProgress?.({ stage: 'reading', done, total: ordered.length });
				return read(account);
			});
			onProgress?.({ stage: 'reading', done: ordered.length, total: ordered.length });
			const history = followEditions(fresh, editions, ({ id, account }) => read({ ...account, id }), words);
			const { extractions: reviewed, decided } = applyReviews(withSince(fresh, history), reviews);
			const extractions = joinSources(identified(reviewed), decided.sources);
			const { lines, relations } = lineUp(extractions, words, onProgress, decided);
			const claims = extractions.flatMap((extraction) => extraction.claims);
			return assembleComparison(event, ordered, claims, lines, relations, {
				reviews: reviews.map(({ id }) => id),
				lost: decided.lost,
				editions: editionSteps(history, extractions, words)
			});
		}
	};
}
