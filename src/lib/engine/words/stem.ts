const ENDINGS: readonly (readonly [RegExp, string])[] = [
	[/(ization|isation)$/, 'iz'],
	[/(ational|ation|ating|ated|ator|ates|ate)$/, 'at'],
	[/(fulness|ousness|iveness)$/, ''],
	[
		/(ements|ement|ments|ment|ings|ing|edly|ed|ers|er|ions|ion|ances|ance|ences|ence|ities|ity|ness|ies|es|ly|al|s|y|e)$/,
		''
	]
];

/**
 * A rough stem, only to find words of one family ("negotiate", "negotiator", "negotiations"); never shown. Short
 * words keep their endings, since "ring" is not the family of "r".
 */
export function stem(word: string): string {
	for (const [ending, instead] of ENDINGS) {
		const cut = word.replace(ending, instead);
		if (cut !== word && cut.length >= 4) return cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
	}
	return word;
}
