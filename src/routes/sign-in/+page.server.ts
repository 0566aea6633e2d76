import { redirect } from '@sveltejs/kit';
import { getAccess } from '#lib/server/access/current.ts';
import { failPage } from '#lib/server/failure.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.role !== null) redirect(303, after(url));
	return { isSecure: url.protocol === 'https:' };
};

export const actions = {
	default: async ({ request, cookies, url, getClientAddress, setHeaders }) => {
		const passcode = (await request.formData()).get('passcode');
		const isSecure = url.protocol === 'https:';
		const signedIn = await getAccess().signIn(
			typeof passcode === 'string' ? passcode : '',
			getClientAddress(),
			cookies,
			isSecure
		);
		if (signedIn.ok) redirect(303, after(url));
		const { seconds } = signedIn.failure.detail ?? {};
		if (seconds !== undefined) setHeaders({ 'retry-after': String(seconds) });
		return failPage(signedIn.failure);
	}
} satisfies Actions;

/** Where the person was going: a place of ours, whatever the address says. */
function after(url: URL): string {
	const asked = url.searchParams.get('to') ?? '/';
	if (!URL.canParse(asked, url)) return '/';
	const to = new URL(asked, url);
	return to.origin === url.origin && to.pathname !== '/sign-in' ? to.pathname + to.search : '/';
}
