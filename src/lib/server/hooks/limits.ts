import { isApi } from './refuse.ts';

const MEGABYTE = 1024 * 1024;

/** Bytes of a page's form, files included. The adapter's own limit lies above, so that ours answers first. */
const MAX_FORM = 50 * MEGABYTE;

/** Bytes of a JSON request. */
const MAX_JSON = MEGABYTE / 4;

/** Bytes of a JSON request that brings texts. */
const MAX_TEXTS = 12 * MEGABYTE;

/** Routes that take more or less than others of their kind. */
const ROUTES: Readonly<Record<string, number>> = {
	'/api/v1/bundles': MAX_FORM,
	'/api/v1/events': MAX_TEXTS,
	'/api/v1/events/[id]/accounts': MAX_TEXTS,
	'/sign-in': MAX_JSON,
	'/sign-out': 1024,
	'/theme': 1024
};

/** Bytes that a request to a route may have. */
export function bodyLimit(route: string | null, url: URL): number {
	return ROUTES[route ?? ''] ?? (isApi(url) ? MAX_JSON : MAX_FORM);
}
