import type { Frame } from '../lines/frames.ts';
import type { Gist } from '../lines/gist.ts';
import type { Words } from '../words/index.ts';
import { occasionFit } from './clauses.ts';
import { isMain } from './doings.ts';
import { hasBelow } from './exclusion.ts';
import { clauseConflict, evidenceOf, speakers, type Finding } from './finding.ts';

/** Two doings of one claim in the order in which it says they came. */
type Order = { first: Frame; then: Frame };

const AFTER = new Set(['after']);
const BEFORE = new Set(['before']);

/** What a claim says came after what: "opened fire after the crowd threw stones". */
function ordersIn(gist: Gist): Order[] {
	return gist.frames.flatMap((sub): Order[] => {
		const { deprel, head } = gist.tokens[sub.verb]!;
		const main = deprel === 'advcl' ? gist.frames.find(({ verb }) => verb === head) : undefined;
		if (main === undefined || !isMain(gist, main) || main.negated || sub.negated) return [];
		if (hasBelow(gist, sub.verb, 'mark', AFTER)) return [{ first: sub, then: main }];
		return hasBelow(gist, sub.verb, 'mark', BEFORE) ? [{ first: main, then: sub }] : [];
	});
}

/** The same two doings, in one claim the one first and in the other the other. */
export function compareOrder(a: Gist, b: Gist, words: Words): Finding | null {
	const theirs = ordersIn(b);
	for (const x of theirs.length === 0 ? [] : ordersIn(a))
		for (const y of theirs) {
			const fits = [occasionFit(a, x.first, b, y.then, words), occasionFit(a, x.then, b, y.first, words)];
			const fit = Math.min(...fits);
			if (fit === 0) continue;
			const [one, other] = speakers(a, b);
			const text = `${one} and ${other} tell what came first the other way round.`;
			const places = [evidenceOf(a, a.tokens[x.first.verb]!), evidenceOf(b, b.tokens[y.first.verb]!)];
			return clauseConflict('date', text, places, fit);
		}
	return null;
}
