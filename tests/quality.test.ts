import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { createEngine } from '#lib/engine/index.ts';
import { QualitySchema } from '#lib/model/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { findFalls } from '../tools/eval/quality.ts';
import { measure, readFolders, SAMPLES } from '../tools/eval/samples.ts';

it('the engine is no worse on the sample events than what data/quality.json says', async () => {
	const committed = v.parse(
		QualitySchema,
		JSON.parse(readFileSync(join(SAMPLES, '..', 'quality.json'), 'utf8'))
	);
	const { all } = measure(createEngine(loadLexicon()), await readFolders(SAMPLES));
	expect(findFalls(committed.figures, all), 'see what changed with `npm run eval`').toEqual([]);
});
