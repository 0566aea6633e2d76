import { redirect } from '@sveltejs/kit';
import { getAccess } from '#lib/server/access/current.ts';
import type { RequestHandler } from './$types';

/** Ends a sign-in on the server and in the browser. */
export const POST: RequestHandler = ({ cookies }) => {
	getAccess().signOut(cookies);
	redirect(303, '/sign-in');
};
