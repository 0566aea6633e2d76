import type { Token } from '../types.ts';
import { mendAgreement } from './agreement.ts';
import { mendClauses } from './clause-repairs.ts';
import { FINITE, isUnder, makeSubject, predicateOf, rootOf } from './tree-edits.ts';
import { type Mend, mendMore } from './tag-repairs.ts';
import type { Tagger } from './tagger.ts';
import type { Place } from './tokens.ts';
import { mendTeller } from './teller-repairs.ts';
import { mendVerbs } from './verb-repairs.ts';

const CLOSING = /^["”″]$|^''$/;
/** How many words a name before a verb has at most: "Mayor Ana Lopez Reyes replies". */
const LONGEST_NAME = 4;

/** Words that are a noun or, unchanged, a past tense. */
const NOUN_OR_PAST =
	/^(?:shot|hit|cut|set|split|spread|cost|hurt|beat|bid|burst|cast|put|shut|quit|let|struck|fed|led|fled|saw|felt|fell|rose|bore|bound|wound|left|found|ground)$/;
/** Forms that are verbs and never nouns: "the clerk denies taking it". */
const VERB_ONLY =
	/^(?:denies|insists|argues|alleges|asserts|contends|admits|concedes|reckons|acknowledges|confirms|warns|accepts|agrees|disagrees|explains|describes|says|tells|believes|dismisses|resigns|dies|kills|injures|seizes|quits|sues|seeks|rejects|reaches|becomes|begins|brings|sends|gives|gets|keeps|loses|flees|steals|collapses|withholds|suspends|appoints|accuses|refuses|admits|decides|promises)$/;
const BARE_ONLY = /^(?:deny|insist|allege|assert|admit|believe|argue)$/;
/** Past tenses that are never nouns: "the crowd threw stones". */
const PAST_ONLY =
	/^(?:threw|flew|grew|knew|drew|blew|broke|spoke|chose|froze|woke|drove|wrote|rode|stole|swore|tore|wore|gave|came|became|ran|sang|sank|began|swam|drank|went|took|shook|sent|brought|caught|taught|bought|fought|sought|kept|slept|meant|paid|sold|held|heard|understood|ate|hid|stuck|stung|fled)$/;
const PARTICLE = /^(?:down|up|off|out|over|back|in)$/;
/** Whom a verb has behind it that can be no new subject: "the guard shot himself". */
const WHOM = /^(?:him|her|it|them)sel(?:f|ves)$|^(?:him|them|us)$/;

/**
 * Makes what puts right the words that the tagger takes for nouns since it looks few words ahead: `…,” Ana Lopez
 * replies.` ends in a verb, and the army that "shot down the balloon" did so. It changes a sentence's `tags` in place.
 */
export function createTagMender(
	tagger: Tagger
): (text: string, places: readonly Place[], tags: Int32Array) => void {
	const tagOf = (upos: string, xpos: string) =>
		tagger.tags.findIndex((one) => one.upos === upos && one.xpos === xpos);
	const known = {
		present: tagOf('VERB', 'VBZ'),
		plural: tagOf('VERB', 'VBP'),
		past: tagOf('VERB', 'VBD'),
		participle: tagOf('VERB', 'VBN'),
		had: tagOf('AUX', 'VBD'),
		into: tagOf('ADP', 'IN'),
		that: tagOf('SCONJ', 'IN'),
		this: tagOf('DET', 'DT'),
		name: tagOf('PROPN', 'NNP'),
		common: tagOf('NOUN', 'NN'),
		things: tagOf('NOUN', 'NNS')
	};
	return (text, places, tags) => mendTags(text, places, tagger, tags, known);
}

function mendTags(
	text: string,
	places: readonly Place[],
	tagger: Tagger,
	tags: Int32Array,
	known: Record<Mend, number>
): void {
	const { present, plural, past, participle, name: proper, common } = known;
	const word = (at: number) => text.slice(places[at]!.start, places[at]!.end);
	const tag = (at: number) => tagger.tags[tags[at]!]!;
	// "The army shot down the balloon"
	for (let at = 1; at < places.length; at++) {
		const { upos, xpos } = tag(at);
		if ((upos === 'NOUN' || upos === 'ADJ' || upos === 'ADV' || xpos === 'VBP') && PAST_ONLY.test(word(at)))
			tags[at] = past;
		if (at >= places.length - 2) continue;
		if (tag(at).xpos !== 'NN' || !NOUN_OR_PAST.test(word(at))) continue;
		// "The drone, shot down last week, was new"
		if (word(at - 1) === ',' && PARTICLE.test(word(at + 1))) tags[at] = participle;
		if (!/^(?:NOUN|PROPN)$/.test(tag(at - 1).upos)) continue;
		const next = PARTICLE.test(word(at + 1)) ? at + 2 : at + 1;
		if (/^(?:DT|PRP\$)$/.test(tag(next).xpos) || WHOM.test(word(next)) || word(next) === 'because')
			tags[at] = past;
	}
	mendMore(word, tag, places.length, (at, to) => {
		tags[at] = known[to];
	});
	for (let at = 1; at < places.length; at++) {
		// "The Dane, 23, is", "said the Dane.": a people's adjective that stands for somebody.
		if (tag(at).upos !== 'ADJ' || !/^\p{Lu}\p{Ll}+$/u.test(word(at)) || !/^[Tt]he$/.test(word(at - 1)))
			continue;
		if (at + 1 === places.length || /^(?:PUNCT|AUX|VERB)$/.test(tag(at + 1).upos)) tags[at] = proper;
	}
	// "United denied it": a name that is a participle elsewhere
	if (places.length > 2 && /^VB[DN]$/.test(tag(0).xpos) && /^(?:VBD|VBZ|VBP|MD)$/.test(tag(1).xpos))
		tags[0] = proper;
	for (let at = 0; at < places.length - 1; at++) {
		// "Ms Lopez", without a point
		if (/^(?:Mr|Mrs|Ms|Mx|Dr)$/.test(word(at)) && tag(at).upos !== 'PROPN' && /^\p{Lu}/u.test(word(at + 1)))
			tags[at] = proper;
		// "The town's building inspectors"
		if (
			tag(at).xpos === 'POS' &&
			tag(at + 1).xpos === 'VBG' &&
			/^NNS?$/.test(at + 2 < places.length ? tag(at + 2).xpos : '')
		)
			tags[at + 1] = common;
	}
	// "An insurance executive said": behind a noun and before a verb it is who spoke.
	for (let at = 2; at < places.length - 1; at++)
		if (
			tag(at).xpos === 'JJ' &&
			/^(?:executive|official|representative|native|relative|expert|professional|regular)$/.test(word(at))
		)
			if (tag(at - 1).upos === 'NOUN' && /^(?:VBD|VBZ|VBP|MD)$/.test(tag(at + 1).xpos)) tags[at] = common;
	for (let at = 1; at < places.length; at++) {
		const { xpos, upos } = tag(at);
		if (upos !== 'NOUN') continue;
		if (xpos === 'NNS' && VERB_ONLY.test(word(at))) tags[at] = present;
		// "The police deny it"
		else if (xpos === 'NN' && BARE_ONLY.test(word(at)) && /^(?:NOUN|PROPN)$/.test(tag(at - 1).upos))
			tags[at] = plural;
	}
	// "…, local media report."
	const last = places.length - (places.length > 0 && tag(places.length - 1).upos === 'PUNCT' ? 2 : 1);
	if (last > 3 && tag(last).xpos === 'NN' && /^(?:report|claim|estimate)$/.test(word(last))) {
		let from = last;
		while (from > 0 && last - from < 5 && /^(?:NOUN|PROPN|ADJ)$/.test(tag(from - 1).upos)) from--;
		const isMany = /^NNP?S$/.test(tag(last - 1).xpos) || /^(?:media|police)$/.test(word(last - 1));
		if (isMany && from < last && word(from - 1) === ',') tags[last] = plural;
	}
	// "…, its operator estimates."
	if (last > 4 && tag(last).xpos === 'NNS' && /^(?:estimates|reports|claims|forecasts)$/.test(word(last))) {
		let from = last;
		while (from > 0 && last - from < 6 && /^(?:NOUN|PROPN|ADJ|DET|PRON)$/.test(tag(from - 1).upos)) from--;
		const isOne = /^NNP?$/.test(tag(last - 1).xpos) && last - from > 1;
		if (isOne && word(from - 1) === ',') tags[last] = present;
	}
	/** Whether a noun stands behind a comma and "a": ", a claim", ", a new finding". */
	const opensAside = (noun: number): boolean => {
		let at = noun - 1;
		while (at > 1 && tag(at).upos === 'ADJ') at--;
		return /^an?$/.test(word(at)) && word(at - 1) === ',';
	};
	/** Whether a word is the only one that can be the verb of ", which the operator …". */
	const endsRelative = (at: number): boolean => {
		for (let back = at - 1; back > 0 && at - back < 8; back--) {
			// ", a finding the company disputes"
			if (at - back > 1 && word(back) === 'the' && tag(back - 1).upos === 'NOUN') return opensAside(back - 1);
			if (/^(?:which|whom)$/.test(word(back))) return at - back > 1 && word(back - 1) === ',';
			if (!/^(?:NOUN|PROPN|ADJ|DET|PRON)$/.test(tag(back).upos)) return false;
		}
		return false;
	};
	for (let at = 3; at < places.length; at++) {
		if (tag(at).xpos !== 'NNS' || !/^\p{Ll}+s$/u.test(word(at))) continue;
		if (at + 1 < places.length && !/^[.,:;]$/.test(word(at + 1))) continue;
		if (endsRelative(at)) {
			tags[at] = present;
			continue;
		}
		let name = at;
		while (name > 0 && at - name < LONGEST_NAME && tag(name - 1).upos === 'PROPN') name--;
		if (name === at || name < 2 || !CLOSING.test(word(name - 1))) continue;
		if (/^[,.?!…]$/.test(word(name - 2))) tags[at] = present;
	}
}

/** A clause about a noun, and the verb behind it that may be the noun's own. */
type Aside = { noun: number; who: number; verb: number };

/** "The man, who was not named, was pushed", "the men, both of whom live here, were seen": up to the second comma. */
function betweenCommas(tokens: readonly Token[], word: (at: number) => string, who: number): Aside | null {
	const opening = word(who - 1) === 'of' ? who - 3 : who - 1;
	if (opening < 1 || word(opening) !== ',' || word(who) === 'that') return null;
	let comma = who + 2;
	while (comma < tokens.length - 1 && word(comma) !== ',' && comma - who < 20) comma++;
	if (word(comma) !== ',' || comma >= tokens.length - 2) return null;
	// Adverbs may stand before the verb: ", later said".
	let verb = comma + 1;
	while (verb < tokens.length - 1 && tokens[verb]!.upos === 'ADV' && verb - comma < 3) verb++;
	return { noun: opening - 1, who, verb };
}

/** "The tram that ran into it had been mended": up to the first helping verb that stands behind the clause's own verb. */
function withoutCommas(tokens: readonly Token[], word: (at: number) => string, who: number): Aside | null {
	if (!/^(?:who|which|that)$/.test(word(who)) || !tokens[who]!.deprel.startsWith('nsubj')) return null;
	const own = tokens[who]!.head;
	if (own < who || !/^acl/.test(tokens[own]!.deprel)) return null;
	for (let verb = own + 1; verb < Math.min(tokens.length, own + 20); verb++) {
		if (/^[,;:]$/.test(word(verb)) || tokens[verb]!.upos === 'CCONJ') return null;
		if (
			FINITE.test(tokens[verb]!.xpos) &&
			/^(?:aux|cop)/.test(tokens[verb]!.deprel) &&
			tokens[verb]!.head > verb
		)
			return { noun: who - 1, who, verb };
	}
	return null;
}

/**
 * Puts right a main clause that the parser hung inside the clause before it: in "the man, who was not named, was
 * pushed", the verb behind the second comma is the man's. Changes heads and relations in place.
 */
export function mendHeads(tokens: Token[], text: string): void {
	const word = (at: number) => text.slice(tokens[at]!.start, tokens[at]!.end).toLowerCase();
	for (let who = 2; who < tokens.length - 3; who++) {
		const { xpos, deprel, head, start, end } = tokens[who]!;
		const isPart = (xpos === 'VBN' || xpos === 'VBG') && deprel.startsWith('acl');
		const isBeside = deprel === 'appos' || tokens[head]?.deprel === 'appos';
		// Most words are longer or shorter than those that a clause begins with, and need not be cut out.
		const isShort = end - start > 2 && end - start < 6;
		if (!isPart && !isBeside && !(isShort && /^(?:who|which|whom|whose|that)$/.test(word(who)))) continue;
		if (tokens[who - 1]!.head < 0 && word(who) === 'who') mendTeller(tokens, word, who);
		const aside = betweenCommas(tokens, word, who) ?? withoutCommas(tokens, word, who);
		if (aside && /^(?:NOUN|PROPN)$/.test(tokens[aside.noun]!.upos)) mendAside(tokens, aside);
		else if (word(who) === 'who') mendTeller(tokens, word, who);
	}
	mendVerbs(tokens, word);
	mendClauses(tokens, word);
	mendAgreement(tokens, word);
}

function mendAside(tokens: Token[], { noun, who, verb }: Aside): void {
	if (!FINITE.test(tokens[verb]!.xpos) && !isPastAlone(tokens, noun, verb)) return;
	const main = predicateOf(tokens, verb);
	if (mendStolen(tokens, { noun, who, verb }, main)) return;
	const above = tokens[main]!.head;
	const has = (head: number, relation: RegExp, from = 0) =>
		tokens.some((token, at) => at >= from && token.head === head && relation.test(token.deprel));
	const subject = headBefore(tokens, noun);
	const own = tokens[who]!.head;
	const carries =
		/^VB|^MD/.test(tokens[above]?.xpos ?? '') ||
		above === own ||
		above === tokens[subject]?.head ||
		// "Who asked for it since the talks were secret, said"
		has(above, /^cop$/);
	// "A report, seen by the Gull, warned that": the verb was made another word about the noun.
	const isHung =
		above === subject &&
		tokens[subject]!.head < 0 &&
		/^(?:acl|parataxis|conj|advcl|dep)/.test(tokens[main]!.deprel);
	const isInside = isHung || (above >= who && above < verb && carries);
	if (subject < 0 || main < verb || has(main, /^(?:nsubj|csubj|expl|mark|cc$)/)) return;
	// The clause about the noun may have been made the noun's main clause: they change places.
	const lesser = tokens[subject]!.head;
	const isSwapped = lesser >= who && lesser < verb;
	const { head, deprel } = tokens[isSwapped ? lesser : subject]!;
	// A subject already, unless the verb that has it has another one nearer by.
	if (deprel.startsWith('nsubj') && !has(head, /^nsubj/, main + 1)) return;
	// "Believe the tanker, which was full, hit a sandbank": both hang on the belief, side by side.
	const isBeside = above === head && above >= 0 && tokens[main]!.deprel === 'ccomp';
	// "With all votes counted, her rival, Sani Lo, had half": the participle before took the subject for its own.
	const low = Math.min(
		subject,
		...tokens.flatMap((token, at) => (token.head === subject && token.deprel === 'det' ? [at] : []))
	);
	const owner = tokens.findIndex(
		({ head: of, deprel: how }, at) => of === subject && how === 'nmod:poss' && at < subject
	);
	const isStolen =
		head >= 0 &&
		head < subject &&
		tokens[head]!.xpos === 'VBN' &&
		/^(?:obl|obj)$/.test(deprel) &&
		tokens[(owner >= 0 ? Math.min(owner, low) : low) - 1]?.lemma === ',';
	if ((!isInside && !isBeside && !isStolen) || isUnder(tokens, head, main)) return;
	if (tokens[verb]!.xpos === 'VBN' && main === verb) tokens[verb]!.xpos = 'VBD';
	if (isSwapped) tokens[lesser]!.head = subject;
	if (isSwapped || (own > who && own < verb && tokens[own]!.head === subject))
		tokens[isSwapped ? lesser : own]!.deprel = 'acl:relcl';
	if (isInside) {
		// What the parser hung on the clause behind the verb belongs to the verb.
		for (let at = main + 1; at < tokens.length; at++)
			if (tokens[at]!.head >= who && tokens[at]!.head < verb) tokens[at]!.head = main;
		tokens[main]!.head = head;
		tokens[main]!.deprel = head < 0 ? 'root' : deprel.startsWith('nsubj') ? 'ccomp' : deprel;
	}
	makeSubject(tokens, subject, main);
}

/** "The firm, whose shares have lost half, said": the clause between the commas is no subject of the saying, and the firm is. */
function mendStolen(tokens: Token[], { noun, who, verb }: Aside, main: number): boolean {
	const clause = tokens.findIndex(
		({ head, deprel, upos }, at) =>
			at > who && at < verb && head === main && /^[nc]subj/.test(deprel) && upos === 'VERB'
	);
	const subject = headBefore(tokens, noun);
	if (clause < 0 || subject < 0 || tokens[subject]!.head !== main) return false;
	Object.assign(tokens[clause]!, { head: subject, deprel: 'acl:relcl' });
	Object.assign(tokens[subject]!, { deprel: 'nsubj' });
	return true;
}

/** Whether a word that may be a past tense is the only one that the sentence can turn on: "Orlo, who had left, seized on it". */
function isPastAlone(tokens: readonly Token[], noun: number, verb: number): boolean {
	const { xpos, deprel } = tokens[verb]!;
	if (xpos !== 'VBN' || !/^(?:conj|advcl|parataxis|xcomp|acl|ccomp|dep)/.test(deprel)) return false;
	const root = rootOf(tokens);
	const isHelped = tokens.some((token) => token.head === verb && /^(?:aux|cc$)/.test(token.deprel));
	return !isHelped && root >= 0 && root < verb && root >= headBefore(tokens, noun);
}

/** The head of the noun phrase that ends in a token; -1 where it ends in a clause. */
function headBefore(tokens: readonly Token[], last: number): number {
	let at = last;
	for (let steps = 0; steps < 12; steps++) {
		const { head, deprel } = tokens[at]!;
		if (head < 0 || head > last || !/^(?:nmod|flat|compound|appos|amod|det)/.test(deprel)) return at;
		at = head;
	}
	return -1;
}
