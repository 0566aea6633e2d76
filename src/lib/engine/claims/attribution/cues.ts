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

/**
 * Lemmas by what they do to what follows them: say it, hold it, ask it, deny it; nouns for those who do, and `mute`,
 * nouns for what never says anything ("decision", "strike").
 */
export type Cues = Readonly<Record<(typeof CLASSES)[number] | 'mute', ReadonlySet<string>>>;

/** Loads the words that attribute from `data/lexicon/claims-cues.json`, and the mute ones from `claims-mute.json`. */
export function loadCues(files: LexiconFiles): Cues {
	const file = readJson<Partial<Record<(typeof CLASSES)[number], string[]>>>(files, 'claims-cues.json', {});
	const classes = CLASSES.map((name) => [name, new Set(file[name] ?? [])] as const);
	const { nouns } = readJson(files, 'claims-mute.json', { nouns: '' });
	const speaking = new Set([...(file.unnamed ?? []), ...(file.outlets ?? [])]);
	const mute = new Set(nouns.split(' ').filter((noun) => !speaking.has(noun)));
	return Object.fromEntries([...classes, ['mute', mute] as const]) as unknown as Cues;
}
