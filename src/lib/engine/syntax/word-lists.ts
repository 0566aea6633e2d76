const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Abbreviations that keep their full stop wherever they stand. */
export const ABBREVIATIONS = words(
	'mr mrs ms mx dr prof st rev hon pres gov sen rep reps sens lt col gen capt cmdr sgt maj adm brig supt insp ' +
		'jr sr messrs mlle mme inc ltd corp co bros llc plc vs etc al ft blvd ave rd hwy dept est assn univ ' +
		'jan feb aug sept oct nov dec mon tues wed thurs thur fri ' +
		'approx eg ie ca cf esp ext vol vols ed eds op nos pp para fig sec attn arrv misc ' +
		'calif fla mass mich minn ariz colo conn penn pa va tenn ala ark okla ore wash wis ont que'
);

/** Abbreviations that are also words, or names of days: the stop belongs to them before a figure only. */
export const ABBREVIATIONS_BEFORE_FIGURES = words(
	'no nos p pp art ch sec fig vol mar apr jun jul sat sun tel c'
);

/** Parts before a hyphen that stay with what follows, as Universal Dependencies cuts English. */
export const HYPHEN_PREFIXES = words(
	'e anti bi co counter cross de dis ex extra hyper infra inter intra macro mega meta micro mid mini mis multi ' +
		'neo non over para post pre pro proto pseudo psycho re semi socio sub super trans tri u ultra ' +
		'un under uni'
);

/** Endings that a full stop before them joins to a word: sites and files. */
export const DOTTED_ENDINGS = words(
	'com org net gov edu mil info biz io co uk eu de fr es it nl ca au nz ie us tv me ai app dev news ' +
		'doc docx xls xlsx ppt pdf htm html txt jpg jpeg png gif zip exe mp mov csv xml php js url'
);

/** Words cut in two without any mark, by the length of the first part. */
export const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
	['cannot', 3],
	['gonna', 3],
	['wanna', 3],
	['gotta', 3],
	['gimme', 3],
	['lemme', 3],
	['dont', 2],
	['didnt', 3],
	['doesnt', 4],
	['isnt', 2],
	['wasnt', 3],
	['arent', 3],
	['couldnt', 5],
	['wouldnt', 5],
	['shouldnt', 6],
	['havent', 4],
	['hasnt', 3],
	['cant', 2],
	['wont', 2],
	['im', 1],
	['ive', 1],
	['thats', 4],
	['whats', 4],
	['theres', 5],
	['youre', 3],
	['youll', 3],
	['theyre', 4],
	['theyll', 4],
	['itll', 2],
	['hes', 2],
	['shes', 3],
	['aint', 2],
	['arnt', 2],
	['werent', 4],
	['hadnt', 3],
	['outta', 3],
	['alot', 1]
]);

/** Words with a slash inside that are one word. */
export const SLASHED = words('w/o s/he w/out l/c i/c a/c n/a w/');
