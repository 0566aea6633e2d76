/** Things that may wait for the server itself, without end: its work at a start is not a person's flood. */
const OWN = '';

/**
 * What waits for its turn, bounded. Each owner has one taken after another's, oldest first, so that whoever brings
 * a hundred does not stand before whoever brings one; and nobody can fill the whole of it.
 */
export class FairQueue<Item> {
	readonly #most: number;
	readonly #mostOfOne: number;
	/** What each owner has waiting; whose turn is next stands first. */
	readonly #waiting = new Map<string, Item[]>();
	#length = 0;
	#served = OWN;

	constructor(most: number, mostOfOne = Math.ceil(most * 0.75)) {
		this.#most = most;
		this.#mostOfOne = mostOfOne;
	}

	get length(): number {
		return this.#length;
	}

	/** Whether the item could be taken in; if not, the owner has too many waiting, or all together have. */
	add(owner: string, item: Item): boolean {
		const own = this.#waiting.get(owner) ?? [];
		if (owner !== OWN && (this.#length >= this.#most || own.length >= this.#mostOfOne)) return false;
		this.#waiting.set(owner, own);
		own.push(item);
		this.#length++;
		return true;
	}

	/** The next item that may go, taken out; its owner's next one comes after everybody else's. */
	take(mayGo: (item: Item) => boolean = () => true): Item | null {
		// Whoever was served last comes last, also when everything of theirs had gone and more has come since.
		const turns = [...this.#waiting.keys()].filter((owner) => owner !== this.#served);
		for (const owner of [...turns, this.#served]) {
			const own = this.#waiting.get(owner) ?? [];
			const at = own.findIndex(mayGo);
			if (at < 0) continue;
			const [item] = own.splice(at, 1);
			this.#length--;
			this.#served = owner;
			this.#waiting.delete(owner);
			if (own.length > 0) this.#waiting.set(owner, own);
			return item!;
		}
		return null;
	}

	/** Takes an item out before its turn; false where it does not wait. */
	remove(item: Item): boolean {
		for (const [owner, own] of this.#waiting) {
			const at = own.indexOf(item);
			if (at < 0) continue;
			own.splice(at, 1);
			this.#length--;
			if (own.length === 0) this.#waiting.delete(owner);
			return true;
		}
		return false;
	}

	/** How many items go before this one, if all may go and none comes after; null where it does not wait. */
	ahead(item: Item): number | null {
		const turns = [...this.#waiting.keys()].filter((owner) => owner !== this.#served);
		if (this.#waiting.has(this.#served)) turns.push(this.#served);
		const mine = turns.findIndex((owner) => this.#waiting.get(owner)!.includes(item));
		if (mine < 0) return null;
		const round = this.#waiting.get(turns[mine]!)!.indexOf(item);
		return turns.reduce((sum, owner, turn) => {
			const most = turn < mine ? round + 1 : round;
			return sum + Math.min(this.#waiting.get(owner)!.length, most);
		}, 0);
	}

	find(isIt: (item: Item) => boolean): Item | undefined {
		for (const own of this.#waiting.values()) {
			const found = own.find(isIt);
			if (found !== undefined) return found;
		}
		return undefined;
	}
}
