/**
 * Speeds of the event page in the built server: `npm run bench:pages`. A machine's speed is its own; each figure
 * stands beside what was promised for two cores.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openStore } from '#lib/server/store/index.ts';
import { launchOptions } from '../../tests/support/browser.ts';
import { benchEvent } from './event.ts';
import { FRAME, measureLoad, measurePanel, measureScroll } from './measure.ts';

const PORT = Number(process.env.BENCH_PORT ?? 4178);
const BASE = `http://localhost:${PORT}`;

async function keep(data: string, accounts: number, lines: number): Promise<string> {
	const store = await openStore(data);
	if (!store.ok) throw new Error(`The store cannot be opened: ${store.failure.code}`);
	const made = benchEvent(accounts, lines);
	const event = await store.value.create({
		name: `flood-${lines}`,
		title: `Flood, ${accounts} accounts`,
		what: undefined,
		when: undefined,
		sample: undefined,
		...made
	});
	await store.value.close();
	if (!event.ok) throw new Error(`The event cannot be kept: ${event.failure.code}`);
	return `${BASE}/events/${event.value.id}`;
}

async function answers(server: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
		if (
			await fetch(`${BASE}/readyz`).then(
				(answer) => answer.ok,
				() => false
			)
		)
			return;
		await new Promise((done) => setTimeout(done, 200));
	}
	throw new Error(`No server answers at ${BASE}; set BENCH_PORT to a free port.`);
}

function tell(what: string, value: string, promised: string): void {
	console.log(`${what.padEnd(52)} ${value.padStart(10)}   ${promised}`);
}

const data = await mkdtemp(join(tmpdir(), 'lateral-bench-'));
const small = await keep(data, 11, 60);
const large = await keep(data, 100, 300);
const server = spawn(process.execPath, ['bin/start.mjs', '--port', String(PORT), '--data', data], {
	stdio: 'ignore'
});
try {
	await answers(server);
	const browser = await chromium.launch(launchOptions());
	// The quickest of three: what else the machine does is not the page's doing.
	const loads = [];
	for (let run = 0; run < 3; run += 1) loads.push(await measureLoad(browser, small));
	const load = loads.sort((a, b) => a.paint - b.paint)[0]!;
	tell(
		'11 accounts, 60 lines: largest paint, 4x CPU, 1.6 Mbit',
		`${load.paint.toFixed(0)} ms`,
		'under 1500 ms'
	);
	tell('layout shift', load.shift.toFixed(3), 'under 0.05');
	tell('JavaScript, compressed', `${(load.script / 1000).toFixed(1)} kB`, 'under 90 kB');
	tell('everything, compressed', `${(load.all / 1000).toFixed(1)} kB`, '');
	tell('press to panel', `${(await measurePanel(browser, small)).toFixed(0)} ms`, 'under 100 ms');
	tell(
		'100 accounts, 300 lines: press to panel',
		`${(await measurePanel(browser, `${large}?lines=all`)).toFixed(0)} ms`,
		'under 100 ms'
	);
	tell(
		'longest task while scrolling',
		`${(await measureScroll(browser, `${large}?lines=all`)).toFixed(1)} ms`,
		`under ${FRAME} ms`
	);
	await browser.close();
} finally {
	server.kill();
	await rm(data, { recursive: true, force: true });
}
