import type { NameSpanKind } from '../../src/lib/engine/syntax/names.ts';
import type { GoldSentence, GoldWord } from './conllu.ts';

export type GoldName = { start: number; end: number; kind: NameSpanKind };

const KINDS: Record<string, NameSpanKind> = {
	person: 'person',
	organization: 'organisation',
	place: 'place'
};

/**
 * The names of a GUM sentence: its mentions headed by a proper noun, the widest of nested ones, cut down to the
 * name itself. Dates are left out. A mention can be open over several sentences' ends only by mistake.
 */
export function goldNames({ words }: GoldSentence): GoldName[] {
	const open = new Map<string, { start: number; type: string }[]>();
	const mentions: { start: number; end: number; type: string }[] = [];
	words.forEach(({ entity }, at) => {
		for (const [, opened, alone, closed] of entity.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
			const [id, type] = (opened ?? closed!).split('-') as [string, string];
			if (opened !== undefined && alone === undefined) {
				open.set(id, [...(open.get(id) ?? []), { start: at, type }]);
			} else if (opened !== undefined) mentions.push({ start: at, end: at + 1, type });
			else {
				const begun = open.get(id)?.pop();
				if (begun) mentions.push({ ...begun, end: at + 1 });
			}
		}
	});
	const names: GoldName[] = [];
	for (const { start, end, type } of mentions.sort((a, b) => b.end - b.start - (a.end - a.start))) {
		if (type === 'time') continue;
		const head = words.findIndex(
			(word, at) => at >= start && at < end && (word.head < start || word.head >= end)
		);
		if (words[head]?.upos !== 'PROPN') continue;
		const name = { ...cutToName(words, start, end, head), kind: KINDS[type] ?? 'other' };
		if (names.every((other) => name.end <= other.start || name.start >= other.end)) names.push(name);
	}
	return names.sort((a, b) => a.start - b.start);
}

/** The head with its flat parts, compounds, capitalised adjectives and `of` phrases. */
function cutToName(
	words: readonly GoldWord[],
	start: number,
	end: number,
	head: number
): { start: number; end: number } {
	const inside = new Set([head]);
	for (let grown = 0; grown !== inside.size;) {
		grown = inside.size;
		for (let at = start; at < end; at++) {
			if (!inside.has(at) && inside.has(words[at]!.head) && belongs(words, at)) inside.add(at);
		}
	}
	let from = head;
	while (inside.has(from - 1)) from--;
	let to = head + 1;
	while (inside.has(to)) to++;
	while (from < head && /^(?:the|a|an|[^\p{L}\p{N}])$/iu.test(words[from]!.form)) from++;
	while (to > head + 1 && /^(?:of|the|and|[^\p{L}\p{N}.])$/iu.test(words[to - 1]!.form)) to--;
	return { start: from, end: to };
}

function belongs(words: readonly GoldWord[], at: number): boolean {
	const { deprel, upos, xpos, form } = words[at]!;
	if (deprel === 'flat' || deprel === 'goeswith') return true;
	if (deprel === 'compound' || deprel === 'nmod:desc') return xpos.startsWith('NNP') || upos === 'NUM';
	if (deprel === 'amod' || deprel === 'nummod') return xpos.startsWith('NNP') || /^\p{Lu}/u.test(form);
	if (deprel === 'punct') return xpos === 'HYPH' || form === '.' || form === '’' || form === "'";
	if (deprel === 'case') return /^(?:of|['’]s|&)$/.test(form);
	if (deprel === 'det') return /^(?:the|The)$/.test(form);
	if (deprel === 'nmod' || deprel === 'nmod:poss') {
		const isName = upos === 'PROPN';
		return isName && words.some((word) => words[word.head] === words[at] && /^(?:of|['’]s)$/.test(word.form));
	}
	if (deprel === 'conj' || deprel === 'cc') return form === '&' || words[at - 1]?.form === '&';
	return false;
}
