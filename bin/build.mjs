#!/usr/bin/env node
import { buildStale } from './lib/build.mjs';
import { requireNode } from './lib/root.mjs';

requireNode();
if (!(await buildStale({ force: true, quiet: false }))) process.exitCode = 1;
