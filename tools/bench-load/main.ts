/**
 * How the pages of the built server fare while it analyses: `npm run bench:load`, or `-- --articles 200 --rate 10`.
 * Pages are asked for at a constant rate, so that a stall delays what comes after it and is not hidden.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Draft } from '#lib/model/index.ts';
import type { Fetched } from '#lib/server/fetch/index.ts';
import { createReadingWorker } from '#lib/server/jobs/create-worker.ts';
import { ThreadReader } from '#lib/server/jobs/thread-reader.ts';
import { generateAccounts } from '../bench/generate.ts';

const { values } = parseArgs({
	options: { articles: { type: 'string', default: '200' }, rate: { type: 'string', default: '10' } }
});
const ARTICLES = Number(values.articles);
const RATE = Number(values.rate);
const PORT = Number(process.env.BENCH_PORT ?? 4177);
const BASE = `http://localhost:${PORT}`;

/** Paragraphs of an article of about 800 words. */
const PARAGRAPHS = 23;

type Loop = { p50: number; p99: number; most: number; rss: number; cpu: number };
type Job = { id: string; state: string; progress?: { stage: string } };

const data = await mkdtemp(join(tmpdir(), 'lateral-load-'));
const report = join(data, '..', `${data.split('/').at(-1)}.json`);
const server = spawn(
	process.execPath,
	['--import', './tools/bench-load/loop-delay.mjs', 'bin/start.mjs', '--port', String(PORT), '--data', data],
	{ stdio: 'ignore', env: { ...process.env, LOOP_DELAY: report } }
);

async function answers(child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
		const isReady = await fetch(`${BASE}/readyz`).then(
			(answer) => answer.ok,
			() => false
		);
		if (isReady) return;
		await pause(200);
	}
	throw new Error(`No server answers at ${BASE}; set BENCH_PORT to a free port.`);
}

/** The loop's delay since the last call. */
async function loop(): Promise<Loop> {
	await rm(report, { force: true });
	server.kill('SIGUSR2');
	for (;;) {
		const text = await readFile(report, 'utf8').catch(() => '');
		if (text.endsWith('}')) return JSON.parse(text) as Loop;
		await pause(20);
	}
}

async function compare(title: string, accounts: ReturnType<typeof generateAccounts>): Promise<string> {
	const answer = await fetch(`${BASE}/api/v1/events`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: BASE },
		body: JSON.stringify({
			title,
			accounts: accounts.map(({ source, title: headline, text, publishedAt }) => ({
				source,
				title: headline,
				text,
				publishedAt
			}))
		})
	});
	if (!answer.ok) throw new Error(await answer.text());
	return ((await answer.json()) as { job: Job }).job.id;
}

/** Resolves with the milliseconds until the job has ended. */
async function done(id: string, from: number): Promise<number> {
	for (;;) {
		const job = (await (await fetch(`${BASE}/api/v1/jobs/${id}`)).json()) as Job;
		if (job.state === 'done') return performance.now() - from;
		if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`The job is ${job.state}.`);
		await pause(100);
	}
}

/** Resolves with the milliseconds until all accounts of the job have been read. */
async function read(id: string, from: number): Promise<number> {
	for (;;) {
		const { state, progress } = (await (await fetch(`${BASE}/api/v1/jobs/${id}`)).json()) as Job;
		if (state !== 'waiting' && progress !== undefined && progress.stage !== 'reading')
			return performance.now() - from;
		if (state === 'done' || state === 'failed') return performance.now() - from;
		await pause(50);
	}
}

/** The milliseconds that the reading thread takes for the articles as pages with all that stands around them. */
async function readPages(articles: ReturnType<typeof generateAccounts>): Promise<number> {
	const around = '<li><a href="/story">Another story that is told here</a></li>'.repeat(60);
	const page = ({ title, text }: (typeof articles)[number]): Fetched => ({
		address: 'https://paper.example.org/story',
		status: 200,
		type: 'text/html',
		text: `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><ul>${around}</ul></nav><article><h1>${title}</h1>${text
			.split('\n\n')
			.slice(1)
			.map((paragraph) => `<p class="body">${paragraph}</p>`)
			.join('')}</article><footer><ul>${around}</ul></footer></body></html>`,
		isGarbled: false,
		isUnchanged: false
	});
	const reader = new ThreadReader<Fetched, Draft>(createReadingWorker);
	await reader.read(page(articles[0]!));
	const from = performance.now();
	const drafts = await Promise.all(articles.map((article) => reader.read(page(article))));
	const took = performance.now() - from;
	await reader.close();
	const failed = drafts.find((draft) => !draft.ok);
	if (failed) throw new Error(`A page was not read: ${JSON.stringify(failed)}`);
	return took;
}

