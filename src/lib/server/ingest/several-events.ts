import { groupPieces } from '#lib/engine/groups/index.ts';
import type { DraftInput } from '#lib/model/index.ts';
import { readWhen } from './when.ts';

/** Accounts past which the check is left out: it would hold up other requests for longer than 50 ms. */
const MOST = 60;

/**
 * A sentence for people where the accounts seem to be about several events, two or more accounts each; null
 * where they are not, or one alone stands apart, which a short statement often does.
 */
export function tellSeveralEvents(drafts: readonly DraftInput[]): string | null {
	const shown = drafts.map((draft, index) => ({ draft, index })).filter(({ draft }) => !draft.isOut);
	if (shown.length < 4 || shown.length > MOST) return null;
	const pieces = shown.map(({ draft, index }) => ({
		id: String(index),
		title: draft.title,
		text: draft.text,
		publishedAt: readWhen(draft.publishedAt) ?? undefined
	}));
	const groups = groupPieces(pieces).filter((group) => group.pieces.length > 1);
	if (groups.length < 2) return null;
	const names = groups.slice(0, 4).map((group) => {
		const numbers = group.pieces.map((id) => Number(id) + 1).sort((a, b) => a - b);
		return `“${drafts[numbers[0]! - 1]!.title}” (${numbers.join(', ')})`;
	});
	return `These accounts seem to be about ${groups.length} events: ${names.join('; ')}. Leave out those that belong elsewhere.`;
}
