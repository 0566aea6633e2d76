import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ComparisonSchema } from '#lib/model/index.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'lateral.mjs');

type Ended = { code: number; out: string; err: string };

/** Runs `lateral` as a person would, from another folder than Lateral's. */
function lateral(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const options = { cwd: tmpdir(), maxBuffer: 64 * 1024 * 1024 };
		const child = execFile(process.execPath, [PROGRAM, ...args], options, (_, out, err) => {
			resolve({ code: child.exitCode ?? 1, out, err });
		});
	});
}

const TEXTS = {
	north:
		'Mill closes\n\nThe mill on Ash Street closed on Monday. Forty people lost their jobs, the owner said.\n',
	south:
		'Mill shut\n\nThe mill on Ash Street closed on Tuesday. Sixty people lost their jobs, the union said.\n'
};

let folder: string;
let data: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lateral-cli-'));
	data = join(folder, 'store');
	await writeEvent(['north', 'south']);
	for (const [id, text] of Object.entries(TEXTS)) await writeFile(join(folder, `${id}.txt`), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writeEvent(ids: string[]): Promise<void> {
	const accounts = ids.map((id) => ({ id, file: `${id}.txt`, outlet: `${id} post`, kind: 'outlet' }));
	await writeFile(join(folder, 'event.json'), JSON.stringify({ event: 'mill', title: 'The mill', accounts }));
}

describe('lateral compare', () => {
	it('prints one comparison document, the same bytes in any order of accounts', async () => {
		const first = await lateral('compare', folder, '--json');
		await writeEvent(['south', 'north']);
		const second = await lateral('compare', folder, '--json');
		expect(first.code).toBe(0);
		expect(v.is(ComparisonSchema, JSON.parse(first.out))).toBe(true);
		expect(second.out).toBe(first.out);
	});

	it('prints a lineup to read, and says on standard error how far it is', async () => {
		const { code, out, err } = await lateral('compare', folder);
		expect(code).toBe(0);
		expect(out).toMatch(/^# The mill\n/);
		expect(out).toContain('north post');
		expect(err).toContain('Reading accounts (2)');
	});

	it('fails with the reason for a folder without event.json, and prints no result', async () => {
		const { code, out, err } = await lateral('compare', join(folder, 'nowhere'), '--json');
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toContain('There is no event.json in');
	});
});

describe('lateral verify, backup, restore and compact', () => {
	it('name what is damaged, and bring a copy back as it was', async () => {
		const kept = await lateral('import', folder, '--data', join(data, '..', 'a'));
		const id = kept.out.trim();
		const [copy, back] = [join(data, '..', 'copy'), join(data, '..', 'back')];
		const out = async (...args: string[]) => (await lateral(...args)).out;
		expect(await out('verify', join(data, '..', 'a'))).toBe('1 event whole, 0 not.\n');
		expect(await out('backup', copy, '--data', join(data, '..', 'a'))).toBe(`1 event copied to '${copy}'.\n`);
		expect(await out('compact', copy)).toBe('1 event compacted.\n');
		expect(await out('restore', copy, '--data', back)).toBe(`1 event restored to '${back}'.\n`);
		expect(await out('export', id, '--json', '--data', back)).toBe(
			await out('export', id, '--json', '--data', join(data, '..', 'a'))
		);
		const again = await lateral('restore', copy, '--data', back);
		expect([again.code, again.err]).toEqual([1, expect.stringContaining('holds events already')]);
		const [name] = (await readdir(join(copy, 'events', id))).filter((one) => one.startsWith('snapshot'));
		await writeFile(join(copy, 'events', id, name!), 'not what was written');
		const verified = await lateral('verify', copy);
		expect(verified.code).toBe(1);
		expect(verified.out).toContain(`cannot be read: ${join(copy, 'events', id)}`);
		expect((await lateral('backup', join(data, '..', 'c'), '--data', copy)).code).toBe(1);
	});
});

describe('lateral import and export', () => {
	it('keep an event and give it back as compare would print it', async () => {
		const kept = await lateral('import', folder, '--data', data);
		expect(kept.code).toBe(0);
		expect(kept.out).toMatch(/^[0-9A-Z]{26}\n$/);
		expect(await readFile(join(data, 'events', kept.out.trim(), 'snapshot.1.json'), 'utf8')).toContain(
			'Ash Street'
		);
		const [compared, byId, byName] = await Promise.all([
			lateral('compare', folder, '--json'),
			lateral('export', kept.out.trim(), '--json', '--data', data),
			lateral('export', 'mill', '--json', '--data', data)
		]);
		expect(byId.out).toBe(compared.out);
		expect(byName.out).toBe(compared.out);
	});

	it('give the claims for machines, and name the forms there are when asked for another', async () => {
		const { out } = await lateral('export', 'mill', '--format', 'jsonld', '--data', data);
		const graph = (JSON.parse(out) as { '@graph': Record<string, unknown>[] })['@graph'];
		expect(graph.map(({ text }) => text)).toContain('The mill on Ash Street closed on Monday');
		const none = await lateral('export', 'mill', '--format', 'pdf', '--data', data);
		expect(none).toMatchObject({
			code: 2,
			out: '',
			err: expect.stringContaining('json, md, jsonld') as string
		});
	});

	it('name the events there are when asked for another', async () => {
		const { code, err } = await lateral('export', 'ferry', '--data', data);
		expect(code).toBe(1);
		expect(err).toContain("There is no event 'ferry'. Choose by id:");
		expect(err).toContain('mill');
	});

	it('leave a folder alone that is not a store', async () => {
		const { code, err } = await lateral('import', folder, '--data', folder);
		expect(code).toBe(1);
		expect(err).toContain('holds files that are not from Lateral');
	});
});

describe('lateral export --zip', () => {
	it('writes an event that import takes back as it was, and the engine comes to again', async () => {
		const file = join(folder, 'mill.zip');
		const kept = await lateral('import', folder, '--data', data);
		const written = await lateral('export', kept.out.trim(), '--zip', file, '--data', data);
		expect(written).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f]{64}\n$/) as string });
		const again = await lateral('import', file, '--data', data);
		expect(again.err).toContain('give the same comparison byte for byte');
		expect(again.err).toContain(written.out.trim());
		const [before, after] = await Promise.all(
			[kept, again].map(({ out }) => lateral('export', out.trim(), '--json', '--data', data))
		);
		expect(after!.out).toBe(before!.out);
		const twice = await lateral('export', kept.out.trim(), '--zip', file, '--data', data);
		expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('already') as string });
	});
});

describe('lateral explain', () => {
	it('shows claims with how they are said', async () => {
		const { code, out, err } = await lateral('explain', join(folder, 'north.txt'));
		expect(code).toBe(0);
		expect(out).toContain('said:');
		expect(err).toMatch(/\d+ claims\./);
	});
});

describe('lateral', () => {
	it('tells its commands and exit codes with --help, and its version', async () => {
		const [help, version] = await Promise.all([lateral('--help'), lateral('--version')]);
		expect(help).toMatchObject({ code: 0, err: '' });
		for (const word of ['compare', 'import', 'export', 'explain', 'Exit codes'])
			expect(help.out).toContain(word);
		expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
	});

	it.each([
		[[]],
		[['fly']],
		[['compare']],
		[['compare', 'a', 'b']],
		[['compare', 'a', '--json', '--md']],
		[['compare', 'a', '--data', 'x']],
		[['compare', 'a', '--nonsense']],
		[['toString', 'a']]
	])('answers a wrong command line with exit code 2: %j', async (args) => {
		const { code, out, err } = await lateral(...args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain('See lateral --help.');
	});
});
