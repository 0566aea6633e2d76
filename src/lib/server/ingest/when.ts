import * as chrono from 'chrono-node';

/** A date as machines write it, at the start of the text; the rest of the form is checked below. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/i;

/** Words of a mail or HTTP date: `Wed, 15 Aug 2018 10:30:00 GMT`. */
const RFC = /^(?:[A-Za-z]{3},\s+)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/;

/**
 * A moment as `WhenSchema` wants it, from any way to write one that names day, month and year; null where it
 * names less. The clock of this machine plays no part, so the same text always means the same moment.
 */
export function readWhen(text: string | null | undefined): string | null {
	const trimmed = text?.trim().slice(0, 100) ?? '';
	const iso = ISO.exec(trimmed);
	if (iso?.[1]) {
		if (!isDay(iso[1])) return null;
		return iso[2] && isTime(iso[2]) ? `${iso[1]}T${iso[2]}${(iso[3] ?? '').toUpperCase()}` : iso[1];
	}
	if (/^\d{8}$/.test(trimmed)) {
		const day = `${trimmed.slice(0, 4)}-${trimmed.slice(4, 6)}-${trimmed.slice(6)}`;
		return isDay(day) ? day : null;
	}
	if (RFC.test(trimmed)) return new Date(trimmed).toISOString().replace('.000', '');
	return findDay(trimmed);
}

/** The first day in a short text that gives day, month and year, in words or figures. */
export function findDay(text: string): string | null {
	// Any fixed moment does: a date that needs it to be complete is not taken.
	const reference = { instant: new Date(0), timezone: 'UTC' };
	for (const { start, text: words } of chrono.strict.parse(text.slice(0, 300), reference)) {
		// "The day before" is complete only by the reference.
		if (!/\d{4}/.test(words)) continue;
		if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) continue;
		const day = [start.get('year'), start.get('month'), start.get('day')]
			.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
			.join('-');
		if (isDay(day)) return day;
	}
	return null;
}

function isDay(day: string): boolean {
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function isTime(time: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time);
}

/** A moment as a person reads and types it: `2018-08-15 10:30:00 +09:00`; `readWhen` reads it back. */
export function showWhen(when: string): string {
	const parts = ISO.exec(when);
	return [parts?.[1] ?? when, parts?.[2], parts?.[3]].filter(Boolean).join(' ');
}
