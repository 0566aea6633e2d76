import { failureMessage } from '#lib/i18n/failures.ts';
import type { Progress } from '#lib/engine/types.ts';
import type { Failure } from '#lib/model/index.ts';

/** What scripts rely on: documented in `--help`. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** Where a command writes: results on `out`, everything said to a person on `err`. */
export type Terminal = { out: (text: string) => void; err: (text: string) => void };

/** Tells what failed. */
export function tellFailure(terminal: Terminal, { code, detail, field }: Failure): void {
	terminal.err(`${failureMessage(code, { ...detail, ...(field ? { field } : {}) })}\n`);
}

const STAGE_WORDS = { reading: 'Reading accounts', matching: 'Matching claims', relating: 'Relating claims' };

/** A reporter of progress: one line for each stage, when it begins. */
export function tellProgress(terminal: Terminal): (progress: Progress) => void {
	let last: string | undefined;
	return ({ stage, total }) => {
		if (stage === last) return;
		last = stage;
		terminal.err(`${STAGE_WORDS[stage]} (${total}) …\n`);
	};
}
