import {
	effectiveReviews,
	ok,
	type Account,
	type Comparison,
	type Edition,
	type Event,
	type Result,
	type Standing
} from '#lib/model/index.ts';
import { isStale } from '../store/index.ts';
import type { Evidence } from './bundle.ts';

/** What a comparison is made from. */
export type CompareRequest = {
	event: { id: string; title: string };
	accounts: Account[];
	reviews: Standing[];
	editions: Edition[];
};

/**
 * An event as it leaves the house: with the comparison of exactly these accounts and decisions, made anew where the kept
 * one is of others. Whether drafts go along is settled by whoever hands the event over (`withoutDrafts`).
 */
export async function evidenceOf(
	event: Event,
	compare: (request: CompareRequest) => Promise<Result<Comparison>>
): Promise<Result<Evidence>> {
	const { name: id, title, accounts } = event;
	const ids = new Set(accounts.map((account) => account.id));
	// What was taken out of the event stays here, with its earlier editions.
	const editions = (event.editions ?? []).filter(({ account }) => ids.has(account.id));
	const evidence = { ...event, editions };
	if (accounts.length === 0 || !isStale(event)) return ok(evidence);
	const reviews = effectiveReviews(event.reviews ?? []);
	const compared = await compare({ event: { id, title }, accounts, reviews, editions });
	return compared.ok ? ok({ ...evidence, comparison: compared.value }) : compared;
}
