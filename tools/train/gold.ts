import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '#lib/model/index.ts';

/** A place where an account speaks to a gold claim. */
export type Mention = { account: string; start: number; end: number; gold: string; certainty: string };

export type GoldEvent = { event: string; accounts: Account[]; mentions: Mention[] };

type FileEvent = {
	event: string;
	claims: { id: string; accounts: Record<string, { stance: string; span: [number, number] }[]> }[];
};
type Listed = {
	id: string;
	file: string;
	outlet: string;
	kind: Account['source']['kind'];
	title: string;
	publishedAt?: string;
	truncated?: boolean;
	sha256: string;
};

/** Reads a folder of events with `gold.json`, as tools/eval describes it. */
export function readGold(folder: string): GoldEvent[] {
	const { events } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as { events: FileEvent[] };
	return events.map(({ event, claims }) => {
		const file = readFileSync(join(folder, event, 'event.json'), 'utf8');
		const { accounts } = JSON.parse(file) as { accounts: Listed[] };
		return {
			event,
			accounts: accounts.map((a) => ({
				id: a.id,
				source: { name: a.outlet, kind: a.kind },
				title: a.title,
				text: readFileSync(join(folder, event, a.file), 'utf8'),
				publishedAt: a.publishedAt,
				rendering: 'verbatim',
				truncated: a.truncated ?? false,
				sha256: a.sha256
			})),
			mentions: claims.flatMap((claim) =>
				Object.entries(claim.accounts).flatMap(([account, places]) =>
					places
						.filter(({ stance }) => stance !== 'silent')
						.map(({ stance, span: [start, end] }) => ({
							account,
							start,
							end,
							gold: claim.id,
							certainty: stance
						}))
				)
			)
		};
	});
}

type Place = { account: string; start: number; end: number };

function overlap(a: Place, b: Place): number {
	return a.account === b.account ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

/** Whether a claim and a gold mention share half of the shorter one. */
export function liesOn(claim: Place, mention: Place): boolean {
	const shared = overlap(claim, mention);
	return shared > 0 && shared * 2 >= Math.min(claim.end - claim.start, mention.end - mention.start);
}
