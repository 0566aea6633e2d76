/**
 * Speeds, as ratios within one run: `npm run bench`, or `npm run bench -- --accounts 10,100,1000`, or only how fast
 * decisions are kept, `npm run bench -- --saves`. Nothing here is a test: a machine's speed is its own, but how two
 * things compare on it is worth knowing.
 */
import { parseArgs } from 'node:util';
import { measureEngine } from './engine.ts';
import { measureSaves } from './saves.ts';

const { values } = parseArgs({
	options: { accounts: { type: 'string', default: '10,100' }, saves: { type: 'boolean', default: false } }
});
if (!(await measureSaves())) process.exitCode = 1;
if (!values.saves) measureEngine(values.accounts.split(',').map(Number));
