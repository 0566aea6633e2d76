import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from '../files/files.ts';

/** Who a process is, well enough that another can tell whether it still lives. */
export type Identity = {
	pid: number;
	host: string;
	/** Changes when the machine starts; empty where the system does not tell. */
	boot: string;
	/** The processes among which its number counts: a container has its own. */
	space: string;
	/** When the process began, in the system's ticks: numbers of ended processes are given out again. */
	started: string;
};

/** What the lock needs to know of processes; tests play several in one. */
export type Processes = {
	own: Identity;
	/** Whether this very process still runs; only asked of one on the same machine. */
	isAlive(other: Identity): boolean;
	now(): number;
};

const FIELDS_BEFORE_START = 19;

/** When a process began, where the system tells: a field of `/proc/PID/stat`, counted after the name's bracket. */
function startOf(pid: number): string {
	const stat = told(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[FIELDS_BEFORE_START] ?? '';
}

function told(ask: () => string): string {
	try {
		return ask().trim();
	} catch {
		return '';
	}
}

/** The processes of this machine. */
export const realProcesses: Processes = {
	own: {
		pid: process.pid,
		host: hostname(),
		boot: told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')),
		space: told(() => readlinkSync('/proc/self/ns/pid')),
		started: startOf(process.pid)
	},
	isAlive: ({ pid, started }) => {
		try {
			process.kill(pid, 0);
		} catch (error) {
			if (codeOf(error) !== 'EPERM') return false;
		}
		const now = startOf(pid);
		return now === '' || started === '' || now === started;
	},
	now: Date.now
};
