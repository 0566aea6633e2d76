import type { LexiconFiles } from '#lib/engine/index.ts';

/** What a module of `corpora/` is given: the folder of its own corpus and the folder for what it writes. */
export type CorpusRun = { dataDir: string; outDir: string; files: LexiconFiles };

/**
 * What a module of `corpora/` exports: it reads an outside corpus under `dataDir` and writes the engine's
 * predictions to `outDir`, in files named after the corpus (`polnear.jsonl`). Scoring is not its business.
 */
export type Corpus = {
	/** The name of the corpus' folder: `polnear`. */
	name: string;
	run(options: CorpusRun): void | Promise<void>;
};
