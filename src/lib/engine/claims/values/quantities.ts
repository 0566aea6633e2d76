import type { Value } from '#lib/model/index.ts';
import type { Token } from '../../types.ts';
import { applyBounds, readFigure, readRange, type Figure } from './numbers.ts';
import { touch, type Piece } from './words.ts';

/** Seconds in a unit of time; months and years are mean ones, for comparing durations only. */
const SECONDS: Record<string, number> = {
	second: 1,
	minute: 60,
	hour: 3600,
	day: 86400,
	week: 604800,
	month: 2629800,
	year: 31557600,
	decade: 315576000,
	century: 3155760000,
	night: 86400,
	sec: 1,
	min: 60,
	hr: 3600
};
const CURRENCIES: Record<string, string> = {
	$: 'USD',
	'€': 'EUR',
	'£': 'GBP',
	'¥': 'JPY',
	'₩': 'KRW',
	'₹': 'INR',
	dollar: 'USD',
	euro: 'EUR',
	yen: 'JPY',
	won: 'KRW',
	rupee: 'INR',
	yuan: 'CNY',
	renminbi: 'CNY',
	ruble: 'RUB',
	rouble: 'RUB',
	franc: 'CHF',
	peso: 'MXN',
	cent: 'USD',
	us$: 'USD'
};
/** Counted people, whatever they are called: "12 dead" and "12 people" are counts of persons. */
const PERSONS = new Set(
	'people person persons men man women woman dead killed injured wounded hurt others other victim victims fatalities fatality casualty casualties deaths death'.split(
		' '
	)
);
const PERSON_UNIT: Record<string, string> = {
	people: 'person',
	persons: 'person',
	person: 'person',
	men: 'man',
	women: 'woman',
	children: 'child',
	dead: 'person',
	killed: 'person',
	injured: 'person',
	wounded: 'person',
	hurt: 'person',
	others: 'person'
};
const PLAIN_PLURALS = new Set('children women men police troops'.split(' '));
const SKIP = new Set(
	'of the these those his her their its other more different separate new such additional small large major young old'.split(
		' '
	)
);
const STOP = new Set(
	'. , ; : ! ? ) ( and or but to in on at by for from with as is was were are be been has have had will would could may might that who which when while after before since than because so if about into over per'.split(
		' '
	)
);

