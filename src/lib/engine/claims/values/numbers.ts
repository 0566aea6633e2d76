import { touch, type Piece } from './words.ts';

/** A number as written: the pieces it takes (half-open) and what it may mean. */
export type Figure = {
	from: number;
	to: number;
	low?: number;
	high?: number;
	ordinal?: boolean;
	vague?: boolean;
};

/** Numbers below twenty in words. */
export const SMALL: Readonly<Record<string, number>> = {
	zero: 0,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19
};
const TENS: Record<string, number> = {
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90
};
const SCALES: Record<string, number> = {
	hundred: 100,
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
	trillion: 1e12,
	m: 1e6,
	mn: 1e6,
	mm: 1e6,
	bn: 1e9,
	b: 1e9,
	k: 1e3,
	dozen: 12
};
const ORDINALS: Record<string, number> = {
	first: 1,
	second: 2,
	third: 3,
	fourth: 4,
	fifth: 5,
	sixth: 6,
	seventh: 7,
	eighth: 8,
	ninth: 9,
	tenth: 10,
	eleventh: 11,
	twelfth: 12,
	thirteenth: 13,
	fourteenth: 14,
	fifteenth: 15,
	twentieth: 20
};
const FRACTIONS: Record<string, number> = {
	half: 1 / 2,
	third: 1 / 3,
	thirds: 1 / 3,
	quarter: 1 / 4,
	quarters: 1 / 4,
	fifth: 1 / 5,
	fifths: 1 / 5,
	tenth: 1 / 10,
	tenths: 1 / 10
};
/** "Dozens": two at the least, and no upper end. */
const PLURALS: Record<string, number> = {
	dozens: 24,
	scores: 40,
	hundreds: 200,
	thousands: 2000,
	millions: 2e6,
	billions: 2e9
};
const AGO = new Set(['a', 'an']);
/** Whatever a number begins with that has no figures. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
	'half',
	...AGO,
	...[SMALL, TENS, ORDINALS, PLURALS].flatMap((words) => Object.keys(words))
]);
const startsWithFigure = ({ text }: Piece): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

function literal(piece: Piece): number | null {
	const digits = /^(\d[\d,]*(?:\.\d+)?)([a-z]*)$/i.exec(piece.text);
	if (!digits) return null;
	const value = Number(digits[1]!.replace(/,/g, ''));
	const suffix = digits[2]!.toLowerCase();
	if (suffix === '' || /^(?:st|nd|rd|th)$/.test(suffix)) return value;
	return SCALES[suffix] === undefined || suffix === 's' ? value : value * SCALES[suffix];
}

/** Reads one plain number that begins at `at`: digits, number words, "a dozen", "half", "dozens", "fourth". */
export function readFigure(pieces: readonly Piece[], at: number): Figure | null {
	const piece = pieces[at];
	if (!piece) return null;
	const { lower } = piece;
	if (!FIRST_WORDS.has(lower) && !startsWithFigure(piece)) return null;
	const plural = PLURALS[lower];
	if (plural !== undefined)
		return pieces[at + 1]?.lower === 'of' || !pieces[at + 1]
			? { from: at, to: at + 1, low: plural, vague: true }
			: { from: at, to: at + 1, low: plural, vague: true };
	if (ORDINALS[lower] !== undefined)
		return { from: at, to: at + 1, low: ORDINALS[lower], high: ORDINALS[lower], ordinal: true };
	if (
		lower === 'half' ||
		(AGO.has(lower) && ['half', 'third', 'quarter'].includes(pieces[at + 1]?.lower ?? ''))
	) {
		const word = lower === 'half' ? lower : pieces[at + 1]!.lower;
		const to = lower === 'half' ? at + 1 : at + 2;
		const value = FRACTIONS[word]!;
		return { from: at, to, low: value, high: value };
	}
	let value = literal(piece);
	let to = at + 1;
	if (value !== null && /\d(?:st|nd|rd|th)$/i.test(piece.text))
		return { from: at, to, low: value, high: value, ordinal: true };
	if (value === null) {
		if (AGO.has(lower)) {
			const next = pieces[at + 1]?.lower ?? '';
			if (next === 'couple') return { from: at, to: at + 2, low: 2, high: 3 };
			if (
				next === 'dozen' ||
				next === 'hundred' ||
				next === 'thousand' ||
				next === 'million' ||
				next === 'billion'
			) {
				return { from: at, to: at + 2, low: SCALES[next]!, high: SCALES[next]! };
			}
			return null;
		}
		const words = readWords(pieces, at);
		if (!words) return null;
		({ value, to } = words);
	}
	({ value, to } = withPart(pieces, value, to));
	for (let at = scaleAt(pieces, to); at >= 0; at = scaleAt(pieces, to)) {
		value *= SCALES[pieces[at]!.lower]!;
		to = at + 1;
	}
	const fraction = pieces[to]?.text === '-' ? pieces[to + 1] : pieces[to];
	const isParted = /s$|^half$/.test(fraction?.lower ?? '') || (value === 1 && fraction !== pieces[to]);
	if (fraction && FRACTIONS[fraction.lower] !== undefined && value < 10 && isParted) {
		const parts = value * FRACTIONS[fraction.lower]!;
		if (parts < 1)
			return { from: at, to: fraction === pieces[to] ? to + 1 : to + 2, low: parts, high: parts };
	}
	return { from: at, to, low: value, high: value };
}

