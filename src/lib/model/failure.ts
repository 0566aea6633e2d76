/** Every failure that a person may meet, by code. Routes map a code to a status and a message. */
export type FailureCode =
	| 'text_empty'
	| 'text_too_long'
	| 'no_sentences'
	| 'not_html'
	| 'not_text'
	| 'too_deep'
	| 'no_article'
	| 'url_invalid'
	| 'url_bad_char'
	| 'url_too_long'
	| 'scheme'
	| 'credentials'
	| 'port'
	| 'reserved_name'
	| 'self'
	| 'address_loopback'
	| 'address_unspecified'
	| 'address_mapped'
	| 'address_compatible'
	| 'address_nat64'
	| 'address_tunnel'
	| 'address_private'
	| 'address_reserved'
	| 'address_metadata'
	| 'network_off'
	| 'host_unknown'
	| 'unreachable'
	| 'no_answer'
	| 'too_slow'
	| 'tls'
	| 'redirect_blocked'
	| 'redirect_invalid'
	| 'redirect_downgrade'
	| 'too_many_redirects'
	| 'headers_too_large'
	| 'encoding'
	| 'too_large'
	| 'not_an_article'
	| 'upstream'
	| 'robots'
	| 'paywall'
	| 'consent_page'
	| 'error_page'
	| 'feed_invalid'
	| 'not_a_feed'
	| 'file_protected'
	| 'no_text_layer'
	| 'import_too_large'
	| 'import_bad_name'
	| 'import_no_event'
	| 'import_twice'
	| 'import_missing_file'
	| 'not_a_zip'
	| 'not_a_bundle'
	| 'is_bundle'
	| 'file_absent'
	| 'bundle_changed'
	| 'bundle_missing'
	| 'bundle_foreign'
	| 'bundle_unread'
	| 'json_too_deep'
	| 'json_too_large'
	| 'json_forbidden_key'
	| 'json_invalid'
	| 'field_invalid'
	| 'schema_newer'
	| 'duplicate'
	| 'same_edition'
	| 'not_found'
	| 'bad_origin'
	| 'sign_in_needed'
	| 'not_allowed'
	| 'passcode_wrong'
	| 'passcode_short'
	| 'passcode_long'
	| 'passcode_missing'
	| 'too_many_tries'
	| 'storage_full'
	| 'store_foreign'
	| 'store_damaged'
	| 'store_taken'
	| 'store_read_only'
	| 'store_in_use'
	| 'store_absent'
	| 'store_failed'
	| 'event_damaged'
	| 'purge_unfinished'
	| 'changed_meanwhile'
	| 'claim_gone'
	| 'nothing_changed'
	| 'busy'
	| 'cancelled'
	| 'engine_failed'
	| 'reading_failed'
	| 'request_too_large'
	| 'method_not_allowed'
	| 'internal';

/**
 * An expected failure, as a value: what happened, to which item, and what to do. `detail` fills the message's
 * blanks (`{ name: 'photo.html', size: 6_100_000 }`).
 */
export type Failure = {
	code: FailureCode;
	/** The form field or input item concerned. */
	field?: string;
	detail?: Record<string, string | number>;
};

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function ok<T>(value: T): Result<T> {
	return { ok: true, value };
}

export function fail(
	code: FailureCode,
	detail?: Record<string, string | number>,
	field?: string
): Result<never> {
	return { ok: false, failure: { code, ...(detail ? { detail } : {}), ...(field ? { field } : {}) } };
}
