import * as v from 'valibot';
import { RELATION_KINDS } from './relation.ts';

/** A share, 0..1, and the number of cases that it is a share of; where there was no case, its value is 0. */
const RatedSchema = v.object({ value: v.number(), n: v.number() });

export const FigureSchema = v.object({
	...RatedSchema.entries,
	better: v.picklist(['higher', 'lower', 'neither'])
});
/** One measured figure: its value, what number of cases it is a share of, and which way is better. */
export type Figure = v.InferOutput<typeof FigureSchema>;

/** `data/quality.json`: what was measured on the sample events, and how often each kind of relation is right. */
export const QualitySchema = v.object({
	format: v.literal('lateral-quality/1'),
	engine: v.object({ version: v.string(), rules: v.string() }),
	samples: v.array(v.string()),
	figures: v.record(v.string(), FigureSchema),
	/** Precision: of the relations of this kind that were shown, the right ones. Recall: of those in gold, the found ones. */
	relations: v.record(v.picklist(RELATION_KINDS), v.object({ precision: RatedSchema, recall: RatedSchema }))
});
export type Quality = v.InferOutput<typeof QualitySchema>;
