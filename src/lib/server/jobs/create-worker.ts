import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../root.ts';
import type { WorkerData } from './messages.ts';

/** Megabytes that one comparison may use before its thread is ended instead of the server. */
const MEMORY_LIMIT = 1536;

/**
 * Starts the analysis thread: the one that `vite.worker.config.ts` built, beside the built server; from source
 * where the source is being run. SvelteKit emits no file for `new Worker(new URL(…))`, hence the second build.
 */
export function createWorker(workerData: WorkerData): Worker {
	const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT } };
	const source = fileURLToPath(new URL('./analysis-worker.ts', import.meta.url));
	if (!existsSync(source)) return new Worker(join(packageRoot(), 'build', 'workers', 'analysis.js'), options);
	const entry = JSON.stringify(pathToFileURL(source).href);
	const parent = JSON.stringify(pathToFileURL(join(packageRoot(), 'package.json')).href);
	// `--import tsx` in `execArgv` does not reach worker threads on Node 20.
	const code = `import('tsx/esm/api').then((tsx) => tsx.tsImport(${entry}, ${parent}))`;
	return new Worker(code, { ...options, eval: true });
}
