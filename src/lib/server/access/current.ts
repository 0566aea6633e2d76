import type { Access } from './index.ts';

/** On the process, since the built server and its hooks are bundled apart. */
const SHARED = Symbol.for('lateral.access');
const shared = globalThis as { [SHARED]?: Access };

/** Who may do what on the running server. Throws before the server has started. */
export function getAccess(): Access {
	if (shared[SHARED] === undefined) throw new Error('access is asked for before the start');
	return shared[SHARED];
}

/** Sets who may do what, at the start. */
export function useAccess(access: Access): void {
	shared[SHARED] = access;
}
