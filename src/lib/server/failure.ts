import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { failureMessage } from '#lib/i18n/failures.ts';
import type { Failure, FailureCode } from '#lib/model/index.ts';

/** The HTTP status that answers for each failure. */
const STATUS: Record<FailureCode, number> = {
	text_empty: 400,
	text_too_long: 413,
	no_sentences: 422,
	not_html: 415,
	not_text: 415,
	too_deep: 422,
	no_article: 422,
	url_invalid: 400,
	url_bad_char: 400,
	url_too_long: 400,
	scheme: 400,
	credentials: 400,
	port: 400,
	reserved_name: 422,
	self: 422,
	address_loopback: 422,
	address_unspecified: 422,
	address_mapped: 422,
	address_compatible: 422,
	address_nat64: 422,
	address_tunnel: 422,
	address_private: 422,
	address_reserved: 422,
	address_metadata: 422,
	network_off: 403,
	host_unknown: 502,
	unreachable: 502,
	no_answer: 504,
	too_slow: 504,
	tls: 502,
	redirect_blocked: 422,
	redirect_invalid: 502,
	redirect_downgrade: 422,
	too_many_redirects: 502,
	headers_too_large: 502,
	encoding: 502,
	too_large: 422,
	not_an_article: 422,
	upstream: 502,
	robots: 422,
	paywall: 422,
	consent_page: 422,
	error_page: 502,
	feed_invalid: 422,
	not_a_feed: 422,
	file_protected: 422,
	no_text_layer: 422,
	import_too_large: 413,
	import_bad_name: 422,
	import_no_event: 422,
	import_twice: 422,
	import_missing_file: 422,
	not_a_zip: 415,
	not_a_bundle: 422,
	is_bundle: 422,
	file_absent: 422,
	bundle_changed: 422,
	bundle_missing: 422,
	bundle_foreign: 422,
	bundle_unread: 422,
	json_too_deep: 422,
	json_too_large: 413,
	json_forbidden_key: 422,
	json_invalid: 400,
	field_invalid: 400,
	schema_newer: 422,
	duplicate: 409,
	same_edition: 409,
	not_found: 404,
	bad_origin: 403,
	sign_in_needed: 401,
	not_allowed: 403,
	passcode_wrong: 403,
	passcode_short: 400,
	passcode_long: 400,
	passcode_missing: 503,
	too_many_tries: 429,
	storage_full: 507,
	store_foreign: 503,
	store_damaged: 503,
	store_taken: 409,
	store_read_only: 503,
	store_in_use: 503,
	store_absent: 503,
	store_failed: 503,
	event_damaged: 503,
	purge_unfinished: 507,
	changed_meanwhile: 409,
	claim_gone: 409,
	nothing_changed: 422,
	busy: 503,
	cancelled: 409,
	engine_failed: 500,
	reading_failed: 422,
	request_too_large: 413,
	method_not_allowed: 405,
	internal: 500
};

/** Seconds after which a client should try again. */
const RETRY_AFTER = 30;

/** The body of every error that is answered as JSON. */
export type FailureBody = {
	error: { code: FailureCode; message: string; field?: string; requestId: string };
};

/** The HTTP status of a failure. */
export function statusOf(code: FailureCode): number {
	return STATUS[code];
}

/** The sentence that tells a person what failed and what to do. */
export function messageOf({ code, detail, field }: Failure): string {
	return failureMessage(code, { ...detail, ...(field === undefined ? {} : { field }) });
}

/**
 * What a form action returns when it could not do as asked; `kept` gives back what the person typed.
 *
 * @example
 * if (!renamed.ok) return failPage(renamed.failure, { title });
 */
export function failPage<Kept extends Record<string, unknown> = Record<never, never>>(
	failure: Failure,
	kept?: Kept
): ActionFailure<Kept & { failure: Failure; message: string }> {
	return fail(statusOf(failure.code), { ...(kept as Kept), failure, message: messageOf(failure) });
}

/** Leaves a `load` for the error page. */
export function errorPage(failure: Failure): never {
	error(statusOf(failure.code), { code: failure.code, message: messageOf(failure) });
}

/** The media type of our own error bodies, by which the hooks know them from the framework's. */
export const PROBLEM = 'application/problem+json';

/** The answer of an API endpoint that failed; `more` stands beside the error. */
export function failJson(failure: Failure, requestId: string, more: Record<string, unknown> = {}): Response {
	const { code, field } = failure;
	const message = messageOf(failure);
	const body: FailureBody = { error: { code, message, ...(field ? { field } : {}), requestId }, ...more };
	const status = statusOf(code);
	const wait = status === 429 ? Number(failure.detail?.seconds ?? RETRY_AFTER) : RETRY_AFTER;
	const retry: Record<string, string> =
		status === 503 || status === 429 ? { 'retry-after': String(wait) } : {};
	const headers = { 'content-type': PROBLEM, 'cache-control': 'no-store', ...retry };
	return new Response(JSON.stringify(body), { status, headers });
}
