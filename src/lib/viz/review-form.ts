import type {
	Account,
	Ask,
	Certainty,
	Claim,
	Decision,
	Failure,
	Line,
	LineState,
	RelationKind,
	Review,
	Voice
} from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { nameOf } from './comparison-index.ts';
import { holdersOf } from './holders.ts';

/** A claim as a form shows it: whose it is, and its exact words. */
export type FormClaim = { id: string; source: string; words: string };

/** A line that a claim may belong to, by one of its claims. */
export type FormLine = { claim: string; title: string; state: LineState; sources: number; words: string };

/** What the forms of a review start from. */
export type ReviewFormData = {
	claims: FormClaim[];
	/** The line of the first claim, and its claims. */
	line: { id: string; title: string; claims: FormClaim[] } | null;
	holder: string;
	voice: Voice;
	certainty: Certainty;
	/** What holds between the two claims now, with the engine's or a person's reason. */
	relation: { kind: RelationKind; reason: string } | null;
	/** Everyone who holds a claim of the event, in the order of the alphabet. */
	holders: string[];
	/** Lines to choose from. */
	lines: FormLine[];
	/** Where a claim is to be added: the words that were marked, and their place. */
	added?: { words: string; place: string };
};

/** What people decided on an open line, and the form that is open on it. */
export type ReviewPanel = {
	/** The name that the person gave last. */
	who: string;
	/** Length of the log that this page was made from. */
	seen: number;
	ask: Ask | null;
	/** What the open form starts from; null when none is open, or its claim is no more. */
	form: ReviewFormData | null;
	/** What lines were searched for. */
	query: string;
	/** Decisions that were kept with the last press. */
	kept: Review[];
	/** Decisions in force: on each claim of the line, and on what holds between them. */
	claims: Record<string, Review[]>;
	line: Review[];
};

/** What a refused form gives back, so that nothing typed is lost and both versions can be shown. */
export type RefusedForm = {
	failure: Failure;
	message: string;
	ask: string;
	/** The fields as they were sent. */
	sent: Record<string, string[]>;
	/** What others decided on the same thing meanwhile, and what was about to be added. */
	theirs: readonly Review[];
	mine: readonly Decision[];
	/** The length of the log that the person has seen once they have read this. */
	seen: number;
};

/** A claim as a form shows it. */
export function formClaim(claim: Claim, index: ComparisonIndex): FormClaim {
	return { id: claim.id, source: nameOf(index, claim.account), words: claim.text };
}

/** A line as a form offers it. */
export function formLine(line: Line, index: ComparisonIndex): FormLine[] {
	const claims = index.claimsOf.get(line.id) ?? [];
	const first = claims[0];
	if (first === undefined) return [];
	const sources = new Set(claims.map(({ account }) => account)).size;
	return [{ claim: first.id, title: line.title, state: line.state, sources, words: first.text }];
}

/** Everyone who holds a claim, in the order of the alphabet. */
function namesOf(index: ComparisonIndex): string[] {
	const names = new Set([...holdersOf(index).values()].map(({ name }) => name));
	return [...names].sort((a, b) => (a < b ? -1 : 1));
}

/** What the forms about one claim, or about two of a line, start from; null when a claim is no more. */
export function reviewForm(
	ids: readonly string[],
	index: ComparisonIndex,
	lines: readonly Line[]
): ReviewFormData | null {
	const claims = ids.flatMap((id) => index.claims.get(id) ?? []);
	const [first, second] = claims;
	if (first === undefined || claims.length < ids.length) return null;
	const line = index.lineOf.get(first.id) ?? null;
	const between = (index.relationsOf.get(first.id) ?? []).find(
		({ a, b }) => second !== undefined && (a === second.id || b === second.id)
	);
	return {
		claims: claims.map((claim) => formClaim(claim, index)),
		line: line && {
			id: line.id,
			title: line.title,
			claims: (index.claimsOf.get(line.id) ?? []).map((claim) => formClaim(claim, index))
		},
		holder: first.holder,
		voice: first.voice,
		certainty: first.certainty,
		relation: between ? { kind: between.kind, reason: between.reason.text } : null,
		holders: namesOf(index),
		lines: lines.flatMap((one) => formLine(one, index))
	};
}

/** What the form to add a claim to an account starts from: the words at `place` (`start-end`), where one is given. */
export function addForm(account: Account, index: ComparisonIndex, place: string | null): ReviewFormData {
	const [start, end] = (place ?? '').split('-').map(Number);
	const words = start! < end! ? account.text.slice(start, end).trim() : '';
	return {
		claims: [],
		line: null,
		holder: '',
		voice: 'own',
		certainty: 'stated',
		relation: null,
		holders: namesOf(index),
		lines: [],
		added: { words, place: words === '' ? '' : place! }
	};
}

/** Words that an entry of the log hangs on, and where they are read. */
export type HistoryPlace = { source: string; words: string; account: string; claim: string | null };

/** One entry of the log of reviews, as the history page shows it. */
export type HistoryEntry = {
	id: string;
	at: string;
	who: string;
	why?: string;
	/** What was decided; of an undo, what it is about in the end, and whether that holds again. */
	decision: Decision;
	undo?: 'undo' | 'redo';
	/** Whose undo took it back; null where it is in force. */
	undoneBy: string | null;
	places: HistoryPlace[];
	/** Why the engine could not keep to it: the sources whose words are gone, or none where another overrules it. */
	lost?: string[];
};
