import type { LexiconFiles } from '../../types.ts';
import { readJson } from '../names/lists.ts';
import { baseRelation, childBy, type Tree } from '../tree.ts';
import { sourceOf } from './frames.ts';
import type { Range } from './ranges.ts';

/** Verb and what hangs on it, as `support/obj`, that mostly tell what somebody wants, backs or thinks. */
export type Attitudes = ReadonlySet<string>;

/** Loads `data/lexicon/claims-attitudes.json`, which `tools/lexicon-claims/attitudes.ts` learns. */
export function loadAttitudes(files: LexiconFiles): Attitudes {
	return new Set(readJson<string[]>(files, 'claims-attitudes.json', []));
}

export type Attitude = { key: string; cue: Range; source: Range | null; content: Range };

/** Every place where a verb may tell an attitude: its object, complement or obliques as content. */
export function attitudeCandidates(tree: Tree): Attitude[] {
	const found: Attitude[] = [];
	for (let verb = 0; verb < tree.tokens.length; verb++) {
		const token = tree.tokens[verb]!;
		if (token.upos !== 'VERB') continue;
		const lemma = token.lemma.toLowerCase();
		const passive = childBy(tree, verb, 'aux:pass') >= 0;
		const source = sourceOf(tree, verb);
		for (const child of tree.children[verb]!) {
			if (child < verb) continue;
			const relation = baseRelation(tree.tokens[child]!.deprel);
			if (!/^(?:obj|xcomp|obl|ccomp)$/.test(relation)) continue;
			const preposition =
				relation === 'obl' && tree.tokens[tree.low[child]!]!.upos === 'ADP'
					? tree.lower[tree.low[child]!]!
					: '';
			if (relation === 'obl' && preposition === '') continue;
			const from = tree.low[child]! + (preposition === '' ? 0 : 1);
			const next = tree.children[verb]!.filter(
				(other) => other > child && /^(?:obl|xcomp|advcl)$/.test(baseRelation(tree.tokens[other]!.deprel))
			);
			const voice = passive ? ':pass' : '';
			found.push({
				key: `${lemma}${voice}/${relation}${preposition}`,
				cue: { from: verb, to: preposition === '' ? verb + 1 : from },
				source,
				content: { from, to: tree.high[child]! }
			});
			const last = next.at(-1);
			if (relation === 'obj' && last !== undefined)
				found.push({
					key: `${lemma}${voice}/obj+`,
					cue: { from: verb, to: verb + 1 },
					source,
					content: { from, to: tree.high[last]! }
				});
		}
	}
	return found;
}
