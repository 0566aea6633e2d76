import * as v from 'valibot';

/** What kind of body publishes or speaks. */
export const SOURCE_KINDS = ['outlet', 'agency', 'official', 'institution', 'person'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SourceKindSchema = v.picklist(SOURCE_KINDS);

/** Who publishes or speaks. */
export const SourceSchema = v.object({ name: v.string(), kind: SourceKindSchema });
export type Source = v.InferOutput<typeof SourceSchema>;
