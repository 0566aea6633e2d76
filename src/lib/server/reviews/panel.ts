import { readAsk, undoneBy, type Ask, type Event, type Line, type Review } from '#lib/model/index.ts';
import type { ComparisonIndex } from '#lib/viz/comparison-index.ts';
import { nearLines } from '#lib/viz/near-lines.ts';
import { addForm, reviewForm, type ReviewPanel } from '#lib/viz/review-form.ts';
import { searchEvents } from '../search.ts';
import { reviewsByClaim } from './places.ts';

/** Kinds of decision that concern a claim by itself; the others are told of with its line. */
const OF_CLAIM = new Set(['confirm', 'challenge', 'holder', 'voice', 'certainty', 'add', 'hide']);

/** Lines that a search offers. */
const MOST_LINES = 8;

/** Entries of the log by the ids in an address; those that were taken back since are left out. */
export function keptJustNow(event: Event, kept: string | null): Review[] {
	if (!kept) return [];
	const log = event.reviews ?? [];
	const [ids, undone] = [new Set(kept.split('~')), undoneBy(log)];
	return log.filter(({ id }) => ids.has(id) && !undone.has(id));
}

/** Lines that a claim may belong to: those that were searched for, else those whose words are nearest. */
function linesFor(claim: string, query: string, event: Event, index: ComparisonIndex): Line[] {
	const home = index.lineOf.get(claim);
	if (query === '') return nearLines(claim, index);
	const found = searchEvents([event], query).events.flatMap(({ claims }) => claims);
	const lines = new Set(found.flatMap((one) => index.lineOf.get(one.claim) ?? []));
	return [...lines].filter((line) => line !== home).slice(0, MOST_LINES);
}

function isAbout(review: Review, line: Line, index: ComparisonIndex): boolean {
	const { decision } = review;
	if (decision.kind !== 'oneSource') return false;
	const names = new Set(decision.names.map((name) => name.toLowerCase()));
	return (index.claimsOf.get(line.id) ?? []).some(({ holder }) => names.has(holder.toLowerCase()));
}

/** What the page shows of reviews beside an open line (or, with none open, beside the accounts). */
export function reviewPanel(
	event: Event,
	index: ComparisonIndex,
	line: Line | null,
	from: { ask?: string | undefined; params: URLSearchParams; who: string }
): ReviewPanel {
	const ask = readAsk(from.ask);
	const query = (from.params.get('q') ?? '').trim();
	const all = reviewsByClaim(event);
	const claims: Record<string, Review[]> = {};
	const ofLine = new Set<Review>();
	for (const { id } of line ? (index.claimsOf.get(line.id) ?? []) : [])
		for (const review of all.get(id) ?? []) {
			const { decision } = review;
			const isAlone = OF_CLAIM.has(decision.kind) && !('claims' in decision && decision.claims.length > 1);
			if (isAlone) (claims[id] ??= []).push(review);
			else ofLine.add(review);
		}
	if (line) {
		const undone = undoneBy(event.reviews ?? []);
		for (const review of event.reviews ?? [])
			if (!undone.has(review.id) && isAbout(review, line, index)) ofLine.add(review);
	}
	const formFor = ({ what, of }: Ask) => {
		const account = what === 'add' ? event.accounts.find(({ id }) => id === of[0]) : undefined;
		if (what === 'add') return account ? addForm(account, index, from.params.get('place')) : null;
		return reviewForm(of, index, what === 'same' ? linesFor(of[0]!, query, event, index) : []);
	};
	return {
		who: from.who,
		seen: event.reviews?.length ?? 0,
		ask,
		form: ask && formFor(ask),
		query,
		kept: keptJustNow(event, from.params.get('kept')),
		claims,
		line: [...ofLine]
	};
}
