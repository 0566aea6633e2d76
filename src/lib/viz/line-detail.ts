import type { Account, Claim, Line, Origin } from '#lib/model/index.ts';
import { type ClaimDetail, claimDetail, speakerOf } from './claim-detail.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';
import { type Gap, type Glyph, glyphOf } from './glyph.ts';
import { holderKey } from './holders.ts';
import { groupOf, type LineGroup } from './line-group.ts';
import { lineValues } from './line-values.ts';
import { type Tone, type ToneVersion, versionByClaim, versionsOf } from './tones.ts';
import { drawnValues, type DrawnValues } from './values.ts';

/** What one account says on a line, word for word. */
export type Wording = {
	claim: string;
	account: string;
	source: string;
	/** Who says so, where that is not the account's own source. */
	holder?: string;
	publishedAt?: string;
	text: string;
	glyph: Glyph;
	tone: Tone;
	summary: boolean;
	/** Whether it stands in a person's own unpublished text. */
	draft: boolean;
};

/** A line with, where a cell of it is open, what stands in that cell. */
export type LineDetail = {
	id: string;
	title: string;
	state: LineGroup;
	versions: Pick<ToneVersion, 'tone' | 'letter' | 'label'>[];
	origins: Origin[];
	/** The open cell's claims; empty where it holds none. */
	claims: ClaimDetail[];
	/** Why the open cell is empty. */
	gap?: Gap;
	values: DrawnValues | null;
	wordings: Wording[];
	/** Names of the accounts that say nothing, and of those where that is not known. */
	silent: string[];
	unknown: string[];
};

/** What the panel is made from: a line, its place among those shown, and what is known of its accounts. */
export type Panel = {
	line: LineDetail;
	/** Where the line stands, counted from 1, and the addresses of its neighbours. */
	place: { at: number; of: number; previous?: string; next?: string } | null;
	/** Name of the open column. */
	column?: string;
	accounts: Record<string, Pick<Account, 'publishedAt' | 'url'>>;
};

function byPublication(index: ComparisonIndex): (a: Claim, b: Claim) => number {
	const when = (claim: Claim) => index.accounts.get(claim.account)?.publishedAt ?? '9999';
	return (a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.start - b.start);
}

/**
 * A line in full: its versions, every wording in order of publication, its values, and the claims of one of
 * its columns (an account's id, or a holder's key), the one claim that is asked for, or all of them.
 */
export function lineDetail(
	line: Line,
	index: ComparisonIndex,
	accounts: ReadonlyMap<string, Account>,
	open: { column?: string; claim?: string; all?: true }
): LineDetail {
	const versions = versionsOf(line, index.claims);
	const byClaim = versionByClaim(versions);
	const claims = [...(index.claimsOf.get(line.id) ?? [])].sort(byPublication(index));
	const inCell = (claim: Claim) =>
		open.all === true ||
		claim.id === open.claim ||
		(open.column !== undefined && (claim.account === open.column || holderKey(claim) === open.column));
	const opened = claims.filter(inCell).flatMap((claim) => {
		const account = accounts.get(claim.account);
		return account ? claimDetail(claim, account, index, byClaim) : [];
	});
	const toned = claims.map((claim) => ({
		claim,
		name: speakerOf(claim, index),
		tone: byClaim.get(claim.id)?.tone ?? ('none' as const)
	}));
	return {
		id: line.id,
		title: line.title,
		state: groupOf(line, index),
		versions: versions.map(({ tone, letter, label }) => ({ tone, letter, label })),
		origins: line.origins,
		claims: opened,
		...(opened.length === 0 && open.column !== undefined && !index.accounts.get(open.column)?.draft
			? { gap: line.unknown.includes(open.column) ? ('unknown' as const) : ('silent' as const) }
			: {}),
		values: drawnValues(lineValues(line, index, byClaim)),
		wordings: toned.map(({ claim, name, tone }) => {
			const account = accounts.get(claim.account);
			return {
				claim: claim.id,
				account: claim.account,
				source: name,
				...(claim.holder === account?.source.name ? {} : { holder: claim.holder }),
				...(account?.publishedAt ? { publishedAt: account.publishedAt } : {}),
				text: claim.text,
				glyph: glyphOf(claim),
				tone,
				summary: account?.rendering === 'summary',
				draft: account?.rendering === 'draft'
			};
		}),
		silent: line.silent.map((id) => nameOf(index, id)),
		unknown: line.unknown.map((id) => nameOf(index, id))
	};
}
