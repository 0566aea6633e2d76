import type { Comparison } from './comparison.ts';
import type { EditionStep } from './edition.ts';
import type { Event } from './event.ts';
import type { Line } from './line.ts';
import { anchorsOf, type Review } from './review.ts';

/** The ids of an event's drafts: texts that a person has not published. */
export function draftsOf(event: Event): Set<string> {
	return new Set(event.accounts.filter(({ rendering }) => rendering === 'draft').map(({ id }) => id));
}

function lineWithout(line: Line, gone: ReadonlySet<string>): Line[] {
	const versions = line.versions
		.map((version) => ({ ...version, claims: version.claims.filter((id) => !gone.has(id)) }))
		.filter(({ claims }) => claims.length > 0);
	return versions.length === 0 ? [] : [{ ...line, versions }];
}

function stepWithout(step: EditionStep, gone: ReadonlySet<string>): EditionStep {
	const changes = step.changes.map(({ still, ...change }) => {
		const left = still?.filter((id) => !gone.has(id)) ?? [];
		return left.length === 0 ? change : { ...change, still: left };
	});
	return { ...step, changes };
}

/**
 * A comparison without a person's drafts: no word of theirs, and nothing that was decided about them. The engine
 * keeps drafts out of states, origins, silences and titles, so that nothing else changes.
 */
export function comparisonWithoutDrafts(
	comparison: Comparison,
	decisions: ReadonlySet<string> = new Set()
): Comparison {
	const drafts = new Set(comparison.accounts.filter(({ draft }) => draft).map(({ id }) => id));
	if (drafts.size === 0) return comparison;
	const claims = comparison.claims.filter(({ account }) => !drafts.has(account));
	const gone = new Set(
		comparison.claims.filter(({ account }) => drafts.has(account)).map((claim) => claim.id)
	);
	const { editions, reviews, lost, ...rest } = comparison;
	const steps = editions?.filter(({ account }) => !drafts.has(account)) ?? [];
	const kept = reviews?.filter((id) => !decisions.has(id)) ?? [];
	const missed =
		lost?.filter(({ decision }) => !anchorsOf(decision).some(({ account }) => drafts.has(account))) ?? [];
	return {
		...rest,
		accounts: comparison.accounts.filter(({ id }) => !drafts.has(id)),
		claims,
		lines: comparison.lines.flatMap((line) => lineWithout(line, gone)),
		relations: comparison.relations.filter(({ a, b }) => !gone.has(a) && !gone.has(b)),
		...(steps.length === 0 ? {} : { editions: steps.map((step) => stepWithout(step, gone)) }),
		...(kept.length === 0 ? {} : { reviews: kept }),
		...(missed.length === 0 ? {} : { lost: missed })
	};
}

/** The entries of a log that have to do with a draft, and those that take them back. */
function reviewsOf(reviews: readonly Review[], drafts: ReadonlySet<string>): Set<string> {
	const found = new Set<string>();
	for (const { id, decision } of reviews)
		if (
			decision.kind === 'undo'
				? found.has(decision.review)
				: anchorsOf(decision).some(({ account }) => drafts.has(account))
		)
			found.add(id);
	return found;
}

const published = new WeakMap<Event, Event>();

/**
 * An event as it may leave the hands of the one whose drafts it holds. The event itself where it has none; the same
 * object for the same event, so that what is looked up of it is looked up once.
 */
export function withoutDrafts(event: Event): Event {
	const drafts = draftsOf(event);
	const known = published.get(event);
	const removed = event.removed.filter(({ rendering }) => rendering !== 'draft');
	if (known !== undefined) return known;
	if (drafts.size === 0 && removed.length === event.removed.length) return event;
	for (const { id, rendering } of event.removed) if (rendering === 'draft') drafts.add(id);
	const decided = reviewsOf(event.reviews ?? [], drafts);
	const { editions, reviews, comparison, ...rest } = event;
	const made: Event = {
		...rest,
		accounts: event.accounts.filter(({ id }) => !drafts.has(id)),
		removed,
		...(editions === undefined
			? {}
			: { editions: editions.filter(({ account }) => !drafts.has(account.id)) }),
		...(reviews === undefined ? {} : { reviews: reviews.filter(({ id }) => !decided.has(id)) }),
		comparison: comparison && comparisonWithoutDrafts(comparison, decided)
	};
	published.set(event, made);
	return made;
}
