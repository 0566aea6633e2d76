/** What is known of places by their names. */
export type Places = {
	/** Whether one of two places may lie in the other: of a country and what is no country, nobody can tell. */
	mayHold(a: string, b: string): boolean;
};

/** Countries and more that hold, or are part of, another of the list. */
const PARTS_AND_WHOLES = new Set(
	'Africa|Asia|Europe|Britain|England|Scotland|Wales|Ireland|United Kingdom|Korea|Palestine|Gaza|Chechnya|Crimea|Catalonia|Hong Kong|Tibet|Kurdistan|Greenland|Soviet Union'.split(
		'|'
	)
);

/** Reads the countries of `claims-names.json`. */
export function createPlaces(
	countries: readonly string[],
	aliases: Readonly<Record<string, string>>
): Places {
	const known = new Set(countries);
	const names = new Map(Object.entries(aliases));
	const nameOf = (name: string) => names.get(name) ?? name;
	return {
		mayHold(a, b) {
			const [x, y] = [nameOf(a), nameOf(b)];
			return known.has(x) !== known.has(y) || (PARTS_AND_WHOLES.has(x) && PARTS_AND_WHOLES.has(y));
		}
	};
}
