/** Words too common to say what an event is. */
const COMMON = new Set(
	(
		'a an and are as at be by for from has have he her his in is it its more of off on or over says said she than ' +
		'that the their they this to was were what when who will with after before new about up out into not no'
	).split(' ')
);

/**
 * A title for an event out of its accounts' titles: the one whose words the other titles share most, and of
 * equals the shorter. Empty where there is none.
 */
export function proposeTitle(titles: readonly string[]): string {
	const known = titles.map((title) => title.trim()).filter(Boolean);
	const words = known.map(contentWords);
	let best = '';
	let bestScore = -1;
	for (const [index, title] of known.entries()) {
		const own = words[index]!;
		const others = words.filter((_, other) => other !== index);
		const shared = others.reduce((sum, other) => sum + overlap(own, other), 0);
		// A long title shares more by being long; a tenth of its length is held against it.
		const score = shared - own.size / 10;
		if (score > bestScore || best === '') [best, bestScore] = [title, score];
	}
	return best;
}

function contentWords(title: string): Set<string> {
	const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.filter((word) => word.length > 1 && !COMMON.has(word)));
}

function overlap(a: Set<string>, b: Set<string>): number {
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared;
}
