/** Who uses a shared Lateral, from the one who may do everything down. */
export const ROLES = ['owner', 'editor', 'reader'] as const;

export type Role = (typeof ROLES)[number];

/** What a request asks for. */
export type Asked = {
	method: string;
	/** The route's id, null where there is none. */
	route: string | null;
	/** The name of the form action, null where there is none. */
	action: string | null;
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What needs no passcode: the way in and out, the look of the page, and whether the server is well. */
const OPEN = new Set(['/sign-in', '/sign-out', '/theme', '/healthz', '/readyz']);

/** What only the owner does, since nobody can take it back, or since it concerns the whole house. */
const OWNERS: readonly { route: RegExp; action?: RegExp }[] = [
	{ route: /\/bin$/, action: /^(delete|purge|empty)/i },
	{ route: /\/manage$/, action: /now$/i },
	{ route: /^\/api\/v1\/.*\/purge$/ }
];

/** The least role that may do what is asked; null where no passcode is wanted. Reading is for readers, the rest for editors. */
export function roleFor({ method, route, action }: Asked): Role | null {
	if (route !== null && OPEN.has(route)) return null;
	if (SAFE.has(method)) return 'reader';
	const isOwners = OWNERS.some(
		(rule) => rule.route.test(route ?? '') && (rule.action === undefined || rule.action.test(action ?? ''))
	);
	return isOwners ? 'owner' : 'editor';
}

/** Whether one role may do what another may. */
export function covers(role: Role, asked: Role): boolean {
	return ROLES.indexOf(role) <= ROLES.indexOf(asked);
}
