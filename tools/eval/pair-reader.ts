import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSyntax } from '#lib/engine/syntax/index.ts';
import { readDay, readValues } from '#lib/engine/claims/values/index.ts';
import { gistOf, type Gist } from '#lib/engine/lines/gist.ts';
import { featuresOf } from '#lib/engine/lines/features.ts';
import { makeSpace } from '#lib/engine/lines/space.ts';
import { findingsOf } from '#lib/engine/relations/index.ts';
import { isReprint } from '#lib/engine/relations/reprint.ts';
import { confidence } from '#lib/engine/relations/judge.ts';
import { covered, shareOf } from '#lib/engine/relations/overlap.ts';
import { createWords, type Words } from '#lib/engine/words/index.ts';
import type { LexiconFiles } from '#lib/engine/index.ts';
import type { ExtractedClaim, Extraction } from '#lib/engine/types.ts';

/** Reads the lines of a JSON Lines file. */
export function readLines<T>(...path: string[]): T[] {
	return readFileSync(join(...path), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as T);
}

/** Writes predictions, one a line. */
export function writeLines(file: string, rows: readonly object[]): void {
	writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

const NEGATION = /\b(?:not|never|none|nobody|no|nothing|neither|cannot)\b|n['’]t\b/i;

/** What compares isolated sentences by the engine's own rules, each sentence as one claim of one account. */
export type PairReader = {
	words: Words;
	read(id: string, text: string): Gist;
	/** How near each pair is by alignment of words, letters and meaning, 0..1, with all its sentences as one event unless that is given. */
	nearness(pairs: readonly (readonly [Gist, Gist])[], event?: readonly Gist[]): number[];
	/** What the second says of the first; `agreeFrom` is the share of it that the first has to hold, 0..1. */
	judge(a: Gist, b: Gist, agreeFrom: number): 'agree' | 'contradict' | 'neither';
};

/** Makes the reader; sentences are parsed and read for values as in an account. */
export function createPairReader(files: LexiconFiles): PairReader {
	const syntax = createSyntax(files);
	const words = createWords(files);
	const read = (id: string, text: string): Gist => {
		const tokens = syntax.parse(text, 0, text.length);
		const claim: ExtractedClaim = {
			id,
			account: id,
			start: 0,
			end: text.length,
			text,
			voice: 'own',
			certainty: NEGATION.test(text) ? 'denied' : 'stated',
			attribution: [],
			holder: id,
			values: readValues(text, 0, text.length, tokens, {
				published: readDay('2020-01-01') ?? null,
				last: null
			}),
			sentence: 0,
			tokens: { start: 0, end: tokens.length },
			headline: false
		};
		const extraction: Extraction = {
			account: {
				id,
				source: { name: id, kind: 'outlet' },
				title: '',
				text,
				rendering: 'verbatim',
				truncated: false,
				sha256: id
			},
			blocks: [{ start: 0, end: text.length, kind: 'body' }],
			sentences: [{ start: 0, end: text.length, index: 0, block: 0, quoted: false, tokens }],
			names: syntax.names(tokens, text).map(({ start, end, kind }) => ({
				start: tokens[start]!.start,
				end: tokens[end - 1]!.end,
				name: text.slice(tokens[start]!.start, tokens[end - 1]!.end),
				kind
			})),
			claims: [claim]
		};
		return gistOf(extraction, claim);
	};
	return {
		words,
		read,
		nearness(pairs, event = pairs.flat()) {
			const space = makeSpace([...new Set(event)], words);
			const points = new Map(space.points.map((point) => [point.gist, point]));
			return pairs.map(([a, b]) => {
				const [cover, least, , , , trigrams, direction] = featuresOf(points.get(a)!, points.get(b)!, space);
				return 0.3 * cover! + 0.2 * least! + 0.25 * trigrams! + 0.25 * Math.max(0, direction!);
			});
		},
		judge(a, b, agreeFrom) {
			const share = shareOf(a, b, words);
			if (!isReprint(a, b)) {
				const conflicts = findingsOf(a, b, words).filter((finding) => finding.kind === 'conflicts');
				const best = Math.max(0, ...conflicts.map((finding) => confidence(a, b, finding, share, words)));
				if (best >= 0.4) return 'contradict';
			}
			return covered(b, a, words) >= agreeFrom ? 'agree' : 'neither';
		}
	};
}
