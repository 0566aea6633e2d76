import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Quality, QualitySchema } from '#lib/model/index.ts';
import { log } from './log.ts';
import { packageRoot } from './root.ts';

/** What was measured of the engine that is installed; null where the file is missing or is not what it should be. */
export function readQuality(file = join(packageRoot(), 'data', 'quality.json')): Quality | null {
	try {
		return v.parse(QualitySchema, JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		log('error', 'what was measured could not be read', { file, reason: String(error) });
		return null;
	}
}
