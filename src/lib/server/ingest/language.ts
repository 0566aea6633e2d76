/** Scripts that one language, or one family of readers, writes in; the first that most letters are of decides. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
	['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
	['ko', /\p{sc=Hangul}/gu],
	['zh', /\p{sc=Han}/gu],
	['ru', /\p{sc=Cyrillic}/gu],
	['el', /\p{sc=Greek}/gu],
	['he', /\p{sc=Hebrew}/gu],
	['ar', /\p{sc=Arabic}/gu],
	['hi', /\p{sc=Devanagari}/gu],
	['bn', /\p{sc=Bengali}/gu],
	['ta', /\p{sc=Tamil}/gu],
	['th', /\p{sc=Thai}/gu],
	['ka', /\p{sc=Georgian}/gu],
	['hy', /\p{sc=Armenian}/gu],
	['am', /\p{sc=Ethiopic}/gu]
];

/** The commonest short words of languages that write in Latin letters. */
const WORDS: Record<string, string> = {
	en: 'the of and to in that was for is on said with as it by at from he were after his had which not are',
	de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an nach wurde sei',
	fr: 'de la le les et des en du un une que est pour dans qui par sur plus au avec pas ce il sont été',
	es: 'de la que el en y los del se las por un para con una no su es al lo como más fue han según',
	it: 'di che la il e un del per in una con non è della sono da si nel gli alla dei ha stato più anche',
	pt: 'de que o a do da em um para com não uma os no se na por mais as dos foi ao das são segundo',
	nl: 'de het een van en in is dat op te zijn met voor niet die aan er om hij ook door werd bij naar',
	sv: 'och att det i som en på är av för med till den har inte om ett de var från sig men vid efter',
	da: 'og at det i er en til af på som der for med den har de ikke et om var fra sig men ved blev',
	pl: 'w i na z do się nie to że jest o po od za przez jak dla są przy oraz który został ale jego',
	cs: 'a v se na je že s z do o to i ve pro za podle jsou jako po který ale bylo byla jeho při',
	tr: 've bir bu için ile da de olarak çok daha en olan gibi sonra kadar ne ama göre dedi oldu',
	fi: 'ja on ei että oli se hän myös mutta kun ovat joka mukaan sekä jo ole vain niin tai',
	id: 'yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh ke telah adalah juga karena'
};
const SETS = Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(' '))] as const);

/** Letters that are looked at; a language shows itself early. */
const READ = 4_000;

/** Share of a text's words that must be of the language's commonest, and how far ahead of the next it must be. */
const FEWEST = 0.12;
const AHEAD = 1.25;

/** The language that a text seems to be in where that is another than English, which is taken for granted. */
export function otherLanguage(text: string): string | null {
	const language = guessLanguage(text);
	return language === 'en' ? null : language;
}

/** The language that a text seems to be in, as a two-letter code; null where nothing tells. */
export function guessLanguage(text: string): string | null {
	const start = text.slice(0, READ);
	const letters = start.match(/\p{L}/gu)?.length ?? 0;
	if (letters < 20) return null;
	for (const [language, script] of SCRIPTS) {
		// Japanese mixes two scripts of its own with Chinese signs; a tenth of them is enough.
		const share = language === 'ja' ? 0.1 : 0.5;
		if ((start.match(script)?.length ?? 0) >= letters * share) return language;
	}
	const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
	const scores = SETS.map(([language, set]) => ({
		language,
		score: words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0) / words.length
	})).sort((a, b) => b.score - a.score);
	const [first, second] = scores;
	if (!first || first.score < FEWEST || first.score < (second?.score ?? 0) * AHEAD) return null;
	return first.language;
}
