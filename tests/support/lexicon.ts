import { loadLexicon } from '#lib/server/lexicon.ts';

/** The word lists and weights as they are installed: what the engine is handed, which reads no file itself. */
export const lexicon = loadLexicon();
