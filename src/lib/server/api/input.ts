import * as v from 'valibot';
import {
	NewDecisionSchema,
	ok,
	RENDERINGS,
	SOURCE_KINDS,
	WhenSchema,
	type Account,
	type Result
} from '#lib/model/index.ts';
import { checkText, isWebAddress, otherLanguage, normaliseText, toAccount } from '../ingest/index.ts';

const Line = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const MOST_ACCOUNTS = 1_000;

/** An account as a client sends it: its text, and what is known of it. */
export const AccountInputSchema = v.strictObject({
	source: v.strictObject({ name: Line(200), kind: v.optional(v.picklist(SOURCE_KINDS), 'outlet') }),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
	text: v.string(),
	url: v.optional(v.pipe(v.string(), v.maxLength(2_048), v.check(isWebAddress, 'not a web address'))),
	publishedAt: v.optional(WhenSchema),
	language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))),
	authors: v.optional(v.pipe(v.array(Line(200)), v.maxLength(50))),
	rendering: v.optional(v.picklist(RENDERINGS), 'verbatim'),
	truncated: v.optional(v.boolean(), false),
	note: v.optional(Line(1_000))
});

const Accounts = v.pipe(v.array(AccountInputSchema), v.minLength(1), v.maxLength(MOST_ACCOUNTS));

export const AccountsInputSchema = v.strictObject({ accounts: Accounts });

export const EventInputSchema = v.strictObject({
	title: Line(300),
	what: v.optional(Line(2_000)),
	when: v.optional(Line(200)),
	accounts: Accounts
});

/** Decisions of one person in one go, and the length of the log that they saw. */
export const ReviewsInputSchema = v.strictObject({
	who: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
	why: v.optional(Line(2_000)),
	seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
	decisions: v.pipe(v.array(NewDecisionSchema), v.minLength(1), v.maxLength(100))
});

/** The accounts that a client's input becomes, with ids that are not among `taken`. */
export function addedAccounts(
	input: v.InferOutput<typeof Accounts>,
	taken: Iterable<string> = []
): Result<Account[]> {
	const ids = new Set(taken);
	const accounts: Account[] = [];
	for (const { text: raw, url, publishedAt, language, authors, note, ...given } of input) {
		const text = checkText(normaliseText(raw), given.source.name);
		if (!text.ok) return text;
		const spoken = language ?? otherLanguage(text.value);
		const account = toAccount(
			{
				...given,
				text: text.value,
				...(url === undefined ? {} : { url }),
				...(publishedAt === undefined ? {} : { publishedAt }),
				...(spoken === null ? {} : { language: spoken }),
				...(authors === undefined ? {} : { authors }),
				...(note === undefined ? {} : { note })
			},
			ids
		);
		ids.add(account.id);
		accounts.push(account);
	}
	return ok(accounts);
}
