import {
	effectiveReviews,
	type Anchor,
	type DecidedRelation,
	type Event,
	type Standing
} from '#lib/model/index.ts';

/** What people say of two passages: what holds between them, or whether they speak to one point at all. */
type Label = DecidedRelation | 'same' | 'notSame';

type Labelled = { a: Anchor; b: Anchor; label: Label };

function labelled({ decision }: Standing): Labelled[] {
	switch (decision.kind) {
		case 'relation':
			return [{ a: decision.a, b: decision.b, label: decision.relation }];
		case 'confirm': {
			const [a, b] = decision.claims;
			return a && b && decision.relation ? [{ a, b, label: decision.relation }] : [];
		}
		case 'same': {
			const [a, ...rest] = decision.claims;
			return rest.map((b) => ({ a: a!, b, label: 'same' }));
		}
		case 'notSame':
			return decision.a.flatMap((a) => decision.b.map((b): Labelled => ({ a, b, label: 'notSame' })));
		case 'holder':
		case 'voice':
		case 'certainty':
		case 'rename':
		case 'hide':
		case 'add':
		case 'oneSource':
		case 'challenge':
			return [];
	}
}

const placeOf = ({ account, start, end }: Anchor) => `${account}:${start}-${end}`;

/**
 * What people decided on pairs of passages, one JSON object a line, to measure an engine with. Of two decisions on one
 * pair the newer counts. Who decided stays here.
 */
export function labelledPairs({ accounts, reviews }: Pick<Event, 'accounts' | 'reviews'>): string {
	const sources = new Map(accounts.map(({ id, source }) => [id, source.name]));
	const passage = ({ account, start, end, words }: Anchor) => ({
		account,
		source: sources.get(account) ?? null,
		start,
		end,
		words
	});
	const newest = new Map<string, object>();
	for (const review of effectiveReviews(reviews ?? []))
		for (const { a, b, label } of labelled(review)) {
			const key = [a, b].map(placeOf).sort().join(' ');
			newest.delete(key);
			newest.set(key, {
				a: passage(a),
				b: passage(b),
				label,
				confirmed: review.decision.kind === 'confirm',
				at: review.at,
				...(review.why ? { why: review.why } : {})
			});
		}
	return [...newest.values()].map((pair) => `${JSON.stringify(pair)}\n`).join('');
}
