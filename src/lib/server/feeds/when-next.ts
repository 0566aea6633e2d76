const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds to the next try after the first failure in a row; it doubles, up to a day. */
const BACK_OFF = 15 * MINUTE;
const LONGEST_BACK_OFF = 24 * HOUR;

/** Milliseconds between two looks at a feed that brings something each time; the longer it brings nothing, the more. */
const PACE = 30 * MINUTE;
const SLOWEST = 4 * HOUR;

/** Share by which a look comes earlier or later, so that not all feeds are asked at the same moment. */
const JITTER = 0.1;

/** How long a feed is left alone that has failed so many times in a row. */
export function afterFailure(failures: number): number {
	return Math.min(BACK_OFF * 2 ** (failures - 1), LONGEST_BACK_OFF);
}

/** How long to the next look by itself at a feed that has brought nothing new so many times in a row. */
export function afterLook(quiet: number, random: () => number): number {
	const pace = Math.min(PACE * 2 ** quiet, SLOWEST);
	return Math.round(pace * (1 + JITTER * (2 * random() - 1)));
}
