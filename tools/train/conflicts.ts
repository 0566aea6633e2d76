/**
 * Fits the model that judges found conflicts, and adds it to data/lexicon/models.json. Run after lines.ts. Usage:
 * `tsx tools/train/conflicts.ts FOLDER`, a folder of events with `gold.json`. Figures are out of fold, by event.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtractor } from '#lib/engine/claims/index.ts';
import { gistsOf, type Gist } from '#lib/engine/lines/index.ts';
import { scorePairs } from '#lib/engine/lines/scores.ts';
import { makeSpace } from '#lib/engine/lines/space.ts';
import { findingsOf, mayConflict } from '#lib/engine/relations/index.ts';
import { SIGNS, signsOf } from '#lib/engine/relations/judge.ts';
import { createWords, predict, type Model } from '#lib/engine/words/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { isOpposed, liesOn, readGold, type GoldEvent, type Mention } from './gold.ts';
import { fit, type Example } from './logistic.ts';

const OUT = join('data', 'lexicon', 'models.json');
const RIDGE = 2;
/** Pairs that the models of lines hold less likely than this never meet in a line. */
const LEAST_NEAR = 0.12;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: conflicts.ts FOLDER');
const files = loadLexicon();
const words = createWords(files);
const extract = createExtractor(files);

type Judged = Example & { code: string; text: string };

function prepare(gold: GoldEvent): Judged[] {
	const gists = gistsOf(gold.accounts.map(extract));
	const mentionsOf = new Map<Gist, Mention[]>(
		gists.map((gist) => [gist, gold.mentions.filter((mention) => liesOn(gist.claim, mention))])
	);
	return scorePairs(makeSpace(gists, words), words)
		.filter(({ score }) => score >= LEAST_NEAR)
		.flatMap(({ a, b, score }) => {
			const [x, y] = [gists[a]!, gists[b]!];
			const [ofX, ofY] = [mentionsOf.get(x)!, mentionsOf.get(y)!];
			if (ofX.length === 0 || ofY.length === 0 || !mayConflict(x, y)) return [];
			const isRight = gold.disputes.some((dispute) =>
				ofX.some((m) => ofY.some((n) => isOpposed(dispute, m, n)))
			);
			return findingsOf(x, y, words)
				.filter((finding) => finding.kind === 'conflicts')
				.map((finding) => ({
					row: signsOf(x, y, finding, score, words),
					label: isRight ? (1 as const) : (0 as const),
					code: finding.code,
					text: `${x.claim.text} | ${y.claim.text}`
				}));
		});
}

const cases = readGold(folder).map(prepare);
const judged = cases.flatMap((held, i) => {
	const model = fit(SIGNS, cases.filter((_, j) => j !== i).flat(), RIDGE);
	return held.map((example) => ({ ...example, p: predict(model, example.row) }));
});
const rights = judged.filter(({ label }) => label === 1).length;
console.log(`${judged.length} found conflicts, ${rights} right`);
for (const code of SIGNS.slice(0, 5)) {
	const ofCode = judged.filter((example) => example.code === code);
	console.log(`${code}: ${ofCode.length}, right ${ofCode.filter(({ label }) => label === 1).length}`);
}
for (const threshold of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]) {
	const kept = judged.filter(({ p }) => p >= threshold);
	const right = kept.filter(({ label }) => label === 1).length;
	console.log(
		`from ${threshold}: ${kept.length} kept, ${right} right, precision ${(right / kept.length).toFixed(2)}`
	);
}
if (process.argv[3] === '--show')
	for (const { p, label, code, text } of [...judged].sort((a, b) => b.p - a.p).slice(0, 80))
		console.log(p.toFixed(2), label, code, text.replace(/\s+/g, ' '));

const kept = JSON.parse(readFileSync(OUT, 'utf8')) as Record<string, Model>;
const model = { ...fit(SIGNS, cases.flat(), RIDGE), threshold: 0.3 };
writeFileSync(OUT, `${JSON.stringify({ ...kept, conflicts: model }, null, 2)}\n`);
