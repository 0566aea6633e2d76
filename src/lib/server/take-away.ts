import { fail, type Result } from '#lib/model/index.ts';
import type { Role } from './access/roles.ts';
import { findEvent } from './event-index.ts';
import { evidenceOf, type Evidence } from './export/index.ts';
import { compareApart } from './jobs/index.ts';

/** What of an event may leave, as an address asks for it: `?drafts=with` takes drafts along, for those who may edit. */
export async function evidenceFor(id: string, url: URL, role: Role | null): Promise<Result<Evidence>> {
	const event = await findEvent(id, url.searchParams.get('drafts') === 'with' ? role : null);
	return event === null ? fail('not_found') : evidenceOf(event, compareApart);
}

/** An answer that a browser saves as a file and shows nowhere. */
export function asFile(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}
