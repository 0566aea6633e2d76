import { area, curveBumpX } from 'd3';
import type { FlowOrigin, FlowPasser, FlowPath, Origins } from './origins.ts';
import type { Tone } from './tones.ts';

export type FlowNode = {
	id: string;
	name: string;
	named: boolean;
	y: number;
	height: number;
	tone: Tone;
	claims: number;
	accounts: number;
	/** Set on the node that stands for all the smaller ones: how many they are. */
	others?: number;
};

export type FlowRibbon = FlowPath & { key: string; path: string; tone: Tone; named: boolean };

export type Flow = {
	origins: FlowNode[];
	passers: FlowNode[];
	accounts: FlowNode[];
	/** Paths in a drawing 100 wide, to be stretched to the width there is. */
	ribbons: FlowRibbon[];
	height: number;
};

/** Most nodes in the first two columns; the rest stands together. */
const MOST = { origins: 12, passers: 6 };
/** Height that the claims of the fullest column take together, and what a node's two lines of words need. */
const BODY = 420;
const SLOT = 38;
const GAP = 10;
/** Thinnest node. */
const THIN = 3;

export const REST = 'rest of the origins';
const REST_PASSERS = 'rest of those who passed on';

const TONES: readonly Tone[] = [1, 2, 3, 4];

type Kept<T> = { nodes: (T & { others?: number })[]; nameOf: (id: string) => string };

/** The first so many, and one that stands for the others where there are two or more of them. */
function keep<T extends FlowOrigin | FlowPasser>(all: readonly T[], most: number, rest: string): Kept<T> {
	if (all.length <= most + 1) return { nodes: [...all], nameOf: (id) => id };
	const others = all.slice(most);
	const known = new Set(all.slice(0, most).map((one) => one.id));
	const one = {
		...others[0]!,
		id: rest,
		name: '',
		named: true,
		claims: others.reduce((sum, other) => sum + other.claims, 0),
		accounts: [...new Set(others.flatMap((other) => other.accounts))],
		others: others.length
	};
	return { nodes: [...all.slice(0, most), one], nameOf: (id) => (known.has(id) ? id : rest) };
}

/** Paths between the nodes that are drawn. */
function drawnPaths(
	data: Origins,
	origin: (id: string) => string,
	passer: (id: string) => string
): FlowPath[] {
	const found = new Map<string, FlowPath>();
	for (const path of data.paths) {
		const drawn = { ...path, origin: origin(path.origin), passer: path.passer && passer(path.passer) };
		const key = [drawn.origin, drawn.passer ?? '', drawn.account].join('\n');
		const known = found.get(key);
		if (known) known.claims += path.claims;
		else found.set(key, drawn);
	}
	return [...found.values()];
}

/** Where the claims of a node end up, on average: nodes in this order cross least. */
function centres(paths: readonly FlowPath[], end: 'origin' | 'passer', rank: ReadonlyMap<string, number>) {
	const sums = new Map<string, [number, number]>();
	for (const path of paths) {
		const id = path[end];
		if (id === null) continue;
		const [sum, weight] = sums.get(id) ?? [0, 0];
		sums.set(id, [sum + (rank.get(path.account) ?? 0) * path.claims, weight + path.claims]);
	}
	return (id: string) => {
		const [sum, weight] = sums.get(id) ?? [0, 1];
		return sum / weight;
	};
}

type Placed = { id: string; claims: number };

function stack<T extends Placed>(
	nodes: readonly T[],
	unit: number
): { node: T; y: number; height: number }[] {
	let y = 0;
	return nodes.map((node) => {
		const height = Math.max(THIN, node.claims * unit);
		const slot = Math.max(SLOT, height);
		const place = { node, y: y + (slot - height) / 2, height };
		y += slot + GAP;
		return place;
	});
}

/** Heights from top to bottom of a column, so that a shorter one can stand in the middle. */
function total(column: readonly { y: number; height: number }[]): number {
	const last = column.at(-1);
	return last ? last.y + Math.max(last.height, (SLOT + last.height) / 2) : 0;
}

type Ends = { x: number; top: number; bottom: number };

/**
 * The flow as a drawing: origins, those who passed on, accounts, with ribbons as thick as the claims that took
 * that way. Only origins that reach two accounts or more have a colour of their own (`few` colours all).
 */
