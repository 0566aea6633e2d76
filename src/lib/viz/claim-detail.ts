import type { Account, Claim, RelationKind, Span, Why } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { contextOf } from './context.ts';
import { type Glyph, glyphOf, waysOf } from './glyph.ts';
import { type Segment, segments } from './segments.ts';
import type { Tone, ToneVersion } from './tones.ts';

export type ContextMark = Span & { kind: 'claim' | 'value' | 'source' };

/** A stop on the way from the account to who first said it. */
export type ChainLink = { name: string; named: boolean; cue?: string; describedAs?: string; reason?: string };

/** Accounts that stand in the same relation to a claim, for the same reason. */
export type RelationGroup = {
	kind: RelationKind;
	tone: Tone;
	label: string;
	names: string[];
	reason: string;
	code: string;
	claims: string[];
	score: number;
};

export type ClaimDetail = {
	id: string;
	account: string;
	source: string;
	text: string;
	glyph: Glyph;
	ways: Glyph[];
	tone: Tone;
	label: string;
	quote?: Claim['quote'];
	context: Segment<ContextMark>[];
	summary: boolean;
	chain: ChainLink[];
	relations: RelationGroup[];
	why: (Why & { words: string })[];
};

const KINDS: readonly RelationKind[] = ['conflicts', 'update', 'differs', 'agrees'];

function contextMarks(claim: Claim): ContextMark[] {
	return [
		{ start: claim.start, end: claim.end, kind: 'claim' },
		...claim.values.map(({ start, end }) => ({ start, end, kind: 'value' as const })),
		...claim.attribution.map(({ start, end }) => ({ start, end, kind: 'source' as const }))
	];
}

/** Who speaks in a claim: its account, as it is called on screen. */
export function speakerOf(claim: Claim, index: ComparisonIndex): string {
	return nameOf(index, claim.account);
}

/**
 * The relations of a claim to others of its line: those of one kind, version and reason together, conflicts
 * first, each with the accounts concerned.
 */
export function relationGroups(
	claim: Claim,
	index: ComparisonIndex,
	versions: ReadonlyMap<string, ToneVersion>
): RelationGroup[] {
	const groups = new Map<string, RelationGroup>();
	for (const relation of index.relationsOf.get(claim.id) ?? []) {
		const other = index.claims.get(relation.a === claim.id ? relation.b : relation.a);
		if (!other || other.id === claim.id) continue;
		const version = versions.get(other.id);
		const key = [relation.kind, version?.id ?? '', relation.reason.text].join('\n');
		const name = speakerOf(other, index);
		const group = groups.get(key);
		if (group) {
			if (!group.names.includes(name)) group.names.push(name);
			group.claims.push(other.id);
			group.score = Math.max(group.score, relation.score);
		} else
			groups.set(key, {
				kind: relation.kind,
				tone: version?.tone ?? 'none',
				label: version?.label ?? '',
				names: [name],
				reason: relation.reason.text,
				code: relation.reason.code,
				claims: [other.id],
				score: relation.score
			});
	}
	return [...groups.values()].sort(
		(a, b) =>
			KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.names.length - a.names.length || b.score - a.score
	);
}

/** Everything the panel shows about one claim. */
export function claimDetail(
	claim: Claim,
	account: Account,
	index: ComparisonIndex,
	versions: ReadonlyMap<string, ToneVersion>
): ClaimDetail {
	const version = versions.get(claim.id);
	return {
		id: claim.id,
		account: account.id,
		source: nameOf(index, account.id),
		text: claim.text,
		glyph: glyphOf(claim),
		ways: waysOf(claim),
		tone: version?.tone ?? 'none',
		label: version?.label ?? '',
		...(claim.quote ? { quote: claim.quote } : {}),
		context: segments(account.text, contextOf(account.text, claim), contextMarks(claim)),
		summary: account.rendering === 'summary',
		chain: claim.attribution.map(({ name, named, cue, describedAs, reason }) => ({
			name,
			named,
			...(cue ? { cue } : {}),
			...(describedAs ? { describedAs } : {}),
			...(reason ? { reason } : {})
		})),
		relations: relationGroups(claim, index, versions),
		why: (claim.why ?? []).map((why) => ({ ...why, words: account.text.slice(why.start, why.end) }))
	};
}
