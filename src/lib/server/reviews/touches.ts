import { anchorsOf, type Anchor, type Decision, type Event, type Review } from '#lib/model/index.ts';
import { claimOf, homeOf } from './places.ts';

/** What an undo, or an undo of one, is about in the end. */
export function rootOf(decision: Decision, log: readonly Review[]): Decision {
	let root = decision;
	// Each step leads to an earlier entry, so the way ends; a log that lies is cut off.
	for (let step = 0; root.kind === 'undo' && step < log.length; step++) {
		const { review } = root;
		const target = log.find(({ id }) => id === review);
		if (target === undefined) return root;
		root = target.decision;
	}
	return root;
}

function overlap(a: Anchor, b: Anchor): boolean {
	return a.account === b.account && a.start < b.end && b.start < a.end;
}

const plain = (name: string) => name.trim().toLowerCase();

/**
 * Whether two decisions concern one thing: the same words, the same line, or the same source. Only then has a person
 * who decided without knowing of the other to look again.
 */
export function touches(one: Decision, other: Decision, event: Event): boolean {
	const log = event.reviews ?? [];
	const [a, b] = [rootOf(one, log), rootOf(other, log)];
	if (a.kind === 'oneSource' && b.kind === 'oneSource') {
		const names = new Set(a.names.map(plain));
		return b.names.some((name) => names.has(plain(name)));
	}
	const homes = (anchors: readonly Anchor[]) =>
		anchors.flatMap((anchor) => {
			const claim = claimOf(anchor, event);
			return claim === undefined ? [] : homeOf(claim, event);
		});
	const [places, others] = [anchorsOf(a), anchorsOf(b)];
	if (places.some((place) => others.some((anchor) => overlap(place, anchor)))) return true;
	const mine = new Set(homes(places));
	return homes(others).some((home) => mine.has(home));
}
