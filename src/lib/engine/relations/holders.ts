import type { Claim } from '#lib/model/index.ts';

const TITLES =
	/^(?:mr|mrs|ms|dr|president|vice|former|then|sen|senator|rep|representative|gov|governor|secretary|minister|prime|foreign|defen[cs]e|ambassador|gen|general|maj|lt|col|chief|deputy|mayor|chairman|chairwoman|judge|justice|captain|capt|sgt|sheriff|officer|agent|pope|king|queen|prince|princess|lord|lady|sir|dame|spokesman|spokeswoman|spokesperson|chancellor|premier|admiral|adm|director|leader|attorney|professor|prof|rev|bishop|the|a|an)$/;

const known = new Map<string, readonly string[]>();
/** Names of an event come back in every pair of claims; past this many the memory is worth more than the time. */
const REMEMBERED = 20_000;

/** A holder's name in lower case, without titles, initials, accents and what stands in brackets. */
export function nameWords(name: string): readonly string[] {
	let words = known.get(name);
	if (words === undefined) {
		if (known.size > REMEMBERED) known.clear();
		known.set(name, (words = cut(name)));
	}
	return words;
}

function cut(name: string): string[] {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\([^)]{0,80}\)|['’]s?\b|\./g, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word.length > 1 && !TITLES.test(word));
}

/** Whether two holders are one: the same identity, or the shorter name ends the longer ("Reyes", "Ana Reyes"). */
export function sameHolder(a: Claim, b: Claim): boolean {
	if (a.holderIdentity !== undefined && a.holderIdentity === b.holderIdentity) return true;
	return sameName(nameWords(a.holder), nameWords(b.holder));
}

/** Whether the shorter of two names is the other's end. */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return short.length > 0 && short.join(' ') === long.slice(-short.length).join(' ');
}
