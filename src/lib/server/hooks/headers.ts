/** What every answer carries; pages bring their own Content-Security-Policy with a nonce. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()'
};

/** For answers that are no page: nothing in them may run or be framed. */
const BARE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A year. */
const HSTS = 'max-age=31536000';

/** Adds the security headers to an answer, and the id under which the log knows the request. */
export function addHeaders(response: Response, requestId: string, isHttps: boolean): void {
	const { headers } = response;
	for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', BARE_POLICY);
	if (isHttps) headers.set('strict-transport-security', HSTS);
	headers.set('x-request-id', requestId);
}
