import type { Line } from '#lib/model/index.ts';
import type { ComparisonIndex } from './comparison-index.ts';
import { holderKey } from './holders.ts';
import { groupOf } from './line-group.ts';
import { shownLines } from './shown-lines.ts';
import { type Tone, versionByClaim, versionsOf } from './tones.ts';

export type GlanceLine = {
	line: string;
	title: string;
	accounts: number;
	origins: number;
	versions: GlanceVersion[];
	/** Those who speak to the line and do not decide it: what they say fits several versions. */
	several: GlanceHolder[];
};

export type GlanceHolder = { name: string; named: boolean };

/** A version with those whose word it is and no other, most accounts first, each once. */
export type GlanceVersion = {
	tone: Tone;
	letter: string;
	label: string;
	holders: GlanceHolder[];
};

/** What a reader wants to know first: what is in dispute, what is widely agreed, what rests on one origin. */
export type Glance = {
	disputed: GlanceLine[];
	/** Lines on which some deny and some state, where few are in dispute: the next place to look for a difference. */
	unclear: GlanceLine[];
	agreed: GlanceLine[];
	single: GlanceLine[];
};

/** Lines of each kind at a glance; the rest is in the lineup. */
const MOST = 5;

function holdersOf(claims: readonly string[], index: ComparisonIndex): GlanceHolder[] {
	const found = new Map<string, { name: string; named: boolean; accounts: Set<string> }>();
	for (const claim of claims.flatMap((id) => index.claims.get(id) ?? [])) {
		const key = holderKey(claim);
		const named = claim.attribution.at(-1)?.named ?? true;
		const holder = found.get(key) ?? {
			name: claim.holderIdentity ?? claim.holder,
			named,
			accounts: new Set()
		};
		holder.accounts.add(claim.account);
		found.set(key, holder);
	}
	return [...found.values()]
		.sort((a, b) => b.accounts.size - a.accounts.size)
		.map(({ name, named }) => ({ name, named }));
}

/** Who gives which version; a claim that fits several ("at least 19") is nobody's word for one of them. */
function sidesOf(line: Line, index: ComparisonIndex): Pick<GlanceLine, 'versions' | 'several'> {
	const versions = versionsOf(line, index.claims);
	const only = versionByClaim(versions);
	const open = new Set(versions.flatMap(({ claims }) => claims.filter((id) => !only.has(id))));
	const sides = versions.map(({ tone, letter, label, claims }) => ({
		tone,
		letter,
		label,
		holders: holdersOf(
			claims.filter((id) => only.has(id)),
			index
		)
	}));
	const decided = new Set(sides.flatMap(({ holders }) => holders.map(({ name }) => name)));
	return {
		versions: sides,
		several: holdersOf([...open], index).filter(({ name }) => !decided.has(name))
	};
}

/**
 * The lines to read first: those in dispute, the agreed ones with most independent origins (two or more), and
 * those that three accounts or more carry from a single origin.
 */
export function glance(index: ComparisonIndex): Glance {
	const lines = shownLines(index, {}).map((line) => ({
		group: groupOf(line, index),
		line: line.id,
		title: line.title,
		accounts: new Set((index.claimsOf.get(line.id) ?? []).map((claim) => claim.account)).size,
		origins: line.origins.length,
		...sidesOf(line, index)
	}));
	const plain = ({ group: _group, ...line }: (typeof lines)[number]): GlanceLine => line;
	return {
		disputed: lines
			.filter((line) => line.group === 'disputed')
			.slice(0, MOST)
			.map(plain),
		unclear: lines
			.filter((line) => line.group === 'unclear')
			.slice(0, Math.max(0, MOST - lines.filter((line) => line.group === 'disputed').length))
			.map(plain),
		agreed: lines
			.filter((line) => line.group === 'agreed' && line.origins > 1)
			.sort((a, b) => b.origins - a.origins || b.accounts - a.accounts)
			.slice(0, MOST)
			.map(plain),
		single: lines
			.filter((line) => line.origins === 1 && line.accounts > 2)
			.sort((a, b) => b.accounts - a.accounts)
			.slice(0, MOST)
			.map(plain)
	};
}
