import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import type { EventId } from '../../../src/lib/model/index.ts';
import { openStore, type FolderStore } from '../../../src/lib/server/store/index.ts';
import { must } from '../../../src/lib/server/store/invented.ts';
import { realProcesses } from '../../../src/lib/server/store/lock/process.ts';
import { randomFrom } from './random.ts';

/** Milliseconds in which a writer is killed after what it said last. */
const MOMENT = 8;

/** Milliseconds in which one is killed while it starts. */
const START = 120;

/** Kills after which the next folder is begun: a full one takes long to compare. */
const KILLS_A_FOLDER = 25;

/** A place for folders of tests, with the program that writes to them: one file, since a start must be quick. */
export class Workshop {
	readonly path = mkdtempSync(join(tmpdir(), 'lateral-crash-'));
	#made = 0;

	/** Makes a place with its program. */
	static async open(): Promise<Workshop> {
		const workshop = new Workshop();
		await build({
			configFile: false,
			logLevel: 'error',
			publicDir: false,
			build: {
				ssr: join(import.meta.dirname, 'writer.ts'),
				outDir: workshop.path,
				target: 'node20',
				rollupOptions: { output: { entryFileNames: 'writer.mjs' } }
			},
			ssr: { noExternal: true }
		});
		return workshop;
	}

	/** A folder that is not there yet. */
	newFolder(): string {
		return join(this.path, `store-${++this.#made}`);
	}

	/** Starts the program on a folder. */
	start(folder: string, seed = 1): Writer {
		return new Writer(join(this.path, 'writer.mjs'), folder, join(this.path, `said-${++this.#made}`), seed);
	}

	close(): Promise<void> {
		return rm(this.path, { recursive: true, force: true });
	}
}

/** A process that writes to a folder. */
class Writer {
	readonly child: ChildProcess;
	readonly ended: Promise<unknown>;
	readonly #heard: string;

	constructor(program: string, folder: string, heard: string, seed: number) {
		this.#heard = heard;
		// What was written to a file is there when the process is not; a pipe would have to be read in time.
		const file = openSync(heard, 'a');
		this.child = spawn(process.execPath, [program, folder, String(seed)], {
			stdio: ['ignore', file, 'inherit']
		});
		closeSync(file);
		this.ended = once(this.child, 'exit');
	}

	get pid(): number {
		return this.child.pid!;
	}

	/** Every whole line that it said so far. */
	said(): string[] {
		return readFileSync(this.#heard, 'utf8').split('\n').slice(0, -1);
	}

	/** Resolves when it has said so many lines, or ended. */
	async saying(lines: number): Promise<void> {
		while (this.said().length < lines && this.child.exitCode === null) await wait(2);
	}

	async kill(): Promise<void> {
		this.child.kill('SIGKILL');
		await this.ended;
	}
}

/** What is missing in a folder of the things that were said to be kept. */
async function missing(store: FolderStore, said: readonly string[]): Promise<string[]> {
	const lost: string[] = [...store.setAside, ...store.damaged.keys(), ...store.mended];
	const kept = new Map<string, Set<string>>();
	for (const line of said) {
		const [id = '', kind, name = ''] = line.split(' ');
		if (kind === undefined) continue;
		let names = kept.get(id);
		if (names === undefined) {
			const event = await store.get(id as EventId);
			names = new Set([
				...(event === null ? [] : [id]),
				...(event?.reviews ?? []).map((one) => one.id),
				...(event?.accounts ?? []).map((one) => one.id)
			]);
			kept.set(id, names);
		}
		if (!names.has(name)) lost.push(line);
	}
	return lost;
}

/**
 * Kills a process that writes, again and again at moments of chance, most after up to `writes` of its writes, and
 * compares what it said with what is there.
 */
export async function killLoop(
	workshop: Workshop,
	kills: number,
	writes: number
): Promise<{ kills: number; acknowledged: number; wrong: string[] }> {
	const random = randomFrom(kills);
	const wrong: string[] = [];
	let acknowledged = 0;
	let folder = '';
	let said: string[] = [];
	for (let at = 0; at < kills; at++) {
		if (at % KILLS_A_FOLDER === 0) {
			if (folder !== '') await rm(folder, { recursive: true, force: true });
			folder = workshop.newFolder();
			said = [];
		}
		const writer = workshop.start(folder, at);
		if (random() < 0.1) await wait(random() * START);
		else {
			await writer.saying(1 + random() * writes);
			await wait(random() * MOMENT);
		}
		await writer.kill();
		const heard = writer.said();
		const bad = heard.filter((line) => /^(refused|stopped)/.test(line));
		wrong.push(...bad);
		said.push(...heard.filter((line) => line !== 'open' && !bad.includes(line)));
		acknowledged += heard.length - bad.length - (heard[0] === 'open' ? 1 : 0);
		const opened = await openStore(folder);
		if (!opened.ok) {
			wrong.push(`kill ${at}: not opened: ${opened.failure.code}`);
			continue;
		}
		wrong.push(...(await missing(opened.value, said)).map((line) => `kill ${at}: lost ${line}`));
		await opened.value.close();
	}
	return { kills, acknowledged, wrong };
}

/** Lets two processes go for one folder, again and again. Gives the longest that a loser took, in milliseconds. */
export async function race(workshop: Workshop, races: number): Promise<{ slowest: number; wrong: string[] }> {
	const wrong: string[] = [];
	let slowest = 0;
	for (let at = 0; at < races; at++) {
		const folder = workshop.newFolder();
		const both = [workshop.start(folder), workshop.start(folder)];
		const from = performance.now();
		const loser = await Promise.race(both.map((writer) => writer.ended.then(() => writer)));
		slowest = Math.max(slowest, performance.now() - from);
		const winner = both.find((writer) => writer !== loser)!;
		await winner.saying(1);
		await winner.kill();
		const [verdict] = loser.said();
		if (verdict !== `refused store_in_use ${winner.pid} ${hostname()}`)
			wrong.push(`race ${at}: the loser said ${verdict}`);
		const store = must(await openStore(folder));
		const heard = winner.said();
		if (heard[0] !== 'open') wrong.push(`race ${at}: the winner said ${heard[0]}`);
		wrong.push(...(await missing(store, heard)).map((line) => `race ${at}: lost ${line}`));
		await store.close();
		await rm(folder, { recursive: true, force: true });
	}
	return { slowest, wrong };
}

/** Stops a holder until it counts as gone, lets another take over, and lets the first go on. */
export async function passOver(workshop: Workshop): Promise<{ wrong: string[] }> {
	const folder = workshop.newFolder();
	const writer = workshop.start(folder);
	await writer.saying(30);
	writer.child.kill('SIGSTOP');
	// A minute later nobody has heard of the holder.
	const processes = { ...realProcesses, now: () => Date.now() + 60_000 };
	const next = must(await openStore(folder, { processes }));
	const before = writer.said();
	const events = JSON.stringify(await next.list());
	const wrong = await missing(next, before);
	writer.child.kill('SIGCONT');
	await writer.ended;
	// What it was told before it was stopped, it may say after; what nobody but it knows, it must not.
	const after = writer.said().slice(before.length);
	if (!after.at(-1)?.includes('store_failed')) wrong.push(`the first holder went on: ${after.join('; ')}`);
	wrong.push(...(await missing(next, after.slice(0, -1))));
	await next.close();
	const last = must(await openStore(folder));
	if (JSON.stringify(await last.list()) !== events) wrong.push('the first holder changed something');
	await last.close();
	return { wrong };
}
