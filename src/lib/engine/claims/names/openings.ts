import type { Tree } from '../tree.ts';
import type { Mention } from './mentions.ts';

/** A sentence with the names found in it. */
type Sentence = { tree: Tree; mentions: readonly Mention[] };

const OPENING = /^(?:["“”‘″]|``|'')$/;

/**
 * Names that stand first in a sentence, where a capital tells nothing: those that stand elsewhere in the account with
 * a capital, and nowhere without. Gives them by sentence, for the sentences in which there is one.
 */
export function openingNames(sentences: readonly Sentence[]): Map<number, Mention> {
	const known = new Map<string, Mention>();
	const common = new Set<string>();
	for (const { tree, mentions } of sentences) {
		for (const mention of mentions) {
			const last = mention.words.at(-1)!;
			if (mention.from > 0 && (mention.words.length === 1 || mention.kind === 'person') && !known.has(last))
				known.set(last, mention);
		}
		tree.lower.forEach((word, at) => {
			if (tree.text.startsWith(word, tree.tokens[at]!.start)) common.add(word);
		});
	}
	const found = new Map<number, Mention>();
	sentences.forEach(({ tree, mentions }, sentence) => {
		const at = OPENING.test(tree.lower[0] ?? '') ? 1 : 0;
		const token = tree.tokens[at];
		if (token === undefined || !/^(?:NOUN|ADJ|X|VERB|ADV|INTJ)$/.test(token.upos)) return;
		const word = tree.text.slice(token.start, token.end);
		const like = known.get(word);
		if (like === undefined || common.has(tree.lower[at]!)) return;
		if (mentions.some(({ from, to }) => at >= from && at < to)) return;
		found.set(sentence, {
			...like,
			sentence,
			from: at,
			whole: at,
			to: at + 1,
			start: token.start,
			end: token.end,
			words: [word],
			roles: [],
			quoted: at > 0
		});
	});
	return found;
}
