/** How fast the engine reads and compares, beside other libraries. */
import compromise from 'compromise';
import Fuse from 'fuse.js';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createEngine } from '#lib/engine/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { generateAccounts } from './generate.ts';

function timed<T>(work: () => T): [seconds: number, result: T] {
	const from = performance.now();
	const result = work();
	return [(performance.now() - from) / 1000, result];
}

function median(runs: number, work: () => unknown): number {
	const times = Array.from({ length: runs }, () => timed(work)[0]).sort((a, b) => a - b);
	return times[Math.floor(times.length / 2)]!;
}

/** Prints how fast accounts are read and compared, for events of so many accounts, beside other libraries. */
export function measureEngine(sizes: readonly number[]): void {
	const [load, engine] = timed(() => createEngine(loadLexicon()));
	console.log(`load engine                        ${load.toFixed(2)} s`);

	const reading = generateAccounts(40, 7);
	const characters = reading.reduce((sum, account) => sum + account.text.length, 0);
	const wink = winkNLP(model);
	const readers: Record<string, (text: string, index: number) => unknown> = {
		'lateral, claims': (_, index) => engine.extract(reading[index]!),
		'wink-nlp, full pipe': (text) => wink.readDoc(text).tokens().length(),
		'compromise, sentences and people': (text) => {
			const doc = compromise(text);
			return [doc.sentences().length, doc.people().length];
		}
	};
	const speeds = Object.entries(readers).map(([name, read]) => {
		const pass = () => reading.forEach((account, index) => read(account.text, index));
		pass();
		return [name, characters / median(3, pass)] as const;
	});
	const own = speeds[0]![1];
	for (const [name, speed] of speeds) {
		const articles = speed / 4_800;
		console.log(
			`read: ${name.padEnd(34)} ${articles.toFixed(0).padStart(5)} articles of 800 words a second  ${(own / speed).toFixed(2)} of ours`
		);
	}

	let previous: { size: number; each: number } | undefined;
	for (const size of sizes) {
		const accounts = generateAccounts(size);
		const [seconds, comparison] = timed(() => engine.compare({ id: 'flood', title: 'Flood' }, accounts));
		const each = seconds / size;
		const memory = Math.round(process.memoryUsage().rss / 1e6);
		const growth = previous
			? `  ${(each / previous.each).toFixed(2)} times the time per account at ${previous.size}`
			: '';
		console.log(
			`compare ${String(size).padStart(5)} accounts  ${seconds.toFixed(2).padStart(7)} s  ${comparison.claims.length} claims  ${comparison.lines.length} lines  ${memory} MB${growth}`
		);
		previous = { size, each };
		if (size !== Math.min(100, ...sizes.filter((other) => other >= 100))) continue;
		const texts = comparison.claims.map((claim) => claim.text);
		const fuse = new Fuse(texts, { ignoreLocation: true, includeScore: true });
		const sample = texts.filter((_, index) => index % Math.ceil(texts.length / 20) === 0);
		const query = timed(() => sample.forEach((text) => fuse.search(text.slice(0, 120))))[0] / sample.length;
		const all = query * texts.length;
		console.log(
			`fuse.js, all pairs of ${texts.length} claims  ${all.toFixed(0)} s (from ${sample.length} queries)  ${(all / seconds).toFixed(0)} times the whole comparison`
		);
	}
}
