import type { Value } from '#lib/model/index.ts';
import { isDated, shareDay } from './dated.ts';
import type { Frame } from './frames.ts';
import type { Gist } from './gist.ts';
import type { Bag, Point, Space } from './space.ts';

/** What the model weighs; the order is that of the weights in `lines.json`. */
export const FEATURES = [
	'cover',
	'coverLeast',
	'coverMost',
	'shared',
	'rarest',
	'trigrams',
	'direction',
	'context',
	'verb',
	'agent',
	'patient',
	'name',
	'nameApart',
	'figure',
	'unit',
	'date',
	'dateApart',
	'length',
	'sameAccount'
] as const;

const MEASURED = new Set(['number', 'money', 'percent', 'duration']);

/** Squared weight of `of` that has a counterpart in `by`, by nearness of the counterpart. */
function met(of: Bag, by: Bag, space: Space): number {
	let sum = 0;
	for (let i = 0; i < of.ids.length; i++) {
		const id = of.ids[i]!;
		if (by.places.has(id)) sum += of.squares[i]!;
		else {
			const neighbour = space.vocabulary.neighbours(id).find((other) => by.places.has(other.id));
			if (neighbour !== undefined) sum += of.squares[i]! * neighbour.near;
		}
	}
	return sum;
}

function dice(a: Int32Array, b: Int32Array): number {
	let [i, j, shared] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [x, y] = [a[i]!, b[j]!];
		if (x === y) {
			shared++;
			i++;
			j++;
		} else if (x < y) i++;
		else j++;
	}
	return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

function dot(a: Float64Array | null, b: Float64Array | null): number {
	return a === null || b === null ? 0 : a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** The nearest pair among two sets of tokens, 0 when either is empty. */
function nearest(a: Gist, ofA: readonly number[], b: Gist, ofB: readonly number[], space: Space): number {
	let best = 0;
	for (const i of ofA)
		for (const j of ofB) best = Math.max(best, space.words.kinship(a.tokens[i]!.lemma, b.tokens[j]!.lemma));
	return best;
}

type Roles = { verb: number; agent: number; patient: number };

/** The best matching pair of clauses: their predicates first, then who does it and whom it is done to. */
function matchFrames(a: Gist, b: Gist, space: Space): Roles {
	let best: Roles = { verb: 0, agent: 0, patient: 0 };
	const sum = (roles: Roles) => 2 * roles.verb + roles.agent + roles.patient;
	const match = (x: Frame, y: Frame): Roles => ({
		verb: nearest(a, [x.verb], b, [y.verb], space),
		agent: nearest(a, x.agents, b, y.agents, space),
		patient: nearest(a, x.patients, b, y.patients, space)
	});
	for (const x of a.frames)
		for (const y of b.frames) {
			const roles = match(x, y);
			if (sum(roles) > sum(best)) best = roles;
		}
	return best;
}

function nameWeights(a: Point, b: Point): { shared: number; apart: number } {
	const isName = (point: Point) => point.gist.terms.map((term) => term.upos === 'PROPN');
	const [inA, inB] = [isName(a), isName(b)];
	let [shared, apart] = [0, 0];
	a.terms.ids.forEach((id, i) => {
		if (!inA[i]) return;
		if (b.terms.places.has(id)) shared += a.terms.squares[i]!;
		else apart += a.terms.squares[i]!;
	});
	return { shared: Math.min(shared, 2), apart: shared === 0 && inB.includes(true) ? Math.min(apart, 1) : 0 };
}

function valuePairs<T extends Value>(a: Gist, b: Gist, kept: (value: Value) => value is T): [T, T][];
function valuePairs(a: Gist, b: Gist, kept: (value: Value) => boolean): [Value, Value][];
function valuePairs(a: Gist, b: Gist, kept: (value: Value) => boolean): [Value, Value][] {
	const theirs = b.claim.values.filter(kept);
	return a.claim.values.filter(kept).flatMap((x) => theirs.map((y): [Value, Value] => [x, y]));
}

function compareFigures(a: Gist, b: Gist, space: Space): { figure: number; unit: number } {
	let [figure, unit] = [0, 0];
	for (const [x, y] of valuePairs(a, b, (value) => MEASURED.has(value.kind))) {
		const isSame = x.low === y.low && x.high === y.high;
		const isOne =
			x.kind === y.kind &&
			(x.unit === y.unit || (x.unit && y.unit && space.words.kinship(x.unit, y.unit) > 0.6));
		if (isSame) figure = Math.max(figure, isOne ? 1 : 0.5);
		if (isOne) unit = 1;
	}
	return { figure, unit };
}

function compareTimes(a: Gist, b: Gist): { date: number; dateApart: number } {
	const pairs = valuePairs(a, b, isDated);
	const meets = pairs.some(([x, y]) => shareDay(x, y));
	return { date: Number(meets), dateApart: Number(pairs.length > 0 && !meets) };
}

/** Measures a pair of claims; symmetric in them. */
export function featuresOf(a: Point, b: Point, space: Space): number[] {
	const ofA = a.terms.total === 0 ? 0 : met(a.terms, b.terms, space) / a.terms.total;
	const ofB = b.terms.total === 0 ? 0 : met(b.terms, a.terms, space) / b.terms.total;
	const around = met(a.context, b.context, space) + met(b.context, a.context, space);
	let [shared, rarest] = [0, 0];
	a.terms.ids.forEach((id, i) => {
		if (!b.terms.places.has(id)) return;
		shared += a.terms.squares[i]!;
		rarest = Math.max(rarest, a.terms.squares[i]!);
	});
	const roles = matchFrames(a.gist, b.gist, space);
	const names = nameWeights(a, b);
	const { figure, unit } = compareFigures(a.gist, b.gist, space);
	const { date, dateApart } = compareTimes(a.gist, b.gist);
	return [
		Math.sqrt(ofA * ofB),
		Math.min(ofA, ofB),
		Math.max(ofA, ofB),
		Math.log1p(shared),
		rarest,
		dice(a.gist.trigrams, b.gist.trigrams),
		dot(a.direction, b.direction),
		around / (a.context.total + b.context.total || 1),
		roles.verb,
		roles.agent,
		roles.patient,
		names.shared,
		names.apart,
		figure,
		unit,
		date,
		dateApart,
		Math.log1p(Math.min(a.gist.terms.length, b.gist.terms.length)),
		Number(a.gist.claim.account === b.gist.claim.account)
	];
}
