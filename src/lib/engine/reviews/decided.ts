import type { DecidedRelation, LostDecision } from '#lib/model/index.ts';
import type { IdPair } from './links.ts';

/** What a person decided on a pair of claims, and in which words. */
export type DecidedPair = { relation: DecidedRelation; why?: string | undefined };

/** What the decisions in force ask of the stages after reading. */
export type Decided = {
	/** Pairs of claims, by id, that have to be in one line, and that must not be. */
	must: IdPair[];
	cannot: IdPair[];
	/** By `pairKey`. */
	relations: ReadonlyMap<string, DecidedPair>;
	/** Pairs whose relation somebody thinks wrong, by `pairKey`. */
	challenged: ReadonlySet<string>;
	/** Keys of the pairs above that a claim is in, by its id. */
	pairsOf: ReadonlyMap<string, readonly string[]>;
	/** Every claim of `must`, and of `cannot`. */
	joined: ReadonlySet<string>;
	parted: ReadonlySet<string>;
	/** What the line of a claim is called, by the claim; `at` is the decision's place in the log. */
	titles: ReadonlyMap<string, { title: string; at: number }>;
	/** Names that mean one source; the first of each is the one to show, the newest decision last. */
	sources: readonly (readonly string[])[];
	lost: LostDecision[];
};
