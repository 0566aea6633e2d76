import { area, curveBumpX } from 'd3';
import type { RelationKind } from '#lib/model/index.ts';

/** Where a claim stands in its column, in pixels from the column's top as it is scrolled. */
export type Extent = { top: number; bottom: number };
export type RibbonEnds = { key: string; kind: RelationKind; label: string; left: Extent; right: Extent };
export type Ribbon = { key: string; kind: RelationKind; path: string; label: string; y: number };

export type RibbonSize = { width: number; height: number };

/** Distance that two labels keep. */
const LABEL = 18;
/** Thinnest ribbon, so that one cut off at an edge can still be seen and hit. */
const THIN = 3;

/** What of a claim is in sight; one that is out of sight shrinks to the edge it left by. */
function inSight({ top, bottom }: Extent, height: number): Extent {
	if (bottom <= 0) return { top: 0, bottom: THIN };
	if (top >= height) return { top: height - THIN, bottom: height };
	const from = Math.max(0, top);
	return { top: from, bottom: Math.max(from + THIN, Math.min(height, bottom)) };
}

const isOut = ({ top, bottom }: Extent, height: number) => bottom <= 0 || top >= height;

/**
 * Ribbons between matched claims, as paths in a gutter of `size`. One is drawn while either end is in sight.
 * Labels stand in the middle: conflicts take their places first, and one that would cover another is left out.
 */
export function ribbons(ends: readonly RibbonEnds[], { width, height }: RibbonSize): Ribbon[] {
	const shape = area<{ x: number } & Extent>()
		.x((end) => end.x)
		.y0((end) => end.top)
		.y1((end) => end.bottom)
		.curve(curveBumpX);
	const drawn = ends
		.filter((end) => !isOut(end.left, height) || !isOut(end.right, height))
		.map((end) => {
			const [left, right] = [inSight(end.left, height), inSight(end.right, height)];
			const path = shape([
				{ x: 0, ...left },
				{ x: width, ...right }
			]);
			const y = (left.top + left.bottom + right.top + right.bottom) / 4;
			return { key: end.key, kind: end.kind, label: end.label, path: path ?? '', y };
		});
	const taken: number[] = [];
	const keep = new Set<string>();
	for (const wanted of [true, false])
		for (const one of drawn) {
			if (
				(one.kind === 'conflicts') !== wanted ||
				!one.label ||
				taken.some((y) => Math.abs(y - one.y) < LABEL)
			)
				continue;
			taken.push(one.y);
			keep.add(one.key);
		}
	// Conflicts are drawn last, over the others.
	return drawn
		.map((one) => (keep.has(one.key) ? one : { ...one, label: '' }))
		.sort((a, b) => Number(a.kind === 'conflicts') - Number(b.kind === 'conflicts'));
}
