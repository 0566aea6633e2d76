import { json } from '@sveltejs/kit';
import { binContents } from '#lib/server/bin.ts';
import type { RequestHandler } from './$types';

/** What lies in the bin, and until when. */
export const GET: RequestHandler = async ({ locals }) =>
	json(await binContents(locals.role), { headers: { 'cache-control': 'no-store' } });
