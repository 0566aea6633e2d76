import { RELATION_KINDS, type Quality } from '#lib/model/index.ts';
import type { Figures } from './figures.ts';

/** Sorts pooled figures into the document that is committed. */
export function qualityOf(engine: Quality['engine'], samples: readonly string[], all: Figures): Quality {
	const rated = (name: string) => ({ value: all[name]!.value, n: all[name]!.n });
	return {
		format: 'lateral-quality/1',
		engine,
		samples: [...samples],
		figures: Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('relation '))),
		relations: Object.fromEntries(
			RELATION_KINDS.map((kind) => [
				kind,
				{ precision: rated(`relation ${kind} precision`), recall: rated(`relation ${kind} recall`) }
			])
		) as Quality['relations']
	};
}

/** Writes one figure a line, so that a change of one reads as a change of one. */
export function formatQuality(quality: Quality): string {
	const rows = (record: Record<string, unknown>) =>
		Object.entries(record)
			.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
			.join(',\n');
	const parts = Object.entries(quality).map(([key, value]) =>
		key === 'figures' || key === 'relations'
			? `  "${key}": {\n${rows(value as Record<string, unknown>)}\n  }`
			: `  "${key}": ${JSON.stringify(value)}`
	);
	return `{\n${parts.join(',\n')}\n}\n`;
}

/** Figures that are worse than the committed ones, in words; those that have no better or worse are left out. */
export function findFalls(committed: Figures, now: Figures): string[] {
	return Object.entries(committed).flatMap(([name, { value, better }]) => {
		if (better === 'neither') return [];
		const found = now[name];
		if (!found) return [`${name} is no longer measured`];
		const worse = better === 'higher' ? found.value < value : found.value > value;
		return worse ? [`${name}: ${value} became ${found.value}`] : [];
	});
}