/** Where a word for millions and the like follows a number: "10 million", "10-million", "38 bn"; -1 where none does. */
function scaleAt(pieces: readonly Piece[], to: number): number {
	const at = pieces[to]?.text === '-' ? to + 1 : to;
	const word = pieces[at]?.lower ?? '';
	return SCALES[word] !== undefined && (word.length > 2 || word === 'bn') ? at : -1;
}

/** A number with the part that follows it: "2 1/2", "five and a half". */
function withPart(pieces: readonly Piece[], value: number, to: number): { value: number; to: number } {
	const words = (count: number) => pieces.slice(to, to + count).map(({ text }) => text);
	const [top, slash, bottom] = words(3).map(Number.parseFloat) as [number, number, number];
	if (words(3)[1] === '/' && Number.isNaN(slash) && top > 0 && top < bottom && bottom < 20)
		return { value: value + top / bottom, to: to + 3 };
	if (words(3).join(' ').toLowerCase() === 'and a half') return { value: value + 0.5, to: to + 3 };
	return { value, to };
}

function readWords(pieces: readonly Piece[], at: number): { value: number; to: number } | null {
	let total = 0;
	let current = -1;
	let to = at;
	for (let index = at; index < pieces.length && index < at + 12; index++) {
		const { lower } = pieces[index]!;
		if (
			SMALL[lower] !== undefined &&
			(current < 0 || current % 100 === 0 || (current >= 20 && current % 10 === 0 && SMALL[lower] < 10))
		) {
			current = Math.max(current, 0) + SMALL[lower];
		} else if (TENS[lower] !== undefined && (current < 0 || current % 100 === 0))
			current = Math.max(current, 0) + TENS[lower];
		else if (lower === 'hundred' && current > 0) current *= 100;
		else if (lower === 'dozen' && current > 0) current *= 12;
		else if (['thousand', 'million', 'billion', 'trillion'].includes(lower) && current > 0) {
			total += current * SCALES[lower]!;
			current = 0;
		} else if (
			lower === '-' &&
			current >= 20 &&
			touch(pieces[index - 1], pieces[index]) &&
			SMALL[pieces[index + 1]?.lower ?? ''] !== undefined
		)
			continue;
		else if (
			lower === 'and' &&
			current > 0 &&
			(current % 100 === 0 || current === 0) &&
			pieces[index - 1]?.lower === 'hundred' &&
			(SMALL[pieces[index + 1]?.lower ?? ''] ?? TENS[pieces[index + 1]?.lower ?? '']) !== undefined
		)
			continue;
		else break;
		to = index + 1;
	}
	return to > at ? { value: total + Math.max(current, 0), to } : null;
}

type Bound = {
	words: string;
	apply: (low: number | undefined, high: number | undefined) => { low?: number; high?: number };
};