export function originFlow(data: Origins): Flow {
	const kept = keep(data.origins, MOST.origins, REST);
	const keptPassers = keep(data.passers, MOST.passers, REST_PASSERS);
	const paths = drawnPaths(data, kept.nameOf, keptPassers.nameOf);
	const rank = new Map(data.accounts.map((account, at) => [account.id, at]));
	const all = paths.reduce((sum, path) => sum + path.claims, 0);
	const unit = Math.min(14, BODY / Math.max(1, all));
	const centre = centres(paths, 'origin', rank);
	const last = (node: { others?: number }) => (node.others ? 1 : 0);
	const first = [...kept.nodes].sort(
		(a, b) => last(a) - last(b) || centre(a.id) - centre(b.id) || (a.id < b.id ? -1 : 1)
	);
	const middleCentre = centres(paths, 'passer', rank);
	const middle = [...keptPassers.nodes].sort(
		(a, b) => last(a) - last(b) || middleCentre(a.id) - middleCentre(b.id) || (a.id < b.id ? -1 : 1)
	);
	const columns = [stack(first, unit), stack(middle, unit), stack(data.accounts, unit)] as const;
	const height = Math.max(...columns.map(total));
	for (const column of columns) {
		const shift = (height - total(column)) / 2;
		for (const place of column) place.y += shift;
	}
	const shared = kept.nodes.filter(
		(node) => !node.others && (node.accounts.length > 1 || kept.nodes.length <= 4)
	);
	const tones = new Map(shared.slice(0, TONES.length).map((node, at) => [node.id, TONES[at]!]));
	const toneOf = (id: string): Tone => tones.get(id) ?? 'rest';
	return {
		origins: columns[0].map(({ node, y, height: tall }) => ({
			id: node.id,
			name: node.name,
			named: node.named,
			y,
			height: tall,
			tone: toneOf(node.id),
			claims: node.claims,
			accounts: node.accounts.length,
			...(node.others ? { others: node.others } : {})
		})),
		passers: columns[1].map(({ node, y, height: tall }) => ({
			id: node.id,
			name: node.name,
			named: node.named,
			y,
			height: tall,
			tone: 'none',
			claims: node.claims,
			accounts: node.accounts.length,
			...(node.others ? { others: node.others } : {})
		})),
		accounts: columns[2].map(({ node, y, height: tall }) => ({
			id: node.id,
			name: node.name,
			named: true,
			y,
			height: tall,
			tone: 'none',
			claims: node.claims,
			accounts: 1
		})),
		ribbons: ribbonsOf(paths, columns, unit, (id) => ({
			tone: toneOf(id),
			named: kept.nodes.find((node) => node.id === id)?.named ?? true
		})),
		height
	};
}

function ribbonsOf(
	paths: readonly FlowPath[],
	columns: readonly (readonly { node: Placed; y: number; height: number }[])[],
	unit: number,
	look: (origin: string) => { tone: Tone; named: boolean }
): FlowRibbon[] {
	const shape = area<Ends>()
		.x((end) => end.x)
		.y0((end) => end.top)
		.y1((end) => end.bottom)
		.curve(curveBumpX);
	const [from, by, to] = columns.map((column) => new Map(column.map((place) => [place.node.id, place])));
	const used = new Map<string, number>();
	/** The next free part of a node's side. */
	const take = (
		side: string,
		place: { node: Placed; y: number; height: number } | undefined,
		claims: number
	) => {
		if (!place) return { top: 0, bottom: 0 };
		const key = `${side}\n${place.node.id}`;
		const done = used.get(key) ?? 0;
		used.set(key, done + claims);
		const one = place.height / Math.max(1, place.node.claims);
		return { top: place.y + done * one, bottom: place.y + (done + claims) * one };
	};
	const y = (map: typeof from, id: string | null) => (id === null ? 0 : (map?.get(id)?.y ?? 0));
	const ribbons: FlowRibbon[] = [];
	const outward = [...paths].sort(
		(a, b) => y(from, a.origin) - y(from, b.origin) || y(to, a.account) - y(to, b.account)
	);
	const inward = [...paths].sort(
		(a, b) => y(to, a.account) - y(to, b.account) || y(from, a.origin) - y(from, b.origin)
	);
	const starts = new Map(outward.map((path) => [path, take('out', from?.get(path.origin), path.claims)]));
	const ends = new Map(inward.map((path) => [path, take('in', to?.get(path.account), path.claims)]));
	const via = new Map(
		outward.flatMap((path) =>
			path.passer ? [[path, take('via', by?.get(path.passer), path.claims)] as const] : []
		)
	);
	for (const path of outward) {
		const points: Ends[] = [{ x: 0, ...starts.get(path)! }];
		const between = via.get(path);
		if (between) points.push({ x: 50, ...between });
		points.push({ x: 100, ...ends.get(path)! });
		ribbons.push({
			...path,
			...look(path.origin),
			key: [path.origin, path.passer ?? '', path.account].join('\n'),
			path: shape(points) ?? ''
		});
	}
	return unit > 0 ? ribbons : [];
}
