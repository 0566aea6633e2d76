/** What stays the same from language to language, in the order in which it is shown. */
export const FACT_KINDS = ['name', 'number', 'date', 'quote'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Something that an account in another language says, as it stands there, and which accounts say it too. */
export type SharedFact = { kind: FactKind; text: string; start: number; accounts: string[] };
