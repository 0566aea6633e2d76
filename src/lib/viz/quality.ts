import type { Figure, Quality, RelationKind } from '#lib/model/index.ts';

/** A share with the cases that it counts; `of` is never left out, so that a share of two reads as one of two. */
export type Share = { share: number; right: number; of: number };

/** How often one kind is right where it is shown, and how much of what is there is found. */
export type KindRow = { kind: string; precision: Share | null; recall: Share | null };

export type QualityView = {
	/** Pairs of claims, by the relation between them. */
	relations: (KindRow & { kind: RelationKind })[];
	/** Conflicts, by what they are over. */
	conflicts: KindRow[];
	/** The other steps on the way, in the order in which they are taken. */
	steps: { name: string; share: Share; better: Figure['better'] }[];
	samples: number;
	version: string;
};

/** What is shown of the steps before relations, of all that is measured. */
const STEPS = [
	'claims found',
	'voice',
	'holder',
	'whole attribution',
	'values',
	'alignment precision',
	'alignment recall',
	'near misses called conflicts',
	'updates called conflicts',
	'origins exact',
	'changed quotes found',
	'kept quotes called changed'
] as const;

const ORDER = ['conflicts', 'update', 'differs', 'agrees'] as const;

/** A figure as a share, or null where there was no case to measure. */
function shareOf(figure: { value: number; n: number } | undefined): Share | null {
	if (!figure || figure.n === 0) return null;
	return { share: figure.value, right: Math.round(figure.value * figure.n), of: figure.n };
}

/** Sorts what was measured into what the page "How well does this work?" shows. */
export function qualityView({ figures, relations, samples, engine }: Quality): QualityView {
	const ofKind = (name: string) => (key: string) => key.slice(name.length + 2);
	const kindsOf = (name: string) =>
		Object.keys(figures)
			.filter((key) => key.startsWith(`${name}, `))
			.map(ofKind(name));
	const kinds = [...new Set([...kindsOf('conflicts recall'), ...kindsOf('conflicts precision')])];
	const conflicts = kinds.map((kind) => ({
		kind,
		precision: shareOf(figures[`conflicts precision, ${kind}`]),
		recall: shareOf(figures[`conflicts recall, ${kind}`])
	}));
	const weight = ({ precision, recall }: KindRow) => (precision?.of ?? 0) + (recall?.of ?? 0);
	return {
		relations: ORDER.map((kind) => ({
			kind,
			precision: shareOf(relations[kind]?.precision),
			recall: shareOf(relations[kind]?.recall)
		})),
		conflicts: conflicts.sort((a, b) => weight(b) - weight(a) || (a.kind < b.kind ? -1 : 1)),
		steps: STEPS.flatMap((name) => {
			const share = shareOf(figures[name]);
			return share ? [{ name, share, better: figures[name]!.better }] : [];
		}),
		samples: samples.length,
		version: engine.version
	};
}
