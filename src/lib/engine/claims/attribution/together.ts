import type { Link } from '#lib/model/index.ts';
import type { Mention } from '../names/mentions.ts';
import { wordsOf, type Tree } from '../tree.ts';
import type { Resolve } from './owners.ts';
import type { Range } from './ranges.ts';

/** Words that a list of speakers may stand right behind. */
const OPENING = /^(?:PUNCT|SCONJ|CCONJ)$/;

/** The noun phrase that ends before a token: a name, or "the mayor"; null where none does or it is no speaker's place. */
function phraseBefore(tree: Tree, to: number, mentions: readonly Mention[]): Range | null {
	const named = mentions.find((mention) => mention.to === to);
	let from = named ? named.whole : to;
	if (!named) {
		while (from > 0 && to - from < 4 && /^(?:NOUN|ADJ)$/.test(tree.tokens[from - 1]!.upos)) from--;
		if (from === to) return null;
	}
	if (from > 0 && /^(?:the|an?|his|her|its|their|our)$/.test(tree.lower[from - 1]!)) from--;
	// "Lawmakers and a minister said"
	else if (!named && tree.tokens[to - 1]!.xpos !== 'NNS') return null;
	return { from, to };
}

/** The noun phrase that begins at a token and ends before a comma or the verb; null where none does. */
function phraseAfter(tree: Tree, from: number, cue: number, mentions: readonly Mention[]): Range | null {
	const named = mentions.find(
		({ whole }) => whole === from || (whole === from + 1 && tree.lower[from] === 'the')
	);
	let to = named?.to ?? from;
	if (!named) {
		if (!/^(?:the|an?|his|her|its|their|our)$/.test(tree.lower[from] ?? '')) return null;
		to = from + 1;
		while (to < tree.tokens.length && to - from < 5 && /^(?:NOUN|ADJ)$/.test(tree.tokens[to]!.upos)) to++;
		if (to === from + 1) return null;
	}
	// Behind a verb of saying the phrase ends what is said of it: "said Lee and Reed."
	const ends = to >= tree.tokens.length || tree.lower[to] === ',' || tree.lower[to] === '.';
	return to === cue || ends || (to < cue && /^(?:AUX|ADV|DET)$/.test(tree.tokens[to]!.upos))
		? { from, to }
		: null;
}

/** Whether a subject may begin at a token. */
function isOpening(tree: Tree, at: number): boolean {
	return at === 0 || OPENING.test(tree.tokens[at - 1]!.upos) || tree.lower[at - 1] === 'both';
}

function joint(tree: Tree, links: readonly Link[], from: number, to: number): Link {
	const [first] = links as [Link];
	const start = tree.tokens[from]!.start;
	const end = tree.tokens[to - 1]!.end;
	const names = links.map(({ name }) => name);
	const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
	const named = links.some((link) => link.named);
	const words = wordsOf(tree, from, to).replace(/^(?:the|an?) /i, '');
	return { ...first, name, named, start, end, ...(named ? {} : { describedAs: words }) };
}

/**
 * Two who say something together, "Dorne and Asper", where the rules found one of them beside the verb; the link as it
 * is where nobody stands beside that one.
 */
export function together(
	tree: Tree,
	source: Range,
	cue: Range,
	link: Link,
	mentions: readonly Mention[],
	resolve: Resolve
): Link {
	if (/ and /.test(link.name)) return link;
	const own = mentions.find(({ from, to }) => from < source.to && to > source.from);
	let from = Math.min(source.from, own?.whole ?? source.from);
	if (from > 1 && /^(?:the|an?|his|her|its|their|our)$/.test(tree.lower[from - 1]!)) from--;
	const before: Link[] = [];
	let start = from;
	for (let and = from - 1; and > 0 && before.length < 4; and = start - 1) {
		// A list goes on with names only: of "barring trawlers, lawmakers and a minister said" trawlers say nothing.
		const isListed = before.length > 0 && mentions.some(({ to }) => to === and);
		const joins = before.length === 0 ? tree.lower[and] === 'and' : isListed && tree.lower[and] === ',';
		const phrase = joins ? phraseBefore(tree, and, mentions) : null;
		const other = phrase && resolve(phrase);
		if (!phrase || !other) break;
		before.unshift(other);
		start = phrase.from;
	}
	if (before.length > 0 && isOpening(tree, start)) return joint(tree, [...before, link], start, source.to);
	// "He met Lee and Reed said no": Lee is met.
	if (source.from < cue.from && !isOpening(tree, from)) return link;
	const after: Link[] = [];
	let end = Math.max(source.to, own?.to ?? source.to);
	// "Britain, France and Germany"
	while (tree.lower[end] === ',' && after.length < 4) {
		const next = mentions.find(({ whole }) => whole === end + 1);
		const other = next && resolve({ from: next.from, to: next.to });
		if (!next || !other) break;
		after.push(other);
		end = next.to;
	}
	const phrase = tree.lower[end] === 'and' ? phraseAfter(tree, end + 1, cue.from, mentions) : null;
	const last = phrase && resolve(phrase);
	return phrase && last && last.name !== link.name
		? joint(tree, [link, ...after, last], source.from, phrase.to)
		: link;
}
