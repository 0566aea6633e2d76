/** The months of languages that write them in Latin, Greek or Cyrillic letters, as they stand beside a day. */
const NAMES: Record<string, string> = {
	en: 'january february march april may june july august september october november december',
	de: 'januar februar märz april mai juni juli august september oktober november dezember',
	fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
	es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
	it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
	pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
	nl: 'januari februari maart april mei juni juli augustus september oktober november december',
	sv: 'januari februari mars april maj juni juli augusti september oktober november december',
	da: 'januar februar marts april maj juni juli august september oktober november december',
	pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
	cs: 'ledna února března dubna května června července srpna září října listopadu prosince',
	tr: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
	fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
	id: 'januari februari maret april mei juni juli agustus september oktober november desember',
	ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
	uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
	el: 'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου'
};

/** Names of months in a language and in English, with their number. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
	const months = new Map<string, number>();
	for (const names of [NAMES.en!, NAMES[language] ?? ''])
		names.split(' ').forEach((name, at) => name && months.set(name, at + 1));
	return months;
}
