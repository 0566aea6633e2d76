import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CERTAINTIES, type Account, type Certainty, type Span, type Voice } from '#lib/model/index.ts';

const Ids = v.pipe(v.array(v.string()), v.minLength(1));
const Pair = v.object({ a: Ids, b: Ids });
const Words = v.object({ account: v.string(), words: v.string() });

/** `gold.json` of a sample; data/samples/README.md says what each field means. */
const GoldSchema = v.object({
	format: v.literal('lateral-gold/1'),
	event: v.string(),
	lines: v.array(
		v.object({
			id: v.string(),
			title: v.string(),
			origins: v.number(),
			claims: v.array(
				v.object({
					id: v.string(),
					...Words.entries,
					certainty: v.optional(v.picklist(CERTAINTIES), 'stated'),
					attribution: v.optional(v.array(v.string()), []),
					value: v.optional(v.string())
				})
			)
		})
	),
	conflicts: v.array(v.object({ kind: v.string(), ...Pair.entries })),
	updates: v.array(Pair),
	nearMisses: v.array(v.object({ ...Pair.entries, why: v.string() })),
	quotes: v.array(v.object({ change: v.picklist(['same', 'cut', 'altered']), full: Words, used: Words }))
});
type GoldFile = v.InferOutput<typeof GoldSchema>;

/** A stretch of one account's text. */
export type Place = Span & { account: string };

export type GoldClaim = Place & {
	id: string;
	line: string;
	certainty: Certainty;
	voice: Voice;
	/** From the account outward, brackets taken off. */
	attribution: string[];
	/** The far end of the attribution, or the account's own source. */
	holder: string;
	value?: string;
};

export type GoldPair = { a: GoldClaim[]; b: GoldClaim[] };

/** A sample's gold with every quotation found in its account and every id looked up. */
export type Gold = {
	lines: { id: string; title: string; origins: number; claims: GoldClaim[] }[];
	conflicts: (GoldPair & { kind: string })[];
	updates: GoldPair[];
	nearMisses: (GoldPair & { why: string })[];
	quotes: { change: 'same' | 'cut' | 'altered'; full: Place; used: Place }[];
};

/** Reads `gold.json` of a folder of accounts. Throws when a quotation or an id is not to be found. */
export function readGold(folder: string, accounts: readonly Account[]): Gold {
	const file = v.parse(GoldSchema, JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')));
	return resolveGold(file, new Map(accounts.map((account) => [account.id, account])));
}

function resolveGold(file: GoldFile, accounts: ReadonlyMap<string, Account>): Gold {
	const claims = new Map<string, GoldClaim>();
	const lines = file.lines.map((line) => ({
		...line,
		claims: line.claims.map((entry) => {
			if (claims.has(entry.id)) throw new Error(`${file.event}: two claims are called ${entry.id}`);
			const place = findWords(entry, accounts);
			const chain = entry.attribution.map((name) => name.replace(/^\((.*)\)$/, '$1'));
			const far = entry.attribution.at(-1);
			const claim: GoldClaim = {
				...place,
				id: entry.id,
				line: line.id,
				certainty: entry.certainty,
				voice: far === undefined ? 'own' : far.startsWith('(') ? 'unnamed' : 'named',
				attribution: chain,
				holder: chain.at(-1) ?? accounts.get(entry.account)!.source.name,
				...(entry.value === undefined ? {} : { value: entry.value })
			};
			claims.set(entry.id, claim);
			return claim;
		})
	}));
	const find = (id: string) => {
		const claim = claims.get(id);
		if (!claim) throw new Error(`${file.event}: no claim is called ${id}`);
		return claim;
	};
	const pair = <T extends { a: string[]; b: string[] }>(entry: T) => ({
		...entry,
		a: entry.a.map(find),
		b: entry.b.map(find)
	});
	return {
		lines,
		conflicts: file.conflicts.map(pair),
		updates: file.updates.map(pair),
		nearMisses: file.nearMisses.map(pair),
		quotes: file.quotes.map(({ change, full, used }) => ({
			change,
			full: findWords(full, accounts),
			used: findWords(used, accounts)
		}))
	};
}

function findWords(
	{ account, words }: { account: string; words: string },
	accounts: ReadonlyMap<string, Account>
): Place {
	const text = accounts.get(account)?.text;
	if (text === undefined) throw new Error(`no account is called ${account}`);
	const start = text.indexOf(words);
	if (start === -1) throw new Error(`${account} does not say “${words}”`);
	if (text.includes(words, start + 1)) throw new Error(`${account} says “${words}” more than once`);
	return { account, start, end: start + words.length };
}
