// Empties the data folder of the journeys, so that none finds what an earlier run left.
import { rmSync } from 'node:fs';
import { resolve, sep } from 'node:path';

const folder = resolve(process.argv[2]);
// Never anything outside the project: the argument may come from the environment.
if (folder.startsWith(resolve('tests') + sep)) rmSync(folder, { recursive: true, force: true });
