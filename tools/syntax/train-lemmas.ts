import { isPlainWord, Lemmas } from '../../src/lib/engine/syntax/lemmas.ts';
import { plainForm } from '../../src/lib/engine/syntax/words.ts';
import type { GoldSentence } from './conllu.ts';
import { Writer } from './writer.ts';

/** Lists the verbs of the treebank, and every form whose usual lemma the rules miss. */
export function learnLemmas(sentences: readonly GoldSentence[]): Uint8Array {
	const verbs = new Set<string>();
	const seen = new Map<string, Map<string, number>>();
	const kinds = new Map<string, string>();
	for (const { words } of sentences) {
		for (const { form, lemma, upos, xpos } of words) {
			if (upos === 'VERB' && /^[a-z]+$/.test(lemma)) verbs.add(lemma);
			const plain = plainForm(form);
			if (!isPlainWord(plain) || /\d/.test(form) || lemma === '_') continue;
			const key = `${xpos} ${upos === 'PROPN' ? form : plain.toLowerCase()}`;
			const counts = seen.get(key) ?? new Map<string, number>();
			seen.set(key, counts);
			counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
			kinds.set(key, upos);
		}
	}
	const rules = new Lemmas(new Map(), verbs);
	const lines: string[] = [];
	for (const [key, counts] of seen) {
		const [xpos, form] = key.split(' ') as [string, string];
		// A name is its own lemma; abbreviations that stand for a word are not undone.
		if (xpos === 'NNP' || xpos === 'NNPS') continue;
		const lemma = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
		if (/\s/.test(lemma) || lemma === rules.byRule(form, form, kinds.get(key)!, xpos)) continue;
		lines.push(`${xpos} ${form} ${lemma}`);
	}
	const writer = new Writer();
	writer.words([...verbs].sort());
	writer.words(lines.sort());
	return writer.bytes();
}
