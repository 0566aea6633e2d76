/**
 * Fits the two models that decide which claims speak to one point, and writes them to data/lexicon/models.json.
 * Usage: `tsx tools/train/lines.ts FOLDER [THRESHOLD]`, a folder of events with `gold.json`. A threshold given by hand
 * overrides the one found: the curve is flat from about .17 to .23, where narrower lines count origins better.
 *
 * Every figure it prints is out of fold: an event is lined up with weights that have seen only the other events.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtractor } from '#lib/engine/claims/index.ts';
import { cluster } from '#lib/engine/lines/cluster.ts';
import { FEATURES } from '#lib/engine/lines/features.ts';
import { gistsOf, type Gist } from '#lib/engine/lines/index.ts';
import { companyOf, NEIGHBOURHOOD } from '#lib/engine/lines/neighbourhood.ts';
import { measurePairs } from '#lib/engine/lines/scores.ts';
import { makeSpace } from '#lib/engine/lines/space.ts';
import { createWords, predict, type Model } from '#lib/engine/words/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { liesOn, readGold, type GoldEvent } from './gold.ts';
import { fit, type Example } from './logistic.ts';

const OUT = join('data', 'lexicon', 'models.json');
const RIDGE = 3;
const THRESHOLDS = Array.from({ length: 30 }, (_, i) => 0.02 + i * 0.01);

/** A claim on no gold claim is likely no partner of one that is: repeats within an account are what it may be. */
const UNJUDGED = 0.3;

type Row = Example & { a: number; b: number };
type Case = { gold: GoldEvent; gists: Gist[]; rows: Row[] };

const [folder, byHand] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: lines.ts FOLDER');
const files = loadLexicon();
const words = createWords(files);
const extract = createExtractor(files);

function prepare(gold: GoldEvent): Case {
	const gists = gistsOf(gold.accounts.map(extract));
	const points = gists.map(
		({ claim }) =>
			new Set(gold.mentions.filter((mention) => liesOn(claim, mention)).map((mention) => mention.gold))
	);
	const rows = measurePairs(makeSpace(gists, words)).map(({ a, b, row }): Row => {
		const [x, y] = [points[a]!, points[b]!];
		const label = [...x].some((id) => y.has(id)) ? 1 : 0;
		const weight = x.size > 0 && y.size > 0 ? 1 : x.size === y.size ? 0 : UNJUDGED;
		return { a, b, row, label, weight };
	});
	return { gold, gists, rows };
}

const isJudged = (row: Row) => row.weight !== 0;
const fitFirst = (cases: readonly Case[]) =>
	fit(
		FEATURES,
		cases.flatMap(({ rows }) => rows.filter(isJudged)),
		RIDGE
	);

/** The rows of a case with what the company adds, by a first model that has not seen the case. */
function withCompany({ gists, rows }: Case, first: Model): Row[] {
	const edges = rows.map(({ a, b, row }) => ({ a, b, score: predict(first, row) }));
	const company = companyOf(gists.length, edges);
	return rows.map((row, i) => ({ ...row, row: [...row.row, ...company(i)] }));
}

/** Fits the second model on rows whose first score comes from the other cases. */
function fitSecond(cases: readonly Case[]): Model {
	const rows = cases.flatMap((held) => withCompany(held, fitFirst(cases.filter((other) => other !== held))));
	return fit([...FEATURES, ...NEIGHBOURHOOD], rows.filter(isJudged), RIDGE);
}

/** Counts pairs of gold places in two accounts that are in one line, as the scorer does. */
function count(
	{ gold, gists }: Case,
	groups: readonly number[][]
): [both: number, predicted: number, wanted: number] {
	const lineOf = new Map(groups.flatMap((group, line) => group.map((at) => [at, line])));
	const lines = gold.mentions.map(
		(mention) => new Set(gists.flatMap(({ claim }, at) => (liesOn(claim, mention) ? [lineOf.get(at)!] : [])))
	);
	let [both, predicted, wanted] = [0, 0, 0];
	gold.mentions.forEach((x, i) =>
		gold.mentions.slice(0, i).forEach((y, j) => {
			if (x.account === y.account || lines[i]!.size === 0 || lines[j]!.size === 0) return;
			const [same, together] = [x.gold === y.gold, [...lines[i]!].some((line) => lines[j]!.has(line))];
			both += Number(same && together);
			predicted += Number(together);
			wanted += Number(same);
		})
	);
	return [both, predicted, wanted];
}

