/** Words that end with a point which ends no sentence, lower case without the point. */
const TITLES =
	'mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl pvt adm rev hon pres supt fr st ste mt ft mx messrs insp det ofc amb atty vice-adm brig';
const OTHERS =
	'jr sr inc corp co ltd llc bros vs v no nos vol pp p fig figs ed eds al etc approx dept est cf ca ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo';

/** Titles: a name follows, so that the sentence goes on. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(TITLES.split(' '));
/** Other abbreviations: the sentence may end after them where the next word cannot go on. */
export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(OTHERS.split(' '));
/** Words that are both: at the end of a sentence they are rarely the abbreviation. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set([
	'no',
	'fig',
	'al',
	'co',
	'miss',
	'mass',
	'ill',
	'wash',
	'ind',
	'mar',
	'sun',
	'sat',
	'ed',
	'p',
	'del',
	'ore',
	'mo',
	'la',
	'pa',
	'st'
]);
