import * as v from 'valibot';
import { fail, ok, type Result } from '#lib/model/index.ts';
import { parseJson } from '../ingest/index.ts';

/** Bytes of the longest body that brings texts; the hooks refuse what says that it is longer. */
const MAX_BODY = 12 * 1024 * 1024;

/** Reads a request's JSON and checks it against a schema; the first fault is named by its place in the body. */
export async function readBody<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<Result<v.InferOutput<Schema>>> {
	const json = parseJson(await request.text(), 'the body', MAX_BODY);
	if (!json.ok) return json;
	const parsed = v.safeParse(schema, json.value);
	if (parsed.success) return ok(parsed.output);
	const at = v.getDotPath(parsed.issues[0]) ?? 'the body';
	return fail('field_invalid', { at }, at);
}