/** Counts pairs of gold places that claims were found for, and those of them that the candidates leave a way to join. */
function countReached({ gold, gists, rows }: Case): [reached: number, wanted: number] {
	const candidates = new Set(rows.map(({ a, b }) => `${a} ${b}`));
	const claims = gold.mentions.map((mention) =>
		gists.flatMap(({ claim }, at) => (liesOn(claim, mention) ? [at] : []))
	);
	const meet = (x: number, y: number) => x === y || candidates.has(`${Math.min(x, y)} ${Math.max(x, y)}`);
	let [reached, wanted] = [0, 0];
	gold.mentions.forEach((x, i) =>
		gold.mentions.slice(0, i).forEach((y, j) => {
			const [ofX, ofY] = [claims[i]!, claims[j]!];
			if (x.account === y.account || x.gold !== y.gold || ofX.length === 0 || ofY.length === 0) return;
			wanted++;
			reached += Number(ofX.some((a) => ofY.some((b) => meet(a, b))));
		})
	);
	return [reached, wanted];
}

const cases = readGold(folder).map(prepare);
const reach = cases.map(countReached);
const [reached, wanted] = [0, 1].map((k) => reach.reduce((sum, counts) => sum + counts[k]!, 0));
console.log(`gold pairs with a candidate between them: ${reached} of ${wanted}`);
const folds = cases.map((held) => {
	const others = cases.filter((other) => other !== held);
	const second = fitSecond(others);
	return withCompany(held, fitFirst(others)).map((row) => ({
		a: row.a,
		b: row.b,
		score: predict(second, row.row)
	}));
});
const figures = THRESHOLDS.map((threshold) => {
	const counts = cases.map((held, i) => count(held, cluster(held.gists.length, folds[i]!, threshold)));
	const [both, predicted, wanted] = [0, 1, 2].map((k) => counts.reduce((sum, c) => sum + c[k]!, 0));
	const f1 = (2 * both!) / (predicted! + wanted!);
	// A false merge tells a reader that two accounts confirm each other; a missed one costs a look. So F0.5.
	const value = (1.25 * both!) / (predicted! + 0.25 * wanted!);
	const perEvent = counts.map(([b, p, w]) => ((2 * b) / (p + w)).toFixed(2));
	return {
		threshold,
		value,
		line: `${threshold.toFixed(3)}  P ${(both! / predicted!).toFixed(2)}  R ${(both! / wanted!).toFixed(2)}  F1 ${f1.toFixed(3)}  ${perEvent.join(' ')}`
	};
});
for (const { line } of figures) console.log(line);
// The middle of three neighbours: a peak of one threshold is luck.
const smooth = figures.map(
	(_, i) => (figures[i - 1]?.value ?? 0) + figures[i]!.value + (figures[i + 1]?.value ?? 0)
);
const found = figures[smooth.indexOf(Math.max(...smooth))]!.threshold;
const threshold = byHand === undefined ? found : Number(byHand);
console.log(`threshold ${threshold.toFixed(3)}; ${found.toFixed(3)} is best by F0.5 on the same folds`);

const kept = existsSync(OUT) ? (JSON.parse(readFileSync(OUT, 'utf8')) as Record<string, Model>) : {};
const models = {
	...kept,
	pairs: fitFirst(cases),
	company: { ...fitSecond(cases), threshold: Number(threshold.toFixed(3)) }
};
writeFileSync(OUT, `${JSON.stringify(models, null, 2)}\n`);
