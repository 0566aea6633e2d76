import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Met } from './support/hostile.ts';

/** Megabytes by which the memory may grow with any of them. */
const MOST_GROWN = 50;

test('pages and feeds that were made to do harm are refused by name, soon, and without growing', async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [
		'--expose-gc',
		'--import',
		'tsx',
		'tests/support/hostile.ts'
	]);
	const met = JSON.parse(stdout) as Met[];
	expect(Object.fromEntries(met.map(({ name, code }) => [name, code]))).toEqual({
		'200,000 nested tags': 'too_deep',
		'5 MB of opening brackets': 'no_article',
		'a million elements': 'no_article',
		'endless body': 'too_large',
		'200 MB packed into 200 kB': 'too_large',
		'50 encodings': 'encoding',
		'slow drip': 'too_slow',
		'entity bomb': 'feed_invalid',
		'a million references': 'feed_invalid',
		'200,000 nested tags in a feed': 'feed_invalid',
		'100,000 items': 'read, cut',
		'endless feed': 'too_large'
	});
	expect(met.filter(({ grown }) => grown > MOST_GROWN)).toEqual([]);
	expect(met.filter(({ seconds }) => seconds > 10)).toEqual([]);
});
