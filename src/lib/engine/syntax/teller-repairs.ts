import type { Token } from '../types.ts';
import { isUnder, rootOf } from './tree-edits.ts';

/** "…, an official who was not allowed to speak told the Courier": the telling behind the clause is the official's. */
export function mendTeller(tokens: Token[], word: (at: number) => string, who: number): void {
	const own = tokens[who]!.head;
	const noun = tokens[own]?.head ?? -1;
	const root = rootOf(tokens);
	if (own < who || noun < 0 || noun >= who || root < 0 || root > noun) return;
	if (root === noun) {
		mendOpeningTeller(tokens, word, noun, own);
		return;
	}
	let first = noun;
	while (first > 0 && tokens[first - 1]!.head === noun && word(first - 1) !== ',') first--;
	if (word(first - 1) !== ',') return;
	for (let verb = own + 1; verb < tokens.length - 1 && word(verb) !== ','; verb++) {
		if (word(verb) !== 'told' || /^(?:and|or|was|were|been|be|being|had|have)$/.test(word(verb - 1)))
			continue;
		if (!/^(?:DET|PROPN|PRON|NOUN)$/.test(tokens[verb + 1]!.upos)) return;
		if (tokens[noun]!.deprel.startsWith('nsubj') && tokens[noun]!.head !== verb) return;
		// "Who has seen the report told": the report is what was seen.
		for (let at = own + 1; at < verb; at++)
			if (tokens[at]!.head === verb && tokens[at]!.deprel === 'nsubj') {
				tokens[at]!.head = own;
				tokens[at]!.deprel = 'obj';
			}
		tokens[noun]!.head = verb;
		tokens[noun]!.deprel = 'nsubj';
		tokens[verb]!.head = root;
		tokens[verb]!.deprel = 'parataxis';
		tokens[verb]!.xpos = 'VBD';
		return;
	}
}

/** "A teacher who says he was told to do it told the Courier": the second telling is what the sentence says. */
function mendOpeningTeller(tokens: Token[], word: (at: number) => string, noun: number, own: number): void {
	if (tokens.slice(0, noun).some(({ head }) => head !== noun)) return;
	for (let verb = own + 1; verb < tokens.length - 1 && word(verb) !== ','; verb++) {
		if (word(verb) !== 'told' || tokens[verb]!.head === own) continue;
		if (/^(?:and|or|was|were|been|be|being|had|have)$/.test(word(verb - 1))) continue;
		if (!/^(?:DET|PROPN|PRON|NOUN)$/.test(tokens[verb + 1]!.upos) || isUnder(tokens, noun, verb)) return;
		for (let at = verb + 1; at < tokens.length; at++) if (tokens[at]!.head < verb) tokens[at]!.head = verb;
		for (let at = own + 1; at < verb; at++)
			if (tokens[at]!.head === verb) Object.assign(tokens[at]!, { head: own, deprel: 'obj' });
		Object.assign(tokens[verb]!, { head: -1, deprel: 'root', xpos: 'VBD' });
		Object.assign(tokens[noun]!, { head: verb, deprel: 'nsubj' });
		return;
	}
}
