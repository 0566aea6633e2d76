import type { Words } from '../words/index.ts';
import { CANDIDATES } from './candidates.ts';
import { cluster, pairsAt, type Links } from './cluster.ts';
import type { Gist } from './gist.ts';
import { groupLines, thresholdOf, type ClaimGroup } from './index.ts';
import { scorePairs } from './scores.ts';
import { makeSpace } from './space.ts';

function linksWithin(links: Links | undefined, places: ReadonlyMap<number, number>): Links {
	const { must = [], cannot = [], told = [] } = links ?? {};
	return { must: pairsAt(must, places), cannot: pairsAt(cannot, places), told: pairsAt(told, places) };
}

/** The places at which some claims stand among themselves. */
function placesOf(items: readonly number[]): Map<number, number> {
	return new Map(items.map((item, at) => [item, at]));
}

/**
 * Groups claims of which some are a person's own drafts: the others exactly as they would be without any draft, and
 * each claim of a draft beside the group that it is nearest to, or where people put it, else with its like.
 */
export function groupBeside(
	gists: readonly Gist[],
	isDraft: (gist: Gist) => boolean,
	words: Words,
	links?: Links
): ClaimGroup[] {
	const all = gists.map((_, at) => at);
	const drafts = all.filter((at) => isDraft(gists[at]!));
	if (drafts.length === 0) return groupLines(gists, words, links);
	const others = all.filter((at) => !isDraft(gists[at]!));
	const groups = groupLines(
		others.map((at) => gists[at]!),
		words,
		linksWithin(links, placesOf(others))
	);
	const scores = new Map(
		scorePairs(makeSpace(gists, words), words).map(({ a, b, score }) => [a * gists.length + b, score])
	);
	const score = (a: number, b: number) => scores.get(Math.min(a, b) * gists.length + Math.max(a, b)) ?? 0;
	const placeOf = new Map(gists.map((gist, at) => [gist, at]));
	const isLinked = (pairs: Links['must'], a: number, members: readonly number[]) =>
		pairs.some(([x, y]) => (x === a && members.includes(y)) || (y === a && members.includes(x)));
	const threshold = thresholdOf(words);
	const joined = groups.map(({ gists: members }) => ({
		published: members.map((gist) => placeOf.get(gist)!),
		added: [] as number[]
	}));
	const left: number[] = [];
	for (const draft of drafts) {
		const fits = joined
			.filter(({ published, added }) => !isLinked(links?.cannot ?? [], draft, [...published, ...added]))
			.map((group) => {
				const { published, added } = group;
				if (isLinked(links?.must ?? [], draft, [...published, ...added])) return { group, mean: 1 };
				const sum = published.reduce((total, at) => total + score(draft, at), 0);
				return { group, mean: sum / Math.min(published.length, CANDIDATES) };
			})
			.filter(({ mean }) => mean >= threshold)
			.sort((x, y) => y.mean - x.mean);
		if (fits[0] === undefined) left.push(draft);
		else fits[0].group.added.push(draft);
	}
	const places = placesOf(left);
	const edges = left.flatMap((a, i) =>
		left.slice(i + 1).map((b, j) => ({ a: i, b: i + 1 + j, score: score(a, b) }))
	);
	const alone = cluster(
		left.length,
		edges.filter((edge) => edge.score > 0),
		threshold,
		linksWithin(links, places)
	).map((group) => group.map((at) => left[at]!));
	const near = groups[0]?.near;
	const mixed: ClaimGroup['near'] = (a, b) =>
		near !== undefined && !isDraft(a) && !isDraft(b) ? near(a, b) : score(placeOf.get(a)!, placeOf.get(b)!);
	return [...joined.map(({ published, added }) => [...published, ...added]), ...alone].map((members) => ({
		gists: members.sort((x, y) => x - y).map((at) => gists[at]!),
		near: mixed
	}));
}
