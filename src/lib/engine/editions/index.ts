import type { Edition, EditionChange, EditionStep } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { Extraction } from '../types.ts';
import type { Words } from '../words/index.ts';
import { compareEditions, wordsOf, type Fate } from './difference.ts';
import { findStill } from './still.ts';

export { findNotices } from './notices.ts';
export { isSameInSubstance } from './substance.ts';

/** One account's way from an edition to the next. */
type Turn = { account: string; before: Extraction; after: Extraction; fates: Fate[]; isLast: boolean };

/** What the editions of all accounts tell, before they are lined up with others. */
export type History = {
	turns: Turn[];
	/** By claim of the newest editions: when the first edition with it appeared. */
	since: ReadonlyMap<string, string>;
};

/**
 * Follows each account through its editions, oldest first. `extractions` are the accounts as they stand; `read` reads an
 * earlier one.
 */
export function followEditions(
	extractions: readonly Extraction[],
	editions: readonly Edition[],
	read: (edition: Edition) => Extraction,
	words: Words
): History {
	const turns: Turn[] = [];
	const since = new Map<string, string>();
	for (const newest of extractions) {
		const earlier = editions.filter(({ account }) => account.id === newest.account.id);
		if (earlier.length === 0) continue;
		const chain = [...earlier.map(read), newest];
		let known = new Map<string, string>();
		chain.slice(1).forEach((after, at) => {
			const before = chain[at]!;
			const fates = compareEditions(before, after, words);
			const moment = after.account.editedAt;
			const next = new Map<string, string>();
			for (const { before: old, after: young, kind } of fates) {
				if (young === undefined) continue;
				const first = kind === 'same' || kind === 'reworded' ? known.get(old!.claim.id) : moment;
				if (first !== undefined) next.set(young.claim.id, first);
			}
			known = next;
			turns.push({ account: newest.account.id, before, after, fates, isLast: after === newest });
		});
		for (const [claim, moment] of known) since.set(claim, moment);
	}
	return { turns, since };
}

/** The extractions with the moment on each claim that came with a later edition. */
export function withSince(extractions: readonly Extraction[], { since }: History): Extraction[] {
	if (since.size === 0) return [...extractions];
	return extractions.map((extraction) => ({
		...extraction,
		claims: extraction.claims.map((claim) => {
			const moment = since.get(claim.id);
			return moment === undefined ? claim : { ...claim, since: moment };
		})
	}));
}

const RANK: Record<Fate['kind'], number> = { altered: 0, removed: 1, added: 2, reworded: 3, same: 4 };

/** What changed from edition to edition, with who still says what was given up in the last one. */
export function editionSteps(
	{ turns }: History,
	extractions: readonly Extraction[],
	words: Words
): EditionStep[] {
	return turns
		.map(({ account, before, after, fates, isLast }): EditionStep => {
			const still = isLast ? findStill(fates, account, extractions, words) : new Map<Fate, string[]>();
			const changes = fates
				.filter(({ kind }) => kind !== 'same')
				.sort(
					(x, y) =>
						RANK[x.kind] - RANK[y.kind] ||
						(x.before ?? x.after)!.claim.start - (y.before ?? y.after)!.claim.start
				)
				.map((fate) => changeOf(fate, still.get(fate), isLast));
			const { editedAt } = after.account;
			return {
				account,
				before: before.account.sha256,
				after: after.account.sha256,
				...(editedAt === undefined ? {} : { at: editedAt }),
				changes,
				same: fates.length - changes.length
			};
		})
		.sort((a, b) => byText(a.account, b.account));
}

function changeOf(fate: Fate, still: string[] | undefined, isLast: boolean): EditionChange {
	const { before, after, kind } = fate;
	return {
		kind: kind as EditionChange['kind'],
		...(before ? { before: wordsOf(before, after) } : {}),
		...(after ? { after: wordsOf(after, before) } : {}),
		...(after && isLast ? { claim: after.claim.id } : {}),
		...(still === undefined ? {} : { still })
	};
}
