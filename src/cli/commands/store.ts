import { existsSync } from 'node:fs';
import { readConfig } from '#lib/server/config.ts';
import { copyStore, openStore } from '#lib/server/store/index.ts';
import { EXIT, tellFailure, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

/** `3 events`, `1 event`. */
const events = (n: number) => `${n} ${n === 1 ? 'event' : 'events'}`;

function absent(folder: string, terminal: Terminal): number {
	terminal.err(`There is no data folder '${folder}'.\n`);
	return EXIT.failed;
}

export const verifyCommand: Command = {
	usage: 'verify FOLDER',
	about:
		'Reads every event of a data folder, and names each file that is not as it was written. Changes nothing.',
	options: [],
	argument: 'FOLDER',
	async run(folder, _options, terminal) {
		if (!existsSync(folder)) return absent(folder, terminal);
		const store = await openStore(folder, { access: 'read' });
		if (!store.ok) {
			tellFailure(terminal, store.failure);
			return EXIT.failed;
		}
		const { setAside, damaged, mended } = store.value;
		const kept = [...(await store.value.list()), ...(await store.value.bin())];
		await store.value.close();
		for (const path of setAside) terminal.out(`cannot be read: ${path}\n`);
		for (const { file, at } of damaged.values()) terminal.out(`whole up to ${at}, damaged after: ${file}\n`);
		for (const file of mended) terminal.out(`damaged, with nothing lost: ${file}\n`);
		const whole = kept.length - damaged.size;
		terminal.out(`${events(whole)} whole, ${setAside.length + damaged.size} not.\n`);
		return setAside.length + damaged.size === 0 ? EXIT.ok : EXIT.failed;
	}
};

export const compactCommand: Command = {
	usage: 'compact FOLDER',
	about:
		'Gives each event of a data folder a new snapshot, and takes the older ones and their journals away.',
	options: [],
	argument: 'FOLDER',
	async run(folder, _options, terminal) {
		if (!existsSync(folder)) return absent(folder, terminal);
		const store = await openStore(folder);
		if (!store.ok) {
			tellFailure(terminal, store.failure);
			return EXIT.failed;
		}
		await store.value.compact(1);
		const { length } = [...(await store.value.list()), ...(await store.value.bin())];
		await store.value.close();
		terminal.out(`${events(length)} compacted.\n`);
		return EXIT.ok;
	}
};

async function copy(from: string, to: string, said: string, terminal: Terminal): Promise<number> {
	if (!existsSync(from)) return absent(from, terminal);
	const copied = await copyStore(from, to);
	if (!copied.ok) {
		tellFailure(terminal, copied.failure);
		return EXIT.failed;
	}
	terminal.out(`${events(copied.value)} ${said} '${to}'.\n`);
	return EXIT.ok;
}

export const backupCommand: Command = {
	usage: 'backup TO [--data FOLDER]',
	about:
		'Copies every event, those in the bin too, into a new folder; also while Lateral runs. Passcodes stay behind.',
	options: ['data'],
	argument: 'TO',
	run: (to, { data }, terminal) => copy(data ?? readConfig().data, to, 'copied to', terminal)
};

export const restoreCommand: Command = {
	usage: 'restore FROM [--data FOLDER]',
	about: 'Copies the events of a backup into a data folder that is new or empty.',
	options: ['data'],
	argument: 'FROM',
	run: (from, { data }, terminal) => copy(from, data ?? readConfig().data, 'restored to', terminal)
};
