import { fail, type FailureCode, type Result } from '#lib/model/index.ts';
import { codeOf } from './files/files.ts';

const CODES: Record<string, FailureCode> = {
	ENOSPC: 'storage_full',
	EDQUOT: 'storage_full',
	FENCED: 'store_failed',
	BROKEN: 'store_failed',
	DAMAGED: 'event_damaged',
	EROFS: 'store_read_only',
	EACCES: 'store_read_only',
	EPERM: 'store_read_only'
};

/** What a person is told of an error of the disk; throws the error again where it is none. */
export function writeFailure(error: unknown): Result<never> {
	const code = CODES[codeOf(error)];
	if (code === undefined) throw error;
	return fail(code, (error as { detail?: Record<string, string> }).detail);
}
