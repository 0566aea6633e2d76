declare global {
	namespace App {
		interface Error {
			message: string;
			code?: string;
			hint?: string;
			requestId?: string;
		}
		interface Locals {
			requestId: string;
			/** What the sender of a request may do; null before signing in. */
			role: import('#lib/server/access/roles.ts').Role | null;
		}
	}
}

export {};
