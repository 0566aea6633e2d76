import type { Failure } from '#lib/model/index.ts';

/** Carries a failure through code that can only throw: a connector, a stream. */
export class Refused extends Error {
	readonly failure: Failure;

	constructor(code: Failure['code'], detail?: Failure['detail']) {
		super(code);
		this.failure = { code, ...(detail ? { detail } : {}) };
	}
}
