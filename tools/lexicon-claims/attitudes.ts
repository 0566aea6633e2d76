import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attitudeCandidates } from '#lib/engine/claims/attribution/attitudes.ts';
import { makeTree, placeOf } from '#lib/engine/claims/tree.ts';
import { createSyntax } from '#lib/engine/syntax/index.ts';
import { readText } from '#lib/engine/text/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';

/** Rarer pairs of verb and complement say too little, and less certain ones cost more than they bring. */
const FEWEST = 3;
const LEAST_SHARE = 0.5;

type Article = { text: string; title: string; attributions: { content: [number, number, string][] }[] };

/**
 * Learns which verbs with which complements tell an attitude from articles with attributions marked. Run as
 * `tsx tools/lexicon-claims/attitudes.ts ARTICLES.jsonl [OUT.json] [FOLD]`; with a fold of 0 to 4 every fifth article
 * is left out, for measuring.
 */
function main([articles, out = 'data/lexicon/claims-attitudes.json', fold]: string[]): void {
	if (articles === undefined) throw new Error('Give the path of a file of articles, one JSON object a line.');
	const syntax = createSyntax(loadLexicon());
	const counts = new Map<string, [right: number, all: number]>();
	const lines = readFileSync(articles, 'utf8').trim().split('\n');
	for (const [index, line] of lines.entries()) {
		if (fold !== undefined && index % 5 === Number(fold)) continue;
		const { text, title, attributions } = JSON.parse(line) as Article;
		const gold = attributions.map(({ content }) => ({ start: content[0]![0], end: content.at(-1)![1] }));
		for (const { start, end } of readText(text, title).sentences) {
			if (end - start > 2000) continue;
			const tree = makeTree(text, syntax.parse(text, start, end));
			for (const { key, content } of attitudeCandidates(tree)) {
				const place = placeOf(tree, content.from, content.to);
				const right = gold.some((span) => {
					const shared = Math.min(span.end, place.end) - Math.max(span.start, place.start);
					return (
						shared > 0 && shared / (Math.max(span.end, place.end) - Math.min(span.start, place.start)) >= 0.5
					);
				});
				const [yes, all] = counts.get(key) ?? [0, 0];
				counts.set(key, [yes + Number(right), all + 1]);
			}
		}
	}
	const kept = [...counts]
		.filter(([, [yes, all]]) => all >= FEWEST && yes / all >= LEAST_SHARE)
		.map(([key]) => key);
	writeFileSync(join(process.cwd(), out), `${JSON.stringify(kept.sort(), null, '\t')}\n`);
	console.log(`${kept.length} of ${counts.size} kept`);
}

main(process.argv.slice(2));
