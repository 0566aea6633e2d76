import type { Account, Edition, EditionChange, EditionChangeKind, EditionStep } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type DiffRun, wordDiff } from './word-diff.ts';

/** One text of an account, by its number: 1 is the first. */
export type EditionItem = {
	number: number;
	title: string;
	/** When it appeared, as far as it is known. */
	at?: string;
	newest: boolean;
};

/** An account that still says what another gave up. */
export type StillCarrying = {
	account: string;
	name: string;
	publishedAt?: string;
	claim: string;
	text: string;
};

export type ChangedClaim = {
	key: string;
	kind: EditionChangeKind;
	before?: DiffRun[];
	after?: DiffRun[];
	/** The claim in the account as it stands, to open. */
	claim?: string;
	still: StillCarrying[];
};

/** What changed from one edition to the next. */
export type EditionTurn = {
	from: number;
	to: number;
	at?: string;
	changes: ChangedClaim[];
	same: number;
};

/** The texts that an account has had, newest first. */
export function editionItems(account: Account, editions: readonly Edition[]): EditionItem[] {
	const texts = [
		...editions.filter((one) => one.account.id === account.id).map((one) => one.account),
		account
	];
	return texts
		.map((text, index): EditionItem => {
			const at = text.editedAt ?? text.publishedAt;
			return {
				number: index + 1,
				title: text.title,
				...(at === undefined ? {} : { at }),
				newest: index === texts.length - 1
			};
		})
		.reverse();
}

function runsOf({ before, after }: EditionChange): { before?: DiffRun[]; after?: DiffRun[] } {
	if (before && after) {
		const diff = wordDiff(before.text, after.text);
		return { before: diff.a, after: diff.b };
	}
	const whole = (text: string): DiffRun[] => [{ text, same: true }];
	return {
		...(before ? { before: whole(before.text) } : {}),
		...(after ? { after: whole(after.text) } : {})
	};
}

/** Accounts that still carry the old, each once, first published first. */
function carrying(index: ComparisonIndex, claims: readonly string[]): StillCarrying[] {
	const found = new Map<string, StillCarrying>();
	for (const id of claims) {
		const claim = index.claims.get(id);
		if (claim === undefined || found.has(claim.account)) continue;
		const publishedAt = claim.since ?? index.accounts.get(claim.account)?.publishedAt;
		found.set(claim.account, {
			account: claim.account,
			name: nameOf(index, claim.account),
			...(publishedAt === undefined ? {} : { publishedAt }),
			claim: id,
			text: claim.text
		});
	}
	return [...found.values()].sort((a, b) => {
		const [x, y] = [a.publishedAt ?? '9999', b.publishedAt ?? '9999'];
		return x < y ? -1 : x > y ? 1 : a.account < b.account ? -1 : 1;
	});
}

function turnOf(index: ComparisonIndex, step: EditionStep, from: number): EditionTurn {
	return {
		from,
		to: from + 1,
		...(step.at === undefined ? {} : { at: step.at }),
		changes: step.changes.map((change, at) => ({
			key: `${from}-${at}`,
			kind: change.kind,
			...runsOf(change),
			...(change.claim !== undefined && index.claims.has(change.claim) ? { claim: change.claim } : {}),
			still: carrying(index, change.still ?? [])
		})),
		same: step.same
	};
}

/** What changed from edition to edition of an account, the newest turn first. */
export function editionTurns(index: ComparisonIndex, account: string): EditionTurn[] {
	const steps = (index.comparison.editions ?? []).filter((step) => step.account === account);
	return steps.map((step, at) => turnOf(index, step, at + 1)).reverse();
}

/** A claim that an account gave up or altered in its newest edition, with who still carries the old. */
export type Corrected = ChangedClaim & { account: string; name: string; at?: string };

/** What accounts corrected: altered claims, and those taken back that others still carry. */
export function corrections(index: ComparisonIndex): Corrected[] {
	const accounts = [...new Set((index.comparison.editions ?? []).map((step) => step.account))];
	return accounts.flatMap((account) => {
		const [turn] = editionTurns(index, account);
		return (turn?.changes ?? [])
			.filter(({ kind, still }) => kind === 'altered' || (kind === 'removed' && still.length > 0))
			.map((change) => ({
				...change,
				key: `${account}-${change.key}`,
				account,
				name: nameOf(index, account),
				...(turn!.at === undefined ? {} : { at: turn!.at })
			}));
	});
}
