import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageRoot } from '../root.ts';
import type { WorkerData } from './messages.ts';

/** Megabytes that one comparison may use before its thread is ended instead of the server. */
const MEMORY_LIMIT = 1536;

/** Megabytes that the reading of one page may use, and of files and bundles: one comparison alone may have 30. */
const READING_LIMIT = 384;
const FILES_LIMIT = 1024;

/** Starts the analysis thread. */
export function createWorker(workerData: WorkerData): Worker {
	return startWorker('analysis', { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT } });
}

/** Starts a thread that reads pages. */
export function createReadingWorker(): Worker {
	return startWorker('reading', { resourceLimits: { maxOldGenerationSizeMb: READING_LIMIT } });
}

/** Starts a thread that reads files and bundles. */
export function createFilesWorker(): Worker {
	return startWorker('reading', { resourceLimits: { maxOldGenerationSizeMb: FILES_LIMIT } });
}

/**
 * Starts a thread: the one that `vite.worker.config.ts` built, beside the built server; from source where the
 * source is being run. SvelteKit emits no file for `new Worker(new URL(…))`, hence the second build.
 */
function startWorker(name: 'analysis' | 'reading', options: WorkerOptions): Worker {
	const source = fileURLToPath(new URL(`./${name}-worker.ts`, import.meta.url));
	if (!existsSync(source)) return new Worker(join(packageRoot(), 'build', 'workers', `${name}.js`), options);
	const entry = JSON.stringify(pathToFileURL(source).href);
	const parent = JSON.stringify(pathToFileURL(join(packageRoot(), 'package.json')).href);
	// `--import tsx` in `execArgv` does not reach worker threads on Node 20.
	const code = `import('tsx/esm/api').then((tsx) => tsx.tsImport(${entry}, ${parent}))`;
	return new Worker(code, { ...options, eval: true });
}
