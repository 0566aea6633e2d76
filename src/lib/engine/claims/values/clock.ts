import type { Stretch } from './calendar.ts';
import { SMALL } from './numbers.ts';

const HOUR = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** Every way a time of day may be written. */
export const CLOCK = `(?:\\d{1,2}(?::\\d{2})?\\s?(?:a\\.m\\.|p\\.m\\.|am|pm|AM|PM)|\\d{1,2}:\\d{2}|noon|midnight|(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five) (?:minutes )?(?:past|to)) ${HOUR}|${HOUR} o['’]clock)(?:\\s(?:in the |this |that )(?:morning|afternoon|evening))?`;

/** Small numbers in words, and the article that stands for one. */
export const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, ...SMALL };

/** Hours and minutes that a time of day names: `[18, 0]`. */
export function readClock(text: string): [number, number] | null {
	const lower = text.toLowerCase();
	if (lower === 'noon') return [12, 0];
	if (lower === 'midnight') return [0, 0];
	const late = /afternoon|evening/.test(lower);
	// "Half past two" in the news is in the afternoon, unless somebody says otherwise.
	const byDay = !/morning|night/.test(lower);
	const inDay = (hour: number) => ((late && hour < 12) || (byDay && hour > 0 && hour < 7) ? hour + 12 : hour);
	const spoken =
		/^(?:(half|(?:a )?quarter|five|ten|twenty|twenty-five) (?:minutes )?(past|to) )?(\d{1,2}|[a-z]+)/.exec(
			lower
		);
	if (spoken && (spoken[1] !== undefined || lower.includes('clock'))) {
		const hour = NUMBERS[spoken[3]!] ?? Number(spoken[3]);
		if (!(hour >= 0 && hour < 24)) return null;
		const minutes = spoken[1] === undefined ? 0 : (SPOKEN[spoken[1].replace('a ', '')] ?? 0);
		const total = inDay(hour) * 60 + (spoken[2] === 'to' ? -minutes : minutes);
		return [Math.floor((total + 1440) / 60) % 24, (total + 1440) % 60];
	}
	const parts = /^(\d{1,2})(?::(\d{2}))?\s?([ap])?/.exec(lower);
	if (!parts) return null;
	const hour = Number(parts[1]);
	const minute = Number(parts[2] ?? 0);
	if (hour > 23 || minute > 59) return null;
	return [parts[3] === undefined ? hour : (hour % 12) + (parts[3] === 'p' ? 12 : 0), minute];
}

const SPOKEN: Record<string, number> = {
	half: 30,
	quarter: 15,
	five: 5,
	ten: 10,
	twenty: 20,
	'twenty-five': 25
};
/** How far "shortly before", "about" and the like reach, in minutes. */
const SHORTLY = 30;
const ABOUT = 15;

/** First and last moment, ISO, that a time of day means with the words before it: "shortly before 8 a.m.". */
export function momentsAround(day: string, [hour, minute]: [number, number], before: string): Stretch {
	const at = (minutes: number) => {
		const kept = Math.min(1439, Math.max(0, minutes));
		return `${day}T${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
	};
	const time = hour * 60 + minute;
	const [, near, side] =
		/(?:\b(shortly|just|minutes|soon) )?\b(before|after|about|around|nearly|almost|by) $/i.exec(before) ?? [];
	switch (side?.toLowerCase() ?? '') {
		case 'before':
		case 'nearly':
		case 'almost':
		case 'by':
			return { from: at(near || side !== 'before' ? time - SHORTLY : 0), to: at(time) };
		case 'after':
			return { from: at(time), to: at(near ? time + SHORTLY : 1439) };
		case 'about':
		case 'around':
			return { from: at(time - ABOUT), to: at(time + ABOUT) };
		default:
			return { from: at(time), to: at(time) };
	}
}
