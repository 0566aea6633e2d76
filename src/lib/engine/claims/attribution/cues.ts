import { readJson } from '../names/lists.ts';
import type { LexiconFiles } from '../../types.ts';

const CLASSES = [
	'speech',
	'attitude',
	'question',
	'denial',
	'refusal',
	'nouns',
	'unnamed',
	'outlets'
] as const;

/** Lemmas by what they do to what follows them: say it, hold it, ask it, deny it; and nouns for those who do. */
export type Cues = Readonly<Record<(typeof CLASSES)[number], ReadonlySet<string>>>;

/** Loads the words that attribute from `data/lexicon/claims-cues.json`. */
export function loadCues(files: LexiconFiles): Cues {
	const file = readJson<Partial<Record<(typeof CLASSES)[number], string[]>>>(files, 'claims-cues.json', {});
	return Object.fromEntries(CLASSES.map((name) => [name, new Set(file[name] ?? [])])) as unknown as Cues;
}
