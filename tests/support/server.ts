import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Lateral of its own, as `npm start` runs it. */
export type OwnServer = {
	origin: string;
	stop(): Promise<void>;
	/** The code that it ends with. */
	ended: Promise<number | null>;
	said(): string;
};

/** An empty place for a data folder. */
export function newDataFolder(): string {
	return join(mkdtempSync(join(tmpdir(), 'lateral-e2e-')), 'store');
}

/** Runs a `lateral` command, with `input` as what is typed; gives its exit code and what it said to a person. */
export async function lateral(args: readonly string[], input = ''): Promise<{ code: number; said: string }> {
	const child = spawn(process.execPath, ['bin/lateral.mjs', ...args]);
	const said = listen(child);
	child.stdin.end(input);
	const [code] = (await once(child, 'close')) as [number];
	return { code, said: said() };
}

/** Starts a server and waits until it answers; null, and what it said, when it ends instead. */
export async function startServer(
	args: readonly string[],
	environment: Record<string, string> = {}
): Promise<{ server: OwnServer | null; said: string }> {
	const child = spawn(process.execPath, ['bin/start.mjs', ...args], {
		env: { ...process.env, ...environment }
	});
	const heard = listen(child);
	const ended = once(child, 'close').then(([code]) => code as number | null);
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	const address = new Promise<string>((resolve) =>
		child.stdout.on('data', () => {
			const found = /Lateral is at (\S+)/.exec(heard());
			if (found !== null) resolve(found[1]!);
		})
	);
	const origin = await Promise.race([address, ended.then(() => null)]);
	return { server: origin === null ? null : { origin, stop, ended, said: heard }, said: heard() };
}

function listen({ stdout, stderr }: ChildProcess): () => string {
	let heard = '';
	for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (heard += chunk.toString()));
	return () => heard;
}
