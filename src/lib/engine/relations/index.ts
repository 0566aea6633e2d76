import type { Line, Relation, Version } from '#lib/model/index.ts';
import { byText } from '../comparison.ts';
import type { ClaimGroup, Gist } from '../lines/index.ts';
import { haveNoTimeInCommon } from '../lines/dated.ts';
import type { Words } from '../words/index.ts';
import { compareCauses } from './causes.ts';
import { compareContrasts } from './contrasts.ts';
import { compareDates } from './dates.ts';
import { compareNegation, isNegative, toldDenial } from './denial.ts';
import { tellOfOthers } from './exclusion.ts';
import type { Finding } from './finding.ts';
import { sameHolder } from './holders.ts';
import { confidence } from './judge.ts';
import { compareLacking } from './lacking.ts';
import { compareNames } from './names.ts';
import { compareNumbers } from './numbers.ts';
import { compareCertainty } from './polarity.ts';
import { compareOnly } from './only.ts';
import { compareQuotes } from './quotes.ts';
import { compareRoles } from './roles.ts';
import { compareOrder } from './sequence.ts';
import { isForNow, updated } from './time.ts';
import { isReprint } from './reprint.ts';
import { splitVersions } from './versions.ts';

/** What a line's claims say to each other. */
export type Related = { versions: Version[]; relations: Relation[]; state: Line['state'] };

/** Two claims, the first by id first, with what holds between their positions and how sure that is. */
export type Found = { a: Gist; b: Gist; finding: Finding; score: number };

/** Pairs compared in one line at most, the first ones of the line's order. */
const MOST_PAIRS = 1800;
/** Below this the engine says nothing: a wrong conflict costs a reader more than a missed one. */
const LEAST_SURE = 0.35;
/** How sure it is that one denies the other where the account itself says so. */
const TOLD = 0.9;

/** Everything in which two claims part or meet, whoever holds them. */
export function findingsOf(a: Gist, b: Gist, words: Words): Finding[] {
	const areApart = haveNoTimeInCommon(a, b);
	const inOneTime = [
		compareContrasts,
		compareRoles,
		compareCauses,
		compareOnly,
		compareLacking,
		compareOrder
	];
	const found = [
		compareNumbers(a, b, words),
		compareDates(a, b, words),
		compareNegation(a, b, words),
		...(areApart ? [] : inOneTime.map((compare) => compare(a, b, words))),
		compareNames(a, b, words),
		compareQuotes(a, b),
		compareCertainty(a, b)
	].filter((finding) => finding !== null);
	// Which one in a row it was may itself be what they differ in.
	const isRow = ({ code, isClause }: Finding) => code === 'number' && isClause === true;
	const isSpared = (finding: Finding) => finding.kind !== 'conflicts' || isRow(finding);
	return found.every(isSpared) || !tellOfOthers(a, b) ? found : found.filter(isSpared);
}

/** Whether an account says one of two claims itself in the sentence in which another says the other: it tells both as so. */
function isOneTelling({ claim: a }: Gist, { claim: b }: Gist): boolean {
	const areOne = a.account === b.account && a.sentence === b.sentence;
	return areOne && (a.voice === 'own') !== (b.voice === 'own') && a.denies !== b.id && b.denies !== a.id;
}

/** Conflicts are between holders; an account contradicts itself only where its headline stands against its text. */
export function mayConflict(a: Gist, b: Gist): boolean {
	if (isOneTelling(a, b)) return false;
	if (!sameHolder(a.claim, b.claim)) return true;
	return a.claim.account === b.claim.account && a.claim.headline !== b.claim.headline;
}

/**
 * A denial as what it denies, denied: "police denied reports that a guard was held" says of a guard that he was not held.
 * A claim that denies no other, or one that is not in the line, stays as it is.
 */
function asDenied(gist: Gist, byId: ReadonlyMap<string, Gist>): Gist {
	const held = gist.claim.denies === undefined ? undefined : byId.get(gist.claim.denies);
	if (held === undefined) return gist;
	const { id, holder, voice, attribution } = gist.claim;
	return { ...held, claim: { ...held.claim, id, holder, voice, attribution, certainty: 'denied' } };
}

