import { page } from '$app/state';

/** Whether whoever looks at the page may change things; on a server for this machine alone everybody may. */
export function mayEdit(): boolean {
	return page.data.signedIn !== 'reader';
}
