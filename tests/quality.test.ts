import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { createEngine } from '#lib/engine/index.ts';
import { qualityWords } from '#lib/i18n/en/quality.ts';
import { QualitySchema } from '#lib/model/index.ts';
import { qualityView } from '#lib/viz/quality.ts';
import { findFalls } from '../tools/eval/quality.ts';
import { measure, readFolders, SAMPLES } from '../tools/eval/samples.ts';
import { lexicon } from './support/lexicon.ts';

const committed = v.parse(
	QualitySchema,
	JSON.parse(readFileSync(join(SAMPLES, '..', 'quality.json'), 'utf8'))
);

it('the engine is no worse on the sample events than what data/quality.json says', async () => {
	const { all } = measure(createEngine(lexicon), await readFolders(SAMPLES));
	expect(findFalls(committed.figures, all), 'see what changed with `npm run eval`').toEqual([]);
});

it('there are words for every figure that is shown of the engine', () => {
	const { steps } = qualityView(committed);
	expect(steps.filter(({ name }) => !(name in qualityWords.step))).toEqual([]);
	expect(steps.length).toBeGreaterThan(8);
});