/** Asks for pages at the rate until `end` resolves; gives the milliseconds that each took, from when it was due. */
async function load(paths: readonly string[], end: Promise<unknown>): Promise<number[]> {
	const times: Promise<number>[] = [];
	let isOver = false;
	void end.finally(() => (isOver = true));
	const from = performance.now();
	for (let at = 0; !isOver; at += 1) {
		const due = from + (at * 1000) / RATE;
		await pause(Math.max(0, due - performance.now()));
		const ask = async () => {
			const answer = await fetch(BASE + paths[at % paths.length]!);
			await answer.arrayBuffer();
			if (!answer.ok) throw new Error(`${paths[at % paths.length]} answers ${answer.status}.`);
			return performance.now() - due;
		};
		times.push(ask());
	}
	return Promise.all(times);
}

function share(times: readonly number[], part: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function tell(what: string, value: string, promised = ''): void {
	console.log(`${what.padEnd(58)} ${value.padStart(10)}   ${promised}`);
}

try {
	await answers(server);
	type Event = { id: string; job?: Job };
	const { events } = (await (await fetch(`${BASE}/api/v1/events`)).json()) as { events: Event[] };
	for (const { job } of events) if (job) await done(job.id, 0);
	const sample = `/events/${events[0]!.id}`;
	const paths = [
		'/',
		sample,
		`${sample}/timeline`,
		'/search?q=people',
		'/new',
		`${sample}/origins`,
		'/sources'
	];
	// Once each, so that what is compiled at the first call is not measured.
	for (const path of paths) await fetch(BASE + path);
	await loop();
	const quiet = await load(paths, pause(5_000));
	const idle = await loop();
	tell('pages at rest, p95', `${share(quiet, 0.95).toFixed(0)} ms`);
	tell('event loop at rest, p99', `${idle.p99} ms`);

	const articles = generateAccounts(ARTICLES, 7, PARAGRAPHS);
	const pages = await readPages(articles);
	const computed = (await loop()).cpu;
	const alone = performance.now();
	const first = await compare('Flood alone', generateAccounts(ARTICLES, 8, PARAGRAPHS));
	const claims = await read(first, alone);
	const cores = ((await loop()).cpu - computed) / (claims / 1000);
	await done(first, alone);
	await loop();
	const from = performance.now();
	const large = await compare('Flood', articles);
	const all = done(large, from);
	const small = pause(1_000).then(async () => {
		const asked = performance.now();
		return done(await compare('Small flood', generateAccounts(3, 9, PARAGRAPHS)), asked);
	});
	const times = await load(paths, Promise.all([all, small]));
	const busy = await loop();
	tell(`${ARTICLES} articles of 800 words to a comparison`, `${((await all) / 1000).toFixed(1)} s`);
	const each = (pages + claims) / 1000 / ARTICLES;
	tell('pages of 800 words read, a second', (ARTICLES / (pages / 1000)).toFixed(0));
	tell('from page to claims, articles a second', (1 / each).toFixed(1), 'at least 20');
	// Others may use the machine too: what was had of it says how the figure is to be read.
	tell('cores that the reading of claims was given', cores.toFixed(2), 'of 2');
	tell('three articles that came a second later', `${((await small) / 1000).toFixed(1)} s`);
	tell(`pages meanwhile, ${times.length}: p50`, `${share(times, 0.5).toFixed(0)} ms`);
	tell('pages meanwhile, p95', `${share(times, 0.95).toFixed(0)} ms`, 'at most 400 ms');
	tell('pages meanwhile, slowest', `${share(times, 1).toFixed(0)} ms`);
	tell('event loop meanwhile, p99', `${busy.p99} ms`, 'at most 100 ms');
	tell('event loop meanwhile, longest', `${busy.most} ms`);
	tell('memory of the server', `${busy.rss} MB`);
} finally {
	server.kill();
	await once(server, 'exit');
	await rm(data, { recursive: true, force: true });
	await rm(report, { force: true });
}