/** The lower-case singular of a noun, by its ending where no lemma is known. */
export function singular(word: string): string {
	const lower = word.toLowerCase();
	if (PERSON_UNIT[lower]) return PERSON_UNIT[lower];
	if (/(?:ss|us|is|series|species)$/.test(lower)) return lower;
	if (/ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
	if (/(?:ches|shes|sses|xes|zes)$/.test(lower)) return lower.slice(0, -2);
	return lower.endsWith('s') && lower.length > 3 ? lower.slice(0, -1) : lower;
}

/** The noun that a figure counts: its head in the parse, or the next noun. */
function countedNoun(pieces: readonly Piece[], figure: Figure, tokens: readonly Token[]): string | null {
	const place = pieces[figure.to - 1]!;
	const token = tokens.findIndex((candidate) => candidate.end >= place.end);
	for (let index = token; index >= 0 && index > token - 4; index--) {
		const { deprel, head, start } = tokens[index]!;
		if (start < pieces[figure.from]!.start) break;
		const noun = tokens[head];
		if (/^(?:nummod|det|amod)/.test(deprel) && noun && head > index && /^(?:NOUN|PROPN)$/.test(noun.upos))
			return PERSON_UNIT[noun.lemma] ?? noun.lemma.toLowerCase();
		if (noun && deprel === 'root') break;
	}
	for (let index = figure.to; index < pieces.length && index < figure.to + 5; index++) {
		const { lower, text } = pieces[index]!;
		if (/^[-–]$/.test(text)) return null;
		if (STOP.has(lower)) return null;
		if (SKIP.has(lower)) continue;
		if (PLAIN_PLURALS.has(lower)) return PERSON_UNIT[lower] ?? singular(lower);
		if (PERSONS.has(lower)) return PERSON_UNIT[lower] ?? singular(lower);
		if (/^\p{L}{3,}s$/u.test(lower) && !lower.endsWith("'s") && !lower.endsWith('’s')) return singular(lower);
		if (figure.low === 1 && figure.high === 1) return null;
		if (index > figure.to + 2) return null;
	}
	return null;
}

/** "The death toll rose to 14" counts people. */
function countedInToll(pieces: readonly Piece[], { from }: Figure): string | null {
	const before = pieces.slice(Math.max(0, from - 8), from);
	return before.some(({ lower }) => lower === 'toll') &&
		/^(?:to|at|of|is|was|stood|reached)$/.test(before.at(-1)!.lower)
		? 'person'
		: null;
}

function isYear(pieces: readonly Piece[], figure: Figure): boolean {
	const { text } = pieces[figure.from]!;
	return figure.to === figure.from + 1 && /^(?:1[0-9]|20)\d\d$/.test(text);
}

function make(
	kind: Value['kind'],
	text: string,
	pieces: readonly Piece[],
	from: number,
	to: number,
	figure: Figure,
	unit: string | undefined,
	factor = 1
): Value {
	const start = pieces[from]!.start;
	const end = pieces[to - 1]!.end;
	const scale = (value: number | undefined) =>
		value === undefined ? undefined : Number((value * factor).toPrecision(12));
	const low = scale(figure.low);
	const high = scale(figure.high);
	return {
		kind,
		start,
		end,
		text: text.slice(start, end),
		...(low === undefined ? {} : { low }),
		...(high === undefined ? {} : { high }),
		...(unit === undefined ? {} : { unit })
	};
}

/** Words before "a week" by which it tells how long: elsewhere it may be a rate ("twice a week"). */
const LASTING =
	/^(?:last|lasts|lasted|lasting|for|took|take|takes|taken|within|over|under|nearly|almost|spent|spend)$/;

/** "For a day", "an hour and a half": one of a unit of time. */
function timeFigure(pieces: readonly Piece[], at: number): Figure | null {
	const unit = pieces[at + 1];
	if (
		!unit ||
		!/^an?$/.test(pieces[at]!.lower) ||
		!/^(?:minute|hour|day|week|month|year|decade)$/.test(unit.lower)
	)
		return null;
	const half = pieces[at + 2]?.lower === 'and' && pieces[at + 4]?.lower === 'half';
	const isLong = half || LASTING.test(pieces[at - 1]?.lower ?? '');
	return isLong ? { from: at, to: at + 1, low: 1, high: 1 } : null;
}

/** Words that a number behind them names, and does not count: "line 4", "Gate 12". */
const NUMBERED =
	/^(?:line|route|bus|tram|train|flight|gate|platform|runway|terminal|track|lane|room|ward|unit|block|district|zone|area|section|article|chapter|page|paragraph|clause|rule|title|phase|stage|level|category|grade|class|tier|channel|highway|interstate|exit|junction|road|motorway|pier|berth|dock|hall|studio|station|reactor|engine|car|boat|box|item|number|no|nos|version|season|episode|volume|resolution|proposition|amendment|world|war|apollo|formula|group|division|precinct|company|squad|team|apartment|suite|floor)\.?$/;

/** Reads the figure at a place with what it measures; null where the number is part of a date, a name or a year. */
function readQuantity(
	text: string,
	pieces: readonly Piece[],
	at: number,
	tokens: readonly Token[]
): { value: Value | null; to: number } | null {
	const before = pieces[at - 1];
	const single = readFigure(pieces, at) ?? timeFigure(pieces, at);
	if (!single) return null;
	const years =
		isYear(pieces, single) &&
		/^[-–—]$/.test(pieces[single.to]?.text ?? '') &&
		/^\d{2,4}$/.test(pieces[single.to + 1]?.text ?? '');
	if (years) return { value: null, to: single.to + 2 };
	// A sign stands before its sum, a word after it: who "won 50 seats" was paid nothing.
	const sign = before && /[^\p{L}]/u.test(before.text) ? CURRENCIES[before.text] : undefined;
	let range = readRange(pieces, single);
	if (
		sign &&
		range === single &&
		/^[-–]$|^to$/.test(pieces[single.to]?.lower ?? '') &&
		CURRENCIES[pieces[single.to + 1]?.text ?? '']
	) {
		const second = readFigure(pieces, single.to + 2);
		if (second?.high !== undefined && single.low !== undefined && second.high > single.low)
			range = { ...single, to: second.to, high: second.high };
	}
	const figure = applyBounds(pieces, sign ? { ...range, from: range.from - 1 } : range);
	const next = pieces[figure.to];
	const after =
		next && /^[-–]$/.test(next.text) && touch(pieces[figure.to - 1], next) ? pieces[figure.to + 1] : next;
	const beyond = after === next ? figure.to + 1 : figure.to + 2;
	if (sign)
		return { value: make('money', text, pieces, figure.from, figure.to, figure, sign), to: figure.to };
	if (before && touch(before, pieces[at]) && !/^[("“‘'\-–—]$/.test(before.text))
		return { value: null, to: figure.to };
	if (
		next?.text === '%' ||
		next?.lower === 'percent' ||
		next?.lower === 'pct' ||
		(next?.lower === 'per' && pieces[figure.to + 1]?.lower === 'cent')
	) {
		const to = next.lower === 'per' ? figure.to + 2 : figure.to + 1;
		return { value: make('percent', text, pieces, figure.from, to, figure, '%'), to };
	}
	if (after?.lower === 'percentage' && pieces[beyond]?.lower.startsWith('point'))
		return { value: make('percent', text, pieces, figure.from, beyond + 1, figure, 'point'), to: beyond + 1 };
	const unitWord = after ? singular(after.lower) : '';
	if (figure.ordinal) {
		const noun = countedNoun(pieces, figure, tokens);
		return {
			value: noun ? make('number', text, pieces, figure.from, figure.to, figure, `${noun} in order`) : null,
			to: figure.to
		};
	}
	if (after && CURRENCIES[unitWord] && unitWord !== 'cent' && !/^[$€£¥₩₹]$/.test(unitWord))
		return {
			value: make('money', text, pieces, figure.from, beyond, figure, CURRENCIES[unitWord]),
			to: beyond
		};
	// "Three night-shift workers": no plural, and another word hangs on it.
	const isCompound =
		after === next &&
		after?.lower === unitWord &&
		single.low !== 1 &&
		/^[-–]$/.test(pieces[beyond]?.text ?? '') &&
		/^\p{L}/u.test(pieces[beyond + 1]?.text ?? '') &&
		pieces[beyond + 1]?.lower !== 'old';
	if (after && SECONDS[unitWord] !== undefined && !figure.vague && !isCompound) {
		const old = pieces[beyond];
		if (old && /^[-–]$/.test(old.text) && pieces[beyond + 1]?.lower === 'old')
			return { value: make('number', text, pieces, figure.from, beyond + 2, figure, 'age'), to: beyond + 2 };
		if (old?.lower === 'old' && unitWord === 'year')
			return { value: make('number', text, pieces, figure.from, beyond + 1, figure, 'age'), to: beyond + 1 };
		// "10 minutes before", "two years ago": how far off, which the date reader resolves where it can.
		if (old?.lower === 'ago') return { value: null, to: beyond };
		const half = pieces[beyond]?.lower === 'and' && pieces[beyond + 2]?.lower === 'half';
		const wider = half ? { ...figure, low: (figure.low ?? 0) + 0.5, high: (figure.high ?? 0) + 0.5 } : figure;
		const to = half ? beyond + 3 : beyond;
		return { value: make('duration', text, pieces, figure.from, to, wider, 'second', SECONDS[unitWord]), to };
	}
	if (isYear(pieces, single)) return { value: null, to: figure.to };
	if (before?.lower === 'aged')
		return { value: make('number', text, pieces, figure.from, figure.to, figure, 'age'), to: figure.to };
	if (
		before?.text === ',' &&
		next?.text === ',' &&
		figure.low !== undefined &&
		figure.low >= 5 &&
		figure.low <= 110 &&
		/^\p{Lu}/u.test(pieces[at - 2]?.text ?? '') &&
		/^\d+$/.test(pieces[at]!.text)
	) {
		return { value: make('number', text, pieces, figure.from, figure.to, figure, 'age'), to: figure.to };
	}
	// "The line 4 tram": no plural follows that it could count.
	const isName = before !== undefined && NUMBERED.test(before.lower) && /^\d+$/.test(pieces[at]!.text);
	if (isName && !/s$/.test(next?.lower ?? '')) return { value: null, to: figure.to };
	const noun = countedNoun(pieces, figure, tokens) ?? countedInToll(pieces, figure);
	if (!noun && single.low === 1 && !/^\d/.test(pieces[at]!.text)) return { value: null, to: figure.to };
	if (noun && SECONDS[noun] !== undefined)
		return {
			value: make('duration', text, pieces, figure.from, figure.to, figure, 'second', SECONDS[noun]),
			to: figure.to
		};
	return {
		value: make('number', text, pieces, figure.from, figure.to, figure, noun ?? undefined),
		to: figure.to
	};
}

/** Reads the counts, sums, shares, lengths of time and ages among the pieces, in order and without overlap. */
export function readQuantities(
	text: string,
	pieces: readonly Piece[],
	tokens: readonly Token[],
	taken: readonly { start: number; end: number }[]
): Value[] {
	const values: Value[] = [];
	let nextTaken = 0;
	for (let at = 0; at < pieces.length; at++) {
		const piece = pieces[at]!;
		while (nextTaken < taken.length && taken[nextTaken]!.end <= piece.start) nextTaken++;
		const blocked = taken[nextTaken];
		if (blocked && blocked.start < piece.end) continue;
		const read = readQuantity(text, pieces, at, tokens);
		if (!read) continue;
		if (read.value && (!blocked || read.value.end <= blocked.start)) values.push(read.value);
		at = Math.max(at, read.to - 1);
	}
	return values;
}
