/** Bounds of one fetch: times in milliseconds, sizes in bytes. */
export type Limits = {
	connect: number;
	headers: number;
	idle: number;
	/** From the first connection to the last byte, redirects included. */
	whole: number;
	/** When a body has to have come in at `slowest` on average. */
	slowFrom: number;
	/** Bytes a second. */
	slowest: number;
	headerBytes: number;
	pageBytes: number;
	feedBytes: number;
	redirects: number;
	/** Between two requests to one host. */
	gap: number;
};

export const LIMITS: Limits = {
	connect: 5_000,
	headers: 10_000,
	idle: 5_000,
	whole: 20_000,
	slowFrom: 5_000,
	slowest: 1024,
	headerBytes: 16 * 1024,
	pageBytes: 5 * 1024 * 1024,
	feedBytes: 10 * 1024 * 1024,
	redirects: 5,
	gap: 2_000
};

/** Decoded to sent bytes, past which an answer is taken for a bomb; counted after the first megabyte. */
export const MAX_RATIO = 100;
export const RATIO_FROM = 1024 * 1024;

/** Encodings of one answer; more than two are only ever an attack. */
export const MAX_ENCODINGS = 2;
