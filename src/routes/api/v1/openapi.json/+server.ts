import { json } from '@sveltejs/kit';
import { openApi } from '#lib/server/api/index.ts';
import type { RequestHandler } from './$types';

/** What the API offers, as an OpenAPI document. */
export const GET: RequestHandler = () => json(openApi());
