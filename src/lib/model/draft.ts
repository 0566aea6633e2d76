import * as v from 'valibot';
import { AccountSchema } from './account.ts';

/** An account as it was read and before it is kept: every part can still be corrected. */
export const DraftSchema = v.omit(AccountSchema, ['id', 'sha256']);
export type Draft = v.InferOutput<typeof DraftSchema>;
