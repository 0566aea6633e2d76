import type { Gist } from './gist.ts';

const SHORTEST = 20;
const LONGEST = 110;

/** How badly a claim's wording would serve as a heading: lower is better. */
function unfitness(gist: Gist): number {
	const { text, certainty, quote, headline } = gist.claim;
	const length = text.length;
	let cost = length < SHORTEST ? (SHORTEST - length) * 3 : length > LONGEST ? length - LONGEST : length / 10;
	if (certainty === 'denied') cost += 30;
	if (quote === 'direct') cost += 15;
	if (headline) cost += 10;
	if (/^(he|she|it|they|we|i|this|that|these|those)\b/i.test(text)) cost += 25;
	return cost;
}

/** The clearest wording among a line's claims. */
export function titleOf(gists: readonly Gist[]): string {
	const [best] = [...gists].sort((a, b) => unfitness(a) - unfitness(b));
	return best!.claim.text.replace(/\s+/g, ' ').trim();
}
