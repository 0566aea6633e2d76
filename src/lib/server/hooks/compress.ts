/** Bytes below which packing costs more than it saves. */
const LEAST = 1400;

/** Types that pack well; pictures and archives are packed already. */
const PACKS = /^(text\/|application\/(json|ld\+json|problem\+json|javascript|xml)|image\/svg\+xml)/;

function accepts(request: Request): boolean {
	const asked = request.headers.get('accept-encoding') ?? '';
	return asked.split(',').some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/i.test(one));
}

/**
 * An answer packed with gzip where its reader takes that: pages go over the line as a seventh of themselves. No
 * page holds a secret beside what the address says, so its length tells nobody anything.
 */
export function compressed(response: Response, request: Request): Response {
	const { headers, body, status } = response;
	const length = headers.get('content-length');
	if (
		body === null ||
		request.method === 'HEAD' ||
		status === 206 ||
		headers.has('content-encoding') ||
		!PACKS.test(headers.get('content-type') ?? '') ||
		(length !== null && Number(length) < LEAST)
	)
		return response;
	headers.append('vary', 'accept-encoding');
	if (!accepts(request)) return response;
	headers.delete('content-length');
	headers.set('content-encoding', 'gzip');
	const tag = headers.get('etag');
	// The bytes are others now: only a weak tag is true of both.
	if (tag !== null && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
	return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers });
}
