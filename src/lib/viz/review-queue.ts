import type { Account, Claim, Relation, RelationKind } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { contextOf } from './context.ts';
import { type Glyph, glyphOf } from './glyph.ts';
import { holderKey } from './holders.ts';
import { weighLines } from './weight.ts';

/** What a wrong relation of each kind would do to what people read: a conflict splits a line, an agreement hides one. */
const STAKES: Record<RelationKind, number> = { conflicts: 4, update: 2, agrees: 1.5, differs: 1 };

/** One text for a pair of claims, whichever comes first. */
export function pairOf(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * The relations that nobody has decided on, those first where the engine is least sure and most hangs on it: how much
 * the line matters, times what is at stake, times the engine's doubt. The second pair of a line counts half as much
 * as its first, the third a third, so that one long line does not fill the queue. What is `apart` is asked elsewhere.
 */
export function reviewQueue(
	index: ComparisonIndex,
	decided: ReadonlySet<string>,
	apart: (relation: Relation) => boolean = () => false
): Relation[] {
	const weights = weighLines(index);
	const found = index.comparison.relations.flatMap((relation) => {
		const line = index.lineOf.get(relation.a);
		if (apart(relation)) return [];
		if (line === undefined || line !== index.lineOf.get(relation.b)) return [];
		const weight = weights.get(line.id)?.total ?? 0;
		const doubt = 1 - Math.min(1, Math.max(0, relation.score));
		const claims = [relation.a, relation.b].flatMap((id) => index.claims.get(id) ?? []);
		// What one holder says twice says little about who disagrees with whom.
		const sides = new Set(claims.map(holderKey)).size;
		const worth = (0.05 + doubt) * STAKES[relation.kind] * (1 + weight) * sides;
		return [{ relation, line: line.id, key: pairOf(relation.a, relation.b), worth }];
	});
	type Item = (typeof found)[number];
	const byWorth = (a: Item, b: Item) => b.worth - a.worth || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
	// What is decided comes first in its line and still counts: deciding one pair moves no other.
	const isDecided = ({ key }: Item) => (decided.has(key) ? 1 : 0);
	const seen = new Map<string, number>();
	return found
		.sort((a, b) => isDecided(b) - isDecided(a) || byWorth(a, b))
		.map((item) => {
			const place = (seen.get(item.line) ?? 0) + 1;
			seen.set(item.line, place);
			return { ...item, worth: item.worth / place };
		})
		.filter(({ key }) => !decided.has(key))
		.sort(byWorth)
		.map(({ relation }) => relation);
}

/** One of the two claims of a pair, with the words around it. */
export type QueuePassage = {
	claim: string;
	account: string;
	source: string;
	/** Who says so, where that is not the account's own source. */
	holder?: string;
	glyph: Glyph;
	before: string;
	words: string;
	after: string;
};

/** What a person is asked: two passages, and what the engine says of them. */
export type QueueItem = {
	asks: 'pair';
	a: QueuePassage;
	b: QueuePassage;
	kind: RelationKind;
	reason: string;
	line: { id: string; title: string };
};

/** A claim of an account with the words around it. */
export function passageOf(
	claim: Claim,
	account: Account,
	index: ComparisonIndex,
	contextIn = contextOf
): QueuePassage {
	const { text } = account;
	const around = contextIn(text, claim);
	const { holder } = claim;
	return {
		claim: claim.id,
		account: account.id,
		source: nameOf(index, account.id),
		...(holder === account.source.name ? {} : { holder }),
		glyph: glyphOf(claim),
		before: text.slice(around.start, claim.start),
		words: text.slice(claim.start, claim.end),
		after: text.slice(claim.end, around.end)
	};
}

/** A pair of the queue as it is shown; null where a claim or its account is no more. */
export function queueItem(
	{ a, b, kind, reason }: Relation,
	index: ComparisonIndex,
	accounts: readonly Account[]
): QueueItem | null {
	const [first, second] = [a, b].map((id) => {
		const claim = index.claims.get(id);
		const account = accounts.find((one) => one.id === claim?.account);
		return claim && account ? passageOf(claim, account, index) : undefined;
	});
	const line = index.lineOf.get(a);
	if (!first || !second || !line) return null;
	return {
		asks: 'pair',
		a: first,
		b: second,
		kind,
		reason: reason.text,
		line: { id: line.id, title: line.title }
	};
}
