/** ISO text as milliseconds, read as it is written: a local time stays that time on every machine. */
export function readMoment(iso: string): number | null {
	const match = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?/.exec(iso);
	if (!match) return null;
	const [, year, month, day, hour, minute] = match.map(Number);
	return Date.UTC(year!, month! - 1, day || 1, hour || 0, minute || 0);
}
