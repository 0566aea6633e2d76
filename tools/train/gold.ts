import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '#lib/model/index.ts';

/** A place where an account speaks to a gold claim. */
export type Mention = {
	account: string;
	start: number;
	end: number;
	gold: string;
	certainty: 'stated' | 'hedged' | 'denied';
	holder: string;
	value: string;
	quote: string;
};

/** A gold contradiction: mentions in two of its camps cannot both be true. */
export type Dispute = { camps: Set<Mention>[]; isOwn: boolean };

export type GoldEvent = { event: string; accounts: Account[]; mentions: Mention[]; disputes: Dispute[] };

const CERTAINTY = {
	affirm: 'stated',
	attribute: 'stated',
	hedge: 'hedged',
	deny: 'denied',
	'attribute-deny': 'denied'
} as const;

type FileEvent = {
	event: string;
	claims: { id: string; accounts: Record<string, Stance[]> }[];
	contradictions: FileDispute[];
};
type Stance = {
	stance: keyof typeof CERTAINTY | 'silent';
	span: [number, number];
	quote: string;
	chain: string[];
	value?: string;
};
type FileDispute = {
	claims: string[];
	kind: string;
	sides: { account: string; holder: string; position: string }[];
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
	return events.map(({ event, claims, contradictions }) => {
		const file = readFileSync(join(folder, event, 'event.json'), 'utf8');
		const { accounts } = JSON.parse(file) as { accounts: Listed[] };
		const mentions = claims.flatMap((claim) =>
			Object.entries(claim.accounts).flatMap(([account, places]) =>
				places.flatMap(({ stance, span, chain, value = '', quote }): Mention[] => {
					if (stance === 'silent') return [];
					const [start, end] = span;
					const certainty = CERTAINTY[stance];
					return [{ account, start, end, gold: claim.id, certainty, holder: chain.at(-1)!, value, quote }];
				})
			)
		);
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
			mentions,
			disputes: contradictions.map((dispute) => disputeOf(dispute, mentions))
		};
	});
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function shared(a: string, b: string): number {
	const theirs = wordsOf(b);
	return [...wordsOf(a)].filter((word) => theirs.has(word)).length;
}

/** Sorts the mentions of a contradiction into camps, by the side whose holder and position they are nearest to. */
function disputeOf({ claims, kind, sides }: FileDispute, mentions: readonly Mention[]): Dispute {
	const about = mentions.filter((mention) => claims.includes(mention.gold));
	const camps = new Map<string, Set<Mention>>();
	for (const side of sides) {
		const fits = about
			.filter((mention) => mention.account === side.account)
			.map((mention) => ({
				mention,
				fit:
					shared(side.position, `${mention.value} ${mention.quote}`) + 2 * shared(side.holder, mention.holder)
			}));
		const best = Math.max(...fits.map(({ fit }) => fit));
		for (const { mention, fit } of fits)
			if (fit === best) {
				const key = mention.certainty + mention.value;
				camps.set(key, (camps.get(key) ?? new Set()).add(mention));
			}
	}
	for (const camp of camps.values()) {
		const { certainty, value } = [...camp][0]!;
		for (const mention of about)
			if (
				mention.certainty !== 'hedged' &&
				(mention.certainty === 'denied') === (certainty === 'denied') &&
				(value === '' ? certainty !== 'hedged' : mention.value === value)
			)
				camp.add(mention);
	}
	return { camps: [...camps.values()], isOwn: kind === 'self-contradiction' };
}

/** Whether two mentions stand on opposite sides of a dispute. */
export function isOpposed({ camps, isOwn }: Dispute, a: Mention, b: Mention): boolean {
	if (a.account === b.account && a.holder === b.holder && !isOwn) return false;
	return camps.some((x) => x.has(a) && camps.some((y) => y !== x && y.has(b)));
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
