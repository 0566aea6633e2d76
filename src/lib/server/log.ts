import { destination, pino } from 'pino';

export type LogLevel = 'info' | 'warn' | 'error';

/** Longest value of a field, in UTF-16 units: a log must not become a copy of someone's text. */
const MAX_FIELD = 1000;

/** One JSON line an entry, on stderr, written at once: what was logged before a crash is there after it. */
const logger = pino(
	{
		base: null,
		messageKey: 'message',
		timestamp: () => `,"time":"${new Date().toISOString()}"`,
		formatters: { level: (level) => ({ level }) }
	},
	destination({ dest: 2, sync: true })
);

/**
 * Writes one JSON line on stderr. Fields hold ids, codes, counts and times; never texts, titles or names.
 * JSON escapes control characters, so a field cannot forge a line.
 */
export function log(level: LogLevel, message: string, fields: Record<string, string | number> = {}): void {
	const short = Object.entries(fields).map(([key, value]) => [
		key,
		typeof value === 'string' ? value.slice(0, MAX_FIELD) : value
	]);
	logger[level](Object.fromEntries(short), message);
}
