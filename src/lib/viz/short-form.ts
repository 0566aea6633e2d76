import { format, utcFormat } from 'd3';
import type { Value } from '#lib/model/index.ts';
import { readMoment } from './moments.ts';
import { numberLabel } from './values.ts';

const DAY = utcFormat('%-d %b');
const DAY_AND_YEAR = utcFormat('%-d %b %Y');
const TIME = utcFormat('%H:%M');
const TIME_OF_DAY = utcFormat('%-d %b, %H:%M');
const MONTH = utcFormat('%b %Y');
const YEAR = utcFormat('%Y');
const EXACT = format(',');

/** "Dozens", "thousands": no number that could be written in figures. */
const VAGUE = /\b(?:dozens|scores|hundreds|thousands|millions|billions)\b/i;
/** Words that leave the number itself out. */
const BEYOND = /\b(?:more|over|above|exceed\w*|excess|greater|older|higher)\b/i;
const SHORT_OF = /\b(?:fewer|less|under|below)\b/i;
/** The same words where they take the number in: "no more than 12". */
const TURNED = /\b(?:no|not)\s(?:more|fewer|less|greater)\b|\bor\s(?:more|above|older|over|higher)\b/i;
/** Two numbers that are both said: "between 10 and 15", "10-15", "ten to fifteen". */
const BOTH = /\bbetween\b|\d\s?[-–—]\s?\D?\d|(?<!\bclose) (?:to|or) /i;

/** How far "about" and "nearly" reach, as the engine reads them: such a bound is nothing that anybody said. */
const REACH = { low: 0.9, high: 1.1 };

const SIGNS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', KRW: '₩', INR: '₹' };

/** Units of time, longest first: how their words begin, their seconds, and what stands behind one and several. */
const TIMES: readonly (readonly [RegExp, number, string, string])[] = [
	[/\bcentur(?:y|ies)\b/i, 3_155_760_000, ' century', ' centuries'],
	[/\bdecades?\b/i, 315_576_000, ' decade', ' decades'],
	[/\byears?\b/i, 31_557_600, ' year', ' years'],
	[/\bmonths?\b/i, 2_629_800, ' month', ' months'],
	[/\bweeks?\b/i, 604_800, ' week', ' weeks'],
	[/\bnights?\b/i, 86_400, ' night', ' nights'],
	[/\bdays?\b/i, 86_400, ' day', ' days'],
	[/\bh(?:ou)?rs?\b/i, 3600, ' h', ' h'],
	[/\bmin(?:ute)?s?\b/i, 60, ' min', ' min'],
	[/\bsec(?:ond)?s?\b/i, 1, ' s', ' s']
];

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.abs(b);

/** A number in figures that says no less than it does: "1.2M" only where that is all of it. */
function figures(value: number): string {
	const isRound = Math.abs(value) >= 1e6 && isNear(Number(value.toPrecision(3)), value);
	return isRound ? numberLabel(value) : EXACT(Number(value.toPrecision(12)));
}

/** What a number with its bounds is in figures, by the words that it is given in. */
function bounded({ low, high, text }: Value, write: (value: number) => string): string | null {
	if (VAGUE.test(text)) return null;
	const isTurned = TURNED.test(text);
	if (low !== undefined && high === undefined)
		return `${BEYOND.test(text) && !isTurned ? 'over' : 'at least'} ${write(low)}`;
	if (high !== undefined && low === undefined)
		return `${SHORT_OF.test(text) && !isTurned ? 'under' : 'at most'} ${write(high)}`;
	if (low === undefined || high === undefined) return null;
	if (low === high) return write(low);
	if (BOTH.test(text)) return null;
	if (isNear(low / REACH.low, high / REACH.high)) return `about ${write((low + high) / 2)}`;
	if (isNear(low / REACH.low, high)) return `nearly ${write(high)}`;
	return isNear(low, high / REACH.high) ? `just over ${write(low)}` : null;
}

/** Figures with what stands before and behind them: behind one, and behind several. */
function measured(value: Value, before: string, [one, several] = ['', ''], per = 1): string | null {
	const write = (number: number) => before + figures(number / per);
	const { low, high } = value;
	const isRange = low !== undefined && high !== undefined && low < high && BOTH.test(value.text);
	const text = isRange ? `${write(low)}–${figures(high / per)}` : bounded(value, write);
	// A third has no figures that say it.
	return text && !/\.\d{3}/.test(text) ? text + (/(?:^|\s)1$/.test(text) ? one : several) : null;
}

function duration(value: Value): string | null {
	// In its own unit: who says thirty-six hours does not say a day and a half.
	const unit = TIMES.find(([words]) => words.test(value.text));
	return unit ? measured(value, '', [unit[2], unit[3]], unit[1]) : null;
}

function dateOf(iso?: string): Date | null {
	const at = iso === undefined ? null : readMoment(iso);
	return at === null ? null : new Date(at);
}

/** A stretch of days where it is a day, a month or a year; a time where it is one moment, or has one end. */
function dates({ from, to }: Value): string[] {
	const [start, end] = [dateOf(from), dateOf(to)];
	const isTimed = from?.includes('T') === true || to?.includes('T') === true;
	if (!start || !end) {
		const [word, at] = start ? ['after', start] : ['before', end];
		return at ? (isTimed ? [TIME, TIME_OF_DAY] : [DAY, DAY_AND_YEAR]).map((say) => `${word} ${say(at)}`) : [];
	}
	if (from === to) return (isTimed ? [TIME, TIME_OF_DAY] : [DAY, DAY_AND_YEAR]).map((say) => say(start));
	if (isTimed) {
		// "Before eight" begins, and "after eight" ends, with the day; the reach of other words is a guess.
		if (TIME(start) === '00:00') return [TIME, TIME_OF_DAY].map((say) => `before ${say(end)}`);
		return TIME(end) === '23:59' ? [TIME, TIME_OF_DAY].map((say) => `after ${say(start)}`) : [];
	}
	const next = new Date(end.getTime() + 86_400_000);
	if (start.getUTCDate() !== 1 || next.getUTCDate() !== 1) return [];
	if (MONTH(start) === MONTH(end)) return [MONTH(start)];
	const isYear = start.getUTCMonth() === 0 && end.getUTCMonth() === 11 && YEAR(start) === YEAR(end);
	return isYear ? [YEAR(start)] : [];
}

/**
 * A value in as few signs as it can be said, shortest first, by what was read of its words: "08:05" for "five past
 * eight on Tuesday morning". Empty where only its words say it.
 */
export function shortForms(value: Value): string[] {
	const only = (text: string | null) => (text ? [text] : []);
	switch (value.kind) {
		case 'date':
			return dates(value);
		case 'duration':
			return only(duration(value));
		case 'money': {
			const sign = SIGNS[value.unit ?? ''];
			const code = value.unit && !sign ? ` ${value.unit}` : '';
			return only(measured(value, sign ?? '', [code, code]));
		}
		case 'percent':
			return only(measured(value, '', value.unit === 'point' ? [' point', ' points'] : ['%', '%']));
		case 'number':
			// "The third round" counts nothing.
			return value.unit?.endsWith(' in order') ? [] : only(measured(value, ''));
		case 'place':
		case 'person':
			return [];
	}
}
