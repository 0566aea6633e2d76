import { anchorOf, fail, type Decision, type Event, type Result } from '#lib/model/index.ts';
import { areSameWords, holderName } from '#lib/viz/same-words.ts';
import { indexOf } from '../event-views.ts';
import { checkDecisions } from './read-form.ts';

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/**
 * What a person answered when words stood under several names: one of them holds all of the `claims`; or each account
 * is read rightly, and they differ.
 */
export function readWhoSaid(form: FormData, event: Event): Result<Decision[]> {
	const index = indexOf(event);
	const ids = text(form, 'claims').split('~');
	const claims = ids.flatMap((id) => index?.claims.get(id) ?? []);
	if (!index || claims.length < ids.length) return fail('claim_gone');
	const holder = text(form, 'holder');
	if (holder !== '') {
		if (!claims.some((claim) => holderName(claim) === holder)) return fail('claim_gone');
		const others = claims.filter((claim) => holderName(claim) !== holder);
		return others.length === 0
			? fail('nothing_changed')
			: checkDecisions(others.map((claim) => ({ kind: 'holder', claim: anchorOf(claim), holder })));
	}
	const pairs = index.comparison.relations.filter(
		(relation) => ids.includes(relation.a) && ids.includes(relation.b) && areSameWords(relation, index)
	);
	if (text(form, 'choice') !== 'each' || pairs.length === 0) return fail('claim_gone');
	const anchor = (id: string) => anchorOf(index.claims.get(id)!);
	return checkDecisions(
		pairs.map(({ a, b, kind }) => ({ kind: 'confirm', claims: [anchor(a), anchor(b)], relation: kind }))
	);
}
