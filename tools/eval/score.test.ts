import { expect, it } from 'vitest';
import type { Claim, Comparison, Line, Relation } from '#lib/model/index.ts';
import { pool } from './counts.ts';
import { figuresOf, type Figures } from './figures.ts';
import { readGold, type Gold, type GoldClaim } from './gold.ts';
import { kindOfPair } from './pairs.ts';
import { findFalls } from './quality.ts';
import { readFolders, SAMPLES, type Folder } from './samples.ts';
import { score } from './score.ts';
import { readBounds } from './values.ts';

const folders = await readFolders(SAMPLES);

function claimOf(gold: GoldClaim, folder: Folder): Claim {
	const { id, account, start, end, certainty, voice, holder } = gold;
	const text = folder.accounts.find((one) => one.id === account)!.text.slice(start, end);
	const link = (name: string, index: number) => ({
		name,
		named: voice !== 'unnamed' || index < gold.attribution.length - 1,
		start,
		end: start
	});
	const bounds = gold.value === undefined ? null : readBounds(gold.value);
	const kind = bounds && (bounds.from ?? bounds.to) !== undefined ? 'date' : 'number';
	return {
		...{ id, account, start, end, text, certainty, voice, holder },
		attribution: gold.attribution.map(link),
		values: bounds ? [{ kind, start, end, text, ...bounds }] : []
	};
}

/** The gold as if an engine had said it, but for the changes that a test makes. */
function ceiling(gold: Gold, folder: Folder, relate = kindOfPair): Comparison {
	const claims = gold.lines.flatMap((line) => line.claims);
	const lines = gold.lines.map(({ id, title, origins, claims: mine }): Line => {
		const disputed = gold.conflicts.some(({ a }) => a.some((claim) => claim.line === id));
		return {
			...{ id, title, silent: [], unknown: [] },
			state: disputed ? 'disputed' : 'agreed',
			versions: [{ id, label: '', claims: mine.map((claim) => claim.id) }],
			origins: Array.from({ length: origins }, (_, n) => ({ name: `${n}`, named: true, accounts: [] }))
		};
	});
	const relations = claims.flatMap((x, index) =>
		claims.slice(0, index).flatMap((y): Relation[] => {
			const kind = relate(gold, x, y);
			if (kind === 'none' || (x.account === y.account && kind !== 'conflicts')) return [];
			return [{ a: x.id, b: y.id, kind, reason: { code: kind, text: '', evidence: [] }, score: 1 }];
		})
	);
	return {
		format: 'lateral-comparison/1',
		engine: { version: '0', rules: '0' },
		event: { id: folder.id, title: folder.title },
		accounts: [],
		claims: claims.map((claim) => claimOf(claim, folder)),
		lines,
		relations
	};
}

function figures(change: (comparison: Comparison) => Comparison, relate = kindOfPair): Figures {
	return figuresOf(
		pool(
			folders.map((folder) => {
				const gold = readGold(folder.dir, folder.accounts);
				return score(gold, change(ceiling(gold, folder, relate)), folder.accounts);
			})
		)
	);
}

const perfect = figures((comparison) => comparison);

it('gives an engine that says what the gold says the best figure everywhere, but for quotes, which it does not look at', () => {
	const worse = Object.entries(perfect).filter(
		([name, { value, n, better }]) =>
			!name.includes('quotes') && n > 0 && better !== 'neither' && value !== (better === 'higher' ? 1 : 0)
	);
	// Where one sentence holds two gold claims, a reader may take the one for the other.
	expect(
		worse.filter(([, { value, better }]) => Math.abs(value - (better === 'higher' ? 1 : 0)) > 0.05)
	).toEqual([]);
});

it('gives an engine that finds nothing no right figure', () => {
	const empty = figures((comparison) => ({ ...comparison, claims: [], lines: [], relations: [] }));
	const right = Object.entries(empty).filter(([, { value, better }]) => better === 'higher' && value > 0);
	expect(right).toEqual([]);
	expect(findFalls(perfect, empty).length).toBeGreaterThan(10);
	expect(findFalls(empty, empty)).toEqual([]);
});

it('lowers alignment, and nothing about single claims, when all claims are put into one line', () => {
	const one = figures((comparison) => ({
		...comparison,
		lines: [{ ...comparison.lines[0]!, versions: comparison.lines.flatMap((line) => line.versions) }]
	}));
	expect(one['alignment recall']!.value).toBe(1);
	expect(one['alignment precision']!.value).toBeLessThan(0.2);
	expect(one.holder).toEqual(perfect.holder);
});

it('counts an update and a near miss that are called conflicts, and finds fault with the relation', () => {
	const all = figures(
		(comparison) => comparison,
		(gold, x, y) => {
			const kind = kindOfPair(gold, x, y);
			return kind === 'differs' || kind === 'update' ? 'conflicts' : kind;
		}
	);
	expect(all['updates called conflicts']!.value).toBe(1);
	expect(all['updates found']!.value).toBe(0);
	expect(all['near misses called conflicts']!.value).toBeGreaterThan(0.3);
	expect(all['conflicts precision']!.value).toBeLessThan(perfect['conflicts precision']!.value);
	expect(all['conflicts recall']!.value).toBe(1);
});

it('sees every holder wrong when all claims are put into the accounts’ own mouths', () => {
	const own = figures((comparison) => ({
		...comparison,
		claims: comparison.claims.map((claim) => ({ ...claim, voice: 'own', holder: '?', attribution: [] }))
	}));
	expect(own.holder!.value).toBe(0);
	expect(own.voice!.value).toBeLessThan(0.7);
	expect(own['claims found']).toEqual(perfect['claims found']);
});
