import { area, curveBumpX } from 'd3';
import type { RelationKind } from '#lib/model/index.ts';

/** Where a claim stands in its column, in pixels from the column's top as it is scrolled. */
export type Extent = { top: number; bottom: number };
export type RibbonEnds = { key: string; kind: RelationKind; label: string; left: Extent; right: Extent };
/** A ribbon and the middle of its label; the label is empty where there is no room for it. */
export type Ribbon = { key: string; kind: RelationKind; path: string; label: string; x: number; y: number };

export type RibbonSize = { width: number; height: number };

/** Height that a label takes, and the width of one of its letters on average. */
const LABEL = 18;
const LETTER = 6.4;
/** Where along a ribbon its label may stand, the best place first: ribbons cross, but seldom everywhere. */
const PLACES = [0.5, 0.36, 0.64, 0.25, 0.75];
/** What matters more has its label first. */
const FIRST: readonly RelationKind[] = ['conflicts', 'update', 'differs', 'agrees'];
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

/** A point on the middle of a ribbon, at a share `t` of its way; the curve is the one that `curveBumpX` draws. */
function onTheWay(t: number, from: number, to: number): { x: number; y: number } {
	const u = 1 - t;
	const turn = 3 * t * u;
	return { x: turn / 2 + t ** 3, y: from * (u ** 3 + turn * u) + to * (turn * t + t ** 3) };
}

type Box = { x: number; y: number; half: number };
const covers = (a: Box, b: Box) => Math.abs(a.y - b.y) < LABEL && Math.abs(a.x - b.x) < a.half + b.half;

/**
 * Ribbons between matched claims, as paths in a gutter of `size`. One is drawn while either end is in sight.
 * Labels stand on their ribbon: conflicts take their places first, and one that would cover another everywhere, or
 * that the gutter is too narrow for, is left out.
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
			const middle = [(left.top + left.bottom) / 2, (right.top + right.bottom) / 2] as const;
			return { key: end.key, kind: end.kind, label: end.label, path: path ?? '', middle };
		});
	const taken: Box[] = [];
	const places = new Map<string, Box>();
	for (const kind of FIRST)
		for (const one of drawn) {
			if (one.kind !== kind || !one.label) continue;
			const half = (one.label.length * LETTER) / 2 + 3;
			const place = PLACES.map((t) => onTheWay(t, ...one.middle))
				.map(({ x, y }) => ({ x: x * width, y, half }))
				.find(
					(box) =>
						box.x - half >= 0 &&
						box.x + half <= width &&
						box.y >= LABEL / 2 &&
						box.y <= height - LABEL / 2 &&
						!taken.some((other) => covers(box, other))
				);
			if (!place) continue;
			taken.push(place);
			places.set(one.key, place);
		}
	// Conflicts are drawn last, over the others.
	return drawn
		.map(({ key, kind, label, path }) => {
			const place = places.get(key);
			return { key, kind, path, label: place ? label : '', x: place?.x ?? 0, y: place?.y ?? 0 };
		})
		.sort((a, b) => Number(a.kind === 'conflicts') - Number(b.kind === 'conflicts'));
}
