import type { Account, Claim } from '#lib/model/index.ts';
import type { ExtractedClaim, Extraction } from '#lib/engine/types.ts';

export type ToldClaim = Partial<Omit<Claim, 'id' | 'account' | 'start' | 'end' | 'values'>> & {
	text: string;
	/** Values by their words in the text. */
	values?: Omit<Claim['values'][number], 'start' | 'end'>[];
	headline?: boolean;
};

/** An account's extraction, made by hand out of sentences, without syntax: one sentence a claim. */
export function told(
	id: string,
	claims: readonly ToldClaim[],
	facts: Partial<Account> & { name?: string } = {}
): Extraction {
	const { name = id, ...rest } = facts;
	const text = claims.map((claim) => claim.text).join('\n');
	const account: Account = {
		id,
		source: { name, kind: 'outlet' },
		title: '',
		text,
		rendering: 'verbatim',
		truncated: false,
		sha256: id,
		...rest
	};
	let at = 0;
	const made = claims.map((claim, sentence): ExtractedClaim => {
		const start = at;
		const end = start + claim.text.length;
		at = end + 1;
		return {
			voice: 'own',
			certainty: 'stated',
			attribution: [],
			holder: name,
			headline: false,
			...claim,
			id: `${id}-${start}`,
			account: id,
			start,
			end,
			sentence,
			tokens: { start: 0, end: 0 },
			values: (claim.values ?? []).map((value) => {
				const place = start + claim.text.indexOf(value.text);
				return { ...value, start: place, end: place + value.text.length };
			})
		};
	});
	const spans = made.map(({ start, end }, index) => ({ start, end, index }));
	return {
		account,
		blocks: spans.map(({ start, end }) => ({ start, end, kind: 'body' as const })),
		sentences: spans.map((span) => ({ ...span, block: span.index, quoted: false, tokens: [] })),
		names: [],
		claims: made
	};
}
