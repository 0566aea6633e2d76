import type { Claim } from '#lib/model/index.ts';
import type { GoldClaim } from './gold.ts';

const FILLER = new Set('a an the of and for by to in at some two her his its'.split(' '));

/** The words that tell a name apart: lower case, without accents, possessives and plural s. */
function nameWords(name: string): string[] {
	return name
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/['’]s?(?![a-z])/g, '')
		.split(/[^a-z0-9]+/)
		.map((word) => (word.length > 3 ? word.replace(/([^s])s$/, '$1') : word))
		.filter((word) => word !== '' && !FILLER.has(word));
}

/**
 * Whether a claim's holder is the gold's: the words of the shorter name all stand in the longer one ("Lindqvist",
 * "Amara Lindqvist"), and an unnamed holder is met by any unnamed one.
 */
export function isSameHolder(gold: GoldClaim, claim: Claim): boolean {
	if (gold.voice === 'unnamed' && claim.voice === 'unnamed') return true;
	const [short, long] = [nameWords(gold.holder), nameWords(claim.holder)].sort((a, b) => a.length - b.length);
	return short!.length > 0 && short!.every((word) => long!.includes(word));
}
