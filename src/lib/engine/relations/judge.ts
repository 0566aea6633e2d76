import { daysBetween } from '../lines/dated.ts';
import type { Gist } from '../lines/gist.ts';

import { predict, type Words } from '../words/index.ts';
import type { Finding } from './finding.ts';
import { sameHolder } from './holders.ts';
import { shareOf } from './overlap.ts';

/** What the model of conflicts weighs: which rule speaks, how well it fits, and who says it. */
export const SIGNS = [
	'number',
	'date',
	'negation',
	'opposite',
	'person',
	'clause',
	'fit',
	'share',
	'near',
	'sameAccount',
	'sameHolder',
	'ownVoices',
	'hedged',
	'deniedStated',
	'headline',
	'daysApart',
	'length'
] as const;

function daysApart(a: Gist, b: Gist): number {
	if (a.day === undefined || b.day === undefined) return 0;
	return Math.abs(daysBetween(a.day, b.day)) || 0;
}

/** Lays out what speaks for and against a found conflict; symmetric in the two claims, `near` as lines have it. */
export function signsOf(a: Gist, b: Gist, finding: Finding, near: number, words: Words): number[] {
	const codes = ['number', 'date', 'negation', 'opposite', 'person'].map((code) =>
		Number(finding.code === code)
	);
	const certainties = [a.claim.certainty, b.claim.certainty];
	return [
		...codes,
		Number(finding.isClause ?? false),
		finding.fit,
		shareOf(a, b, words),
		Math.log((near + 0.01) / (1.01 - near)),
		Number(a.claim.account === b.claim.account),
		Number(sameHolder(a.claim, b.claim)),
		Number(a.claim.voice === 'own' && b.claim.voice === 'own'),
		Number(certainties.includes('hedged')),
		Number(certainties.includes('denied') && certainties.includes('stated')),
		Number(a.claim.headline || b.claim.headline),
		Math.log1p(daysApart(a, b)),
		Math.log1p(Math.min(a.terms.length, b.terms.length))
	];
}

/** What a conflict of each kind starts from, before how well its parts fit is looked at. */
const BASE: Record<string, number> = { number: 0.85, date: 0.65, negation: 0.75, opposite: 0.6, person: 0.8 };
/** Where only the claims as wholes stand against each other, they have to be near. */
const NEAR_WHOLE = 0.15;
const SHARED_WHOLE = 0.45;
const CLAUSE_SHARED = 0.45;

/**
 * How sure the engine is that a found conflict is one, 0..1. The gold events hold too few conflicts of a kind to fit
 * weights that hold on another event, so this is a rule: the kind's base, times how well the clauses and the words fit.
 */
export function confidence(a: Gist, b: Gist, finding: Finding, near: number, words: Words): number {
	const model = words.model('conflicts');
	if (model !== undefined) return predict(model, signsOf(a, b, finding, near, words));
	const share = shareOf(a, b, words);
	if (finding.code === 'negation' && finding.isClause !== true)
		return near >= NEAR_WHOLE && share >= SHARED_WHOLE && a.frames.length > 0 && b.frames.length > 0
			? 0.36 + 0.3 * share
			: 0;
	// Counts of one unit in one line need no common verb: "carrying 30", "with 35 on board".
	if (finding.code === 'number')
		return BASE.number! * (0.6 + 0.4 * finding.fit) * (0.5 + 0.5 * Math.max(share, near));
	// Clauses that were found to say one thing but for a word need not share the rest of their claims.
	const shared = finding.isClause === true ? Math.max(share, CLAUSE_SHARED) : share;
	const isOpen = a.claim.certainty === 'hedged' || b.claim.certainty === 'hedged';
	return (BASE[finding.code] ?? 0.6) * (0.4 + 0.6 * finding.fit) * (0.4 + 0.6 * shared) * (isOpen ? 0.8 : 1);
}