const atLeast: Bound['apply'] = (low) => (low === undefined ? {} : { low });
const atMost: Bound['apply'] = (_low, high) => (high === undefined ? {} : { high });
const about: Bound['apply'] = (low, high) => ({
	...(low === undefined ? {} : { low: low * 0.9 }),
	...(high === undefined ? {} : { high: high * 1.1 })
});
const nearly: Bound['apply'] = (low, high) => ({
	...(low === undefined ? {} : { low: low * 0.9 }),
	...(high === undefined ? {} : { high })
});

/** What stands before a number and widens it, longest first. */
const BOUNDS: readonly Bound[] = [
	...[
		'at least',
		'no fewer than',
		'no less than',
		'not less than',
		'more than',
		'over',
		'upwards of',
		'upward of',
		'above',
		'in excess of',
		'exceeding',
		'greater than',
		'a minimum of',
		'minimum of',
		'well over',
		'well above'
	].map((words) => ({ words, apply: atLeast })),
	...[
		'at most',
		'no more than',
		'not more than',
		'up to',
		'as many as',
		'as much as',
		'fewer than',
		'less than',
		'under',
		'below',
		'a maximum of',
		'maximum of'
	].map((words) => ({ words, apply: atMost })),
	...[
		'about',
		'around',
		'roughly',
		'approximately',
		'some',
		'an estimated',
		'estimated',
		'circa',
		'close to',
		'something like',
		'in the region of',
		'or so'
	].map((words) => ({ words, apply: about })),
	...['nearly', 'almost', 'just under', 'just short of', 'not quite'].map((words) => ({
		words,
		apply: nearly
	})),
	...['just over', 'slightly more than', 'a little over', 'a little more than'].map((words) => ({
		words,
		apply: (low: number | undefined) => (low === undefined ? {} : { low, high: low * 1.1 })
	}))
].sort((a, b) => b.words.length - a.words.length);

const BOUND_WORDS = BOUNDS.map((bound) => ({ ...bound, parts: bound.words.split(' ') }));

/** Widens a figure by the words before it, and by "or more" after it. */
export function applyBounds(pieces: readonly Piece[], figure: Figure): Figure {
	for (const { parts, apply } of BOUND_WORDS) {
		const from = figure.from - parts.length;
		if (from < 0 || !parts.every((part, index) => pieces[from + index]!.lower === part)) continue;
		const { low: _low, high: _high, ...rest } = figure;
		return { ...rest, from, ...apply(figure.low, figure.high) };
	}
	if (
		pieces[figure.to]?.lower === 'or' &&
		/^(?:more|above|older|over|higher)$/.test(pieces[figure.to + 1]?.lower ?? '')
	) {
		const { high: _high, ...rest } = figure;
		return { ...rest, to: figure.to + 2 };
	}
	return figure;
}

/** Joins "between 10 and 15", "10 to 15" and "10-15" into one figure. */
export function readRange(pieces: readonly Piece[], first: Figure): Figure {
	const joint = pieces[first.to];
	if (!joint || first.low === undefined || first.ordinal) return first;
	const before = pieces[first.from - 1]?.lower;
	const dash =
		/^[-–—]$/.test(joint.text) && touch(pieces[first.to - 1], joint) && touch(joint, pieces[first.to + 1]);
	const word =
		joint.lower === 'to' || joint.lower === 'or' || (joint.lower === 'and' && before === 'between');
	if (!dash && !word) return first;
	const second = readFigure(pieces, first.to + 1);
	if (second?.high === undefined || second.ordinal) return first;
	const scale =
		second.high >= 1000 &&
		first.low < 1000 &&
		pieces[second.to - 1]!.lower.length > 3 &&
		SCALES[pieces[second.to - 1]!.lower] !== undefined
			? SCALES[pieces[second.to - 1]!.lower]!
			: 1;
	const low = first.low * scale;
	if (low >= second.high) return first;
	return {
		from: before === 'between' || before === 'from' ? first.from - 1 : first.from,
		to: second.to,
		low,
		high: second.high
	};
}