function foundBetween(
	a: Gist,
	b: Gist,
	near: number,
	words: Words,
	byId: ReadonlyMap<string, Gist>
): Found | null {
	const told = toldDenial(a, b);
	if (told !== null) return { a, b, finding: told, score: TOLD };
	// Of words that were reprinted only a quotation can differ that was cut or altered on the way.
	if (isReprint(a, b) && (a.plain === b.plain || compareRoles(a, b, words) === null)) {
		const drift = compareQuotes(a, b);
		return drift && { a, b, finding: drift, score: 0.5 + drift.fit / 3 };
	}
	const findings = findingsOf(a, b, words);
	const [x, y] = [asDenied(a, byId), asDenied(b, byId)];
	if (a.claim.account !== b.claim.account && (x !== a || y !== b)) {
		const denied = compareNegation(x, y, words);
		if (denied !== null) findings.push(denied);
	}
	const isConflict = mayConflict(a, b);
	const [best] = findings
		.filter(({ kind }) => kind === 'conflicts' && (isConflict || a.claim.account !== b.claim.account))
		.map((finding) => ({ finding, score: confidence(a, b, finding, near, words) }))
		.sort((x, y) => y.score - x.score);
	if (best !== undefined && best.score >= (words.model('conflicts')?.threshold ?? LEAST_SURE)) {
		const update = updated(a, b, best.finding);
		// One holder who says another thing later has learnt more, or changed their mind: that is no conflict.
		// "No arrests so far" stands against no arrest of a time that is not known.
		const isOpen = best.finding.code === 'negation' && (isForNow(a) || isForNow(b));
		if (update !== null || (isConflict && !isOpen))
			return { a, b, finding: update ?? best.finding, score: best.score };
	}
	if (a.claim.account === b.claim.account) return null;
	// One day in a denial and in what it may deny is no agreement.
	const agree = isNegative(a) === isNegative(b);
	const other = findings.find(({ kind }) => kind !== 'conflicts' && (kind !== 'agrees' || agree));
	return other === undefined ? null : { a, b, finding: other, score: 0.5 + other.fit / 3 };
}

/** A line of more claims than this compares its wordings, each once. */
const MOST_CLAIMS = 60;

/** The first claim of each wording, with the ids of those that say it again. */
function wordingsOf(gists: readonly Gist[]): Map<Gist, string[]> {
	const first = new Map<string, Gist>();
	const copies = new Map<Gist, string[]>();
	for (const gist of gists) {
		const known = first.get(gist.plain);
		if (known !== undefined) copies.get(known)!.push(gist.claim.id);
		else {
			first.set(gist.plain, gist);
			copies.set(gist, []);
		}
	}
	return copies;
}

/** Compares a line's claims and sorts them into versions. */
export function relate({ gists, near }: ClaimGroup, words: Words): Related {
	const all = [...gists].sort((a, b) => byText(a.claim.id, b.claim.id));
	const wordings = all.length > MOST_CLAIMS ? wordingsOf(all) : undefined;
	const ordered = wordings === undefined ? all : [...wordings.keys()];
	const byId = new Map(all.map((gist) => [gist.claim.id, gist]));
	const found: Found[] = [];
	for (let i = 0, pairs = 0; i < ordered.length; i++)
		for (let j = i + 1; j < ordered.length && pairs < MOST_PAIRS; j++, pairs++) {
			const between = foundBetween(ordered[i]!, ordered[j]!, near(ordered[i]!, ordered[j]!), words, byId);
			if (between !== null) found.push(between);
		}
	const relations = found.map(({ a, b, finding, score }) => {
		const { kind, code, text, evidence } = finding;
		return {
			a: a.claim.id,
			b: b.claim.id,
			kind,
			reason: { code, text: text.charAt(0).toUpperCase() + text.slice(1), evidence },
			score: Math.round(score * 100) / 100
		};
	});
	const accounts = new Set(all.map((gist) => gist.claim.account));
	const copies = new Map([...(wordings ?? [])].map(([{ claim }, ids]) => [claim.id, ids]));
	const withCopies = (claims: readonly string[]) =>
		claims.flatMap((id) => [id, ...(copies.get(id) ?? [])]).sort(byText);
	const disputed = relations.some((relation) => relation.kind === 'conflicts');
	return {
		relations,
		versions: splitVersions(ordered, found).map((version) => ({
			...version,
			claims: withCopies(version.claims)
		})),
		state: disputed ? 'disputed' : accounts.size > 1 ? 'agreed' : 'single'
	};
}
