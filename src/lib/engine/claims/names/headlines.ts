import type { Tree } from '../tree.ts';
import type { Mention } from './mentions.ts';

/** A shorter mention of the tokens `from` to `to` of one, given by words; only where each word is one token. */
function cutTo(mention: Mention, tree: Tree, from: number, to: number): Mention {
	const [first, last] = [mention.from + from, mention.from + to];
	return {
		...mention,
		from: first,
		whole: from === 0 ? mention.whole : first,
		to: last,
		start: tree.tokens[first]!.start,
		end: tree.tokens[last - 1]!.end,
		words: mention.words.slice(from, to)
	};
}

/**
 * In a headline every word may be capitalised: of "Lopez Explains" only "Lopez" is a name, when the text below knows
 * that one. Shortens a headline's names to the longest part that the body has; the others stay as they are.
 */
export function fitHeadlines(
	mentions: readonly Mention[],
	treeOf: (mention: Mention) => Tree,
	isHeadline: (mention: Mention) => boolean
): Mention[] {
	const known = new Set<string>();
	for (const mention of mentions) {
		if (isHeadline(mention)) continue;
		known.add(mention.words.join(' '));
		if (mention.kind === 'person') known.add(mention.words.at(-1)!);
	}
	return mentions.map((mention) => {
		const { words } = mention;
		if (!isHeadline(mention) || words.length !== mention.to - mention.from || known.has(words.join(' ')))
			return mention;
		for (let length = words.length - 1; length > 0; length--)
			for (const from of [0, words.length - length])
				if (known.has(words.slice(from, from + length).join(' ')))
					return cutTo(mention, treeOf(mention), from, from + length);
		return mention;
	});
}
