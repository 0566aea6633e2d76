/** What each rule of the claim stage means, for people. The codes are part of a comparison's `why`. */
const MEANING: Record<string, string> = {
	main: 'The main statement of its sentence.',
	coordinate: 'A statement of its own beside another in the sentence.',
	beside: 'A statement of its own beside another in the sentence.',
	relative: 'A clause that adds a statement about somebody or something.',
	participle: 'A clause that adds a statement about somebody or something.',
	adverbial: 'A clause that adds when, why or despite what.',
	said: 'What somebody is said to have said.',
	headline: 'A title that says something.',
	'verb-then-content': 'The verb introduces the words as somebody’s.',
	'content-then-verb': 'The verb after the words says whose they are.',
	'before-comma': 'The words before the comma are put in the mouth of the source after it.',
	aside: 'An aside in the sentence says whose words these are.',
	'quote-beside': 'The quotation stands beside its speaker.',
	judges: 'The verb says how somebody judges or denies it.',
	noun: 'A noun such as “statement” introduces the words.',
	'according-to': 'The words are given according to the source.',
	citing: 'The account cites the source.',
	cited: 'The one who says it cites a further source.',
	'quotes-others': 'One source quotes another.',
	'passive-agent': 'The passive names who holds it.',
	'quote-goes-on': 'The quotation goes on; the speaker is the one before.',
	hedge: 'This word leaves it open.',
	'held-as-belief': 'It is held as a belief or an open question, not stated.',
	negation: 'This word denies it.',
	'denied-by-holder': 'The source denies it.',
	'denial-of-negation': 'A denial of a negation states it.'
};

/** The plain sentence behind a rule's code. */
export function meaningOf(rule: string): string | undefined {
	return MEANING[rule];
}
