import { page } from '$app/state';

/** Whether whoever looks at the page may change things; on a server for this machine alone everybody may. */
export function mayEdit(): boolean {
	return page.data.signedIn !== 'reader';
}

/** Whether they may delete for good, which nobody can take back: only the owner of a shared server may. */
export function mayDelete(): boolean {
	return page.data.signedIn === null || page.data.signedIn === 'owner';
}
