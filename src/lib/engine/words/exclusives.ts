/** Words that cannot be said of one thing at once, in a place where nothing else differs. */
export type Exclusives = {
	/** Whether the two are of one kind and each its own: "red" and "blue", "bus" and "tram", "inside" and "outside". */
	excludes(a: string, b: string): boolean;
	/** Whether the word is in any list, so that it may exclude another. */
	isListed(lemma: string): boolean;
	/** Whether the word tells where something is and stands for no thing: "inside", "behind". */
	isPosition(lemma: string): boolean;
	/** Whether somebody who does the one did not have the other done to them: "resign", "dismiss". */
	turns(does: string, isDone: string): boolean;
};

/** `kinds`: kinds whose members exclude each other; `sides`: words of which any on the left excludes any on the right. */
export type ExclusiveLists = {
	kinds?: readonly string[];
	sides?: readonly string[];
	positions?: readonly string[];
	/** What one does oneself, and what others do to one, of which only one can be so: "resign | dismiss". */
	turnings?: readonly string[];
};

/** Reads lists as `relations.json` has them: words parted by blanks, "bus=coach" for two names of one, "|" between sides. */
export function createExclusives({
	kinds = [],
	sides = [],
	positions = [],
	turnings = []
}: ExclusiveLists): Exclusives {
	const places = new Map<string, Map<string, number>>();
	const put = (word: string, list: string, place: number) =>
		places.set(word, (places.get(word) ?? new Map<string, number>()).set(list, place));
	const split = (list: string) => list.split(' ').filter((word) => word !== '');
	for (const list of kinds)
		split(list).forEach((item, place) => item.split('=').forEach((word) => put(word, list, place)));
	for (const list of [...sides, ...positions])
		list.split('|').forEach((side, place) => split(side).forEach((word) => put(word, list, place)));
	const turned = new Set(
		turnings.flatMap((list) => {
			const [does, isDone] = list.split('|').map(split) as [string[], string[]];
			return does.flatMap((one) => isDone.map((other) => `${one} ${other}`));
		})
	);
	const standing = new Set(positions.flatMap((list) => split(list.replaceAll('|', ' '))));
	return {
		excludes(a, b) {
			const [mine, theirs] = [places.get(a), places.get(b)];
			if (mine === undefined || theirs === undefined) return false;
			const lists = [...mine].filter(([list]) => theirs.has(list));
			// Words that some list has as one thing are one thing.
			return lists.length > 0 && lists.every(([list, place]) => theirs.get(list) !== place);
		},
		isListed: (lemma) => places.has(lemma),
		isPosition: (lemma) => standing.has(lemma),
		turns: (does, isDone) => turned.has(`${does} ${isDone}`)
	};
}
