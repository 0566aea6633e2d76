/**
 * Does outside a container what the Dockerfile does inside one: its copies, its commands, its start, its health check
 * and its stop; and reads Dockerfile and compose.yaml as Docker would. Ends with 1 and says so where something fails.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..', '..');

/** Milliseconds in which a start must answer. */
const PATIENCE = 30_000;

function fail(what: string): never {
	console.error(what);
	process.exit(1);
}

const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
for (const { message, range } of validate(text)) fail(`Dockerfile, line ${range.start.line + 1}: ${message}`);

const lines = text.split('\n').filter((line) => /^[A-Z]/.test(line));
const each = (name: string) =>
	lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const command = (line: string) => JSON.parse(line.slice(line.indexOf('['))) as string[];
const user = each('USER').at(-1);
if (user === undefined || user === 'root') fail('The container would run as root.');

type Service = { build?: string; image?: string; volumes?: string[]; ports?: string[] };
const compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8')) as {
	services: Record<string, Service>;
	volumes: Record<string, unknown>;
};
const [mount] = compose.services.lateral?.volumes ?? [];
const [volume, place] = mount?.split(':') ?? [];
if (!volume || !(volume in compose.volumes) || place !== each('VOLUME')[0])
	fail('compose.yaml mounts no volume where the Dockerfile keeps the data.');

const folder = mkdtempSync(join(tmpdir(), 'lateral-container-'));
const [app, data] = [join(folder, 'app'), join(folder, 'data')];
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What `COPY . .` would bring: the files of the checkout, less those that .dockerignore names. */
function copyFiles(): void {
	const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
	const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
		cwd: ROOT,
		encoding: 'utf8'
	})
		.split('\0')
		.filter((file) => file !== '' && !ignored.some((name) => file === name || file.startsWith(`${name}/`)));
	for (const file of files) {
		mkdirSync(dirname(join(app, file)), { recursive: true });
		cpSync(join(ROOT, file), join(app, file), { preserveTimestamps: true });
	}
}

const port = await new Promise<number>((resolve) => {
	const server = createServer().listen(0, () => {
		const { port: free } = server.address() as { port: number };
		server.close(() => resolve(free));
	});
});
const settings = Object.fromEntries(
	each('ENV')
		.flatMap((line) => line.split(' '))
		.map((pair) => pair.split('='))
);
const env = {
	...process.env,
	...settings,
	LATERAL_PORT: String(port),
	LATERAL_DATA: data,
	LATERAL_HOST: '127.0.0.1'
};

function run(words: string[], input?: string): number {
	const { status, stderr } = spawnSync(words[0]!, words.slice(1), { cwd: app, env, input, encoding: 'utf8' });
	if (status !== 0 && stderr) console.error(stderr);
	return status ?? 1;
}

copyFiles();
for (const line of each('RUN')) {
	// The folder for the data is made as a user of the image.
	if (line.startsWith('mkdir ')) mkdirSync(data);
	else if (run(['sh', '-c', line]) !== 0) fail(`RUN ${line} failed.`);
}
if (run(['node', 'bin/lateral.mjs', 'passcode', 'owner'], 'a passcode for the rehearsal\n') !== 0)
	fail('A passcode cannot be set in an empty volume.');
const [start] = each('CMD').map(command);
const [health] = each('HEALTHCHECK').map(command);
if (!start || !health) fail('The Dockerfile has no CMD or no HEALTHCHECK.');
const server = spawn(start[0]!, start.slice(1), { cwd: app, env, stdio: 'inherit' });
const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
const until = Date.now() + PATIENCE;
while (run(health) !== 0) {
	if (Date.now() > until || server.exitCode !== null) fail('The health check does not pass.');
	await new Promise((resolve) => setTimeout(resolve, 250));
}
server.kill('SIGTERM');
if ((await ended) !== 0) fail('The server does not end cleanly on SIGTERM.');
if (run(health) === 0) fail('The health check passes with no server.');
console.log('The Dockerfile’s commands work outside a container too.');
