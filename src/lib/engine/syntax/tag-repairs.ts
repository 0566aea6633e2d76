import type { Tag } from './tagger.ts';

/** Words of headlines that are a noun or, unchanged, a present tense. */
const NOUN_OR_PRESENT =
	/^(?:storm|attack|raid|search|block|target|demand|fear|claim|back|march|strike|fire|face|hunt|probe|question|name|charge|arrest|release|rescue|blame|fight|battle|pledge|vow|offer|order|review)$/;
/** What can be done to those of whom only the number is given. */
const DONE_TO = /^(?:injured|wounded|killed|hurt|arrested|detained|displaced)$/;
/** Participles that look like the bare verb. */
const LET = /^(?:let|hit|put|cut|set|shut|quit|cost|hurt|come|become|run)$/;
const HAVING = /^(?:has|have|had|having|['’]ve|was|were|been|being)$/i;
const QUOTE = /^["“”″‘’']$|^``$|^''$/;
/** What is told, and never done to somebody: behind "to our crew that" it is a past tense. */
const TOLD =
	/^(?:admitted|announced|boasted|complained|conceded|confessed|confirmed|explained|indicated|insisted|revealed|signalled|stated|suggested|testified)$/;

const DENIED = /^(?:denied|disputed|dismissed|refuted|rejected)$/;
const REPORTS = /^(?:reports|claims|hints|rumours|rumors)$/;

/** What a word is made: `into` a preposition, `this` a determiner, `that` what opens a clause. */
export type Mend =
	| 'present'
	| 'plural'
	| 'past'
	| 'participle'
	| 'had'
	| 'into'
	| 'name'
	| 'common'
	| 'things'
	| 'this'
	| 'that';
type Word = (at: number) => string;
type TagOf = (at: number) => Tag;
type Set = (at: number, to: Mend) => void;

/** Says which words are a present tense or a participle where the tagger, which looks few words ahead, says otherwise. */
export function mendMore(word: Word, tag: TagOf, count: number, set: Set): void {
	mendStart(word, tag, count, set);
	let verbs = 0;
	for (let at = 0; at < count; at++) {
		const { upos, xpos } = tag(at);
		if (upos === 'VERB' || upos === 'AUX') verbs++;
		// "At least 19 injured", "with 3 wounded."
		if (upos === 'ADJ' && at > 0 && tag(at - 1).upos === 'NUM' && DONE_TO.test(word(at))) {
			if (at + 1 === count || !/^(?:NOUN|PROPN|ADJ)$/.test(tag(at + 1).upos)) set(at, 'participle');
		}
		// "Nobody had let him in"
		if (
			xpos === 'VBD' &&
			upos === 'VERB' &&
			/^had$/i.test(word(at)) &&
			at + 1 < count &&
			LET.test(word(at + 1))
		) {
			if (/^VB[DP]?$/.test(tag(at + 1).xpos)) {
				set(at, 'had');
				set(at + 1, 'participle');
			}
		}
		if (upos === 'SCONJ' && word(at) === 'into') set(at, 'into');
		// "The state had “launched missiles”"
		if (xpos === 'VBD' && upos === 'VERB' && at > 1 && QUOTE.test(word(at - 1))) {
			if (tag(at - 2).upos === 'AUX' && HAVING.test(word(at - 2))) set(at, 'participle');
		}
		if (at > 0 && at + 1 < count) mendBetween(word, tag, at, count, set);
		if (xpos === 'VBN' && TOLD.test(word(at)) && isToldTo(word, tag, count, at)) set(at, 'past');
	}
	if (verbs > 0 || count > 20) return;
	// "Protesters storm Town Hall", "the mayor backs a bridge": a line without any verb, but for one that may be a noun.
	for (let at = 1; at < 5 && at < count - 1; at++) {
		const { xpos } = tag(at);
		const before = tag(at - 1).xpos;
		if (/^(?:NN|IN)$/.test(xpos) && before === 'NNS' && NOUN_OR_PRESENT.test(word(at))) {
			if (/^(?:PROPN|DET|NUM)$/.test(tag(at + 1).upos)) return set(at, 'plural');
		}
		if (xpos === 'NNS' && /^NNP?$/.test(before) && tag(at + 1).upos === 'DET') return set(at, 'present');
	}
}

/** "Herb Dooley was calm": a sentence's first word, before a name and a verb, is a part of the name. */
function mendStart(word: Word, tag: TagOf, count: number, set: Set): void {
	if (count < 4 || tag(0).xpos !== 'NN' || tag(1).xpos !== 'NNP' || !/^\p{Lu}\p{Ll}+$/u.test(word(0))) return;
	const isAged = word(2) === ',' && tag(3).upos === 'NUM';
	if (isAged || /^(?:VBD|VBZ|MD)$/.test(tag(2).xpos)) set(0, 'name');
}

/** Words that the two beside them tell the kind of. */
function mendBetween(word: Word, tag: TagOf, at: number, count: number, set: Set): void {
	const { upos, xpos } = tag(at);
	const [before, behind] = [tag(at - 1), tag(at + 1)];
	// "At five past seven"
	if (upos !== 'ADP' && before.upos === 'NUM' && behind.upos === 'NUM' && /^(?:past|to)$/.test(word(at)))
		set(at, 'into');
	// "The charity Open Wards"
	if (upos === 'ADJ' && xpos === 'NNP' && before.upos === 'NOUN' && behind.upos === 'PROPN') set(at, 'name');
	if (/^(?:NNS|VBZ)$/.test(xpos) && word(at + 1) === 'that' && REPORTS.test(word(at)))
		mendDenied(word, tag, at, set);
	// "The port disputes that figure.", "the council doubts that it can"
	if (
		xpos === 'NNS' &&
		before.xpos === 'NN' &&
		/^(?:disputes|doubts)$/.test(word(at)) &&
		word(at + 1) === 'that'
	) {
		set(at, 'present');
		const isThing = at + 3 >= count || tag(at + 3).upos === 'PUNCT';
		set(at + 1, isThing ? 'this' : 'that');
		if (isThing && at + 2 < count && tag(at + 2).upos === 'VERB') set(at + 2, 'common');
	}
}

/** "Confirmed to our crew that": somebody confirmed it. */
function isToldTo(word: Word, tag: TagOf, count: number, verb: number): boolean {
	if (verb === 0 || /^(?:AUX|PART)$/.test(tag(verb - 1).upos) || word(verb + 1) !== 'to') return false;
	let end = verb + 2;
	while (
		end < count &&
		end - verb < 7 &&
		/^(?:DET|PRON|ADJ|NOUN|PROPN)$/.test(tag(end).upos) &&
		word(end) !== 'that'
	)
		end++;
	return end > verb + 2 && end < count && word(end) === 'that';
}

/** "Police denied media reports that": what is denied are the reports, and the police do so. */
function mendDenied(word: Word, tag: TagOf, reports: number, set: Set): void {
	let verb = reports - 1;
	while (verb > 0 && reports - verb < 4 && /^(?:NOUN|PROPN|ADJ)$/.test(tag(verb).upos)) verb--;
	if (verb < 1 || verb === reports - 1 || !DENIED.test(word(verb))) return;
	if (tag(reports).xpos === 'VBZ') set(reports, 'things');
	if (tag(verb).xpos === 'VBN' && /^(?:NOUN|PROPN|PRON)$/.test(tag(verb - 1).upos)) set(verb, 'past');
}
