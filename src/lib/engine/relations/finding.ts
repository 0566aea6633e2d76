import type { Evidence, ReasonCode, RelationKind, Span } from '#lib/model/index.ts';
import type { Gist } from '../lines/gist.ts';

/** What holds between what two claims say, whoever says it: no finding, no relation. */
export type Finding = {
	kind: RelationKind;
	code: ReasonCode;
	text: string;
	evidence: Evidence[];
	/** How well the two are about one thing where they part, 0..1, as the rule that found it can tell. */
	fit: number;
	/** Whether clause stood against clause, and not only claim against claim. */
	isClause?: boolean;
};

/** Evidence on exact words of a claim; a span that reaches beyond the claim is cut to it. */
export function evidenceOf(gist: Gist, span: Span): Evidence {
	const { id, start, end } = gist.claim;
	return { claim: id, start: Math.max(start, span.start), end: Math.min(end, span.end) };
}

/** Who is to be named in a sentence about a claim: its holder, and where that alone would not tell, the account. */
export function speakers(a: Gist, b: Gist): [string, string] {
	if (a.claim.holder !== b.claim.holder) return [a.claim.holder, b.claim.holder];
	const [x, y] = [a.extraction.account.source.name, b.extraction.account.source.name];
	if (x === y)
		return [`${x}${a.claim.headline ? '’s headline' : ''}`, `${y}${b.claim.headline ? '’s headline' : ''}`];
	return [`${a.claim.holder} in ${x}`, `${b.claim.holder} in ${y}`];
}

const MANY = /^(?:police|people|staff|troops|children|men|women|crew|others|both|all|many|some)$/;

/** What people are called by, of several: a capital at the beginning of a sentence makes no name of it. */
const PLURAL_NOUN = /(?:ers|ors|ists|ants|ents|ials|ians|ees|ies)$/;

/** Who does something, with the verb as it goes with one or with many: "Reyes says", "union leaders say". */
export function does(who: string, verb: string): string {
	// "Officials at the ministry": what stands before the preposition tells.
	const head = who.split(/\s(?:of|at|in|from|with|for|on|who|close|near)\s/)[0]!;
	const last = head.split(/\s+/).at(-1)!;
	const isNoun = /^\p{Ll}/u.test(last) || (head === last && PLURAL_NOUN.test(last) && last !== 'Reuters');
	const areMany = MANY.test(last.toLowerCase()) || (isNoun && /[^su\W]s$/u.test(last));
	const plural = verb.replace(/ies$/, 'y').replace(/s$/, '');
	return `${who} ${areMany ? plural : verb}`;
}

/** A conflict between a clause of each claim, on these words of theirs. */
export function clauseConflict(code: ReasonCode, text: string, evidence: Evidence[], fit = 1): Finding {
	return { kind: 'conflicts', code, text, evidence, fit, isClause: true };
}

/** The words of a span as the account has them. */
export function wordsAt(gist: Gist, span: Span): string {
	return gist.extraction.account.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
