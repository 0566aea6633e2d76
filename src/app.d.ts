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
		}
	}
}

export {};
