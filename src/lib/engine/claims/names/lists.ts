import type { LexiconFiles } from '../../types.ts';

/** The name lists under `data/lexicon/claims-names.json`, ready to be looked things up in. */
export type NameLists = {
	male: ReadonlySet<string>;
	female: ReadonlySet<string>;
	titles: ReadonlySet<string>;
	/** What people do or are, before a full name alone: "Magistrate Ana Lopez". */
	callings: ReadonlySet<string>;
	places: ReadonlySet<string>;
	/** Country by the adjective or noun of its people: "Peruvian" gives "Peru". */
	demonyms: ReadonlyMap<string, string>;
	bodyWords: ReadonlySet<string>;
	bodies: ReadonlySet<string>;
	aliases: ReadonlyMap<string, string>;
};

type File = Record<
	'male' | 'female' | 'titles' | 'callings' | 'countries' | 'places' | 'bodyWords' | 'bodies',
	string[]
> &
	Record<'demonyms' | 'aliases', Record<string, string>>;

const EMPTY: File = {
	male: [],
	female: [],
	titles: [],
	callings: [],
	countries: [],
	places: [],
	bodyWords: [],
	bodies: [],
	demonyms: {},
	aliases: {}
};

/** Reads one of the JSON files of the lexicon, or gives the fallback where the file is not there. */
export function readJson<T>(files: LexiconFiles, name: string, fallback: T): T {
	const bytes = files[name];
	return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as T) : fallback;
}

/** Loads the name lists; without the file every list is empty and names are told by their shape alone. */
export function loadNameLists(files: LexiconFiles): NameLists {
	const file = readJson(files, 'claims-names.json', EMPTY);
	return {
		male: new Set(file.male),
		female: new Set(file.female),
		titles: new Set(file.titles),
		callings: new Set(file.callings),
		places: new Set([...file.countries, ...file.places]),
		demonyms: new Map(Object.entries(file.demonyms)),
		bodyWords: new Set(file.bodyWords),
		bodies: new Set(file.bodies),
		aliases: new Map(Object.entries(file.aliases))
	};
}
