/**
 * The store under all that can befall it, in full: `npm run soak`, some ten minutes, or only a part of it, as in
 * `npm run soak -- power kill`. Prints what was found beside what is demanded, and ends with 1 where one falls short.
 * The unit tests hold the same in small.
 */
import { failSync, fillDisk, type Found } from '../../tests/support/durability/bad-disk.ts';
import { damageAll } from '../../tests/support/durability/damage.ts';
import { cutPowerEverywhere } from '../../tests/support/durability/power-cut.ts';
import { killLoop, passOver, race, Workshop } from '../../tests/support/durability/processes.ts';
import { randomFrom } from '../../tests/support/durability/random.ts';

const KILLS = 1_000;
const WRITES = 100_000;
const CUTS = 10_000;
const RACES = 100;

/** Milliseconds in which the one who comes late must have said so and ended. */
const SOON = 2_000;

/** Writes of one life, at most: half of them on average, and a start before them. */
const WRITES_A_LIFE = 240;

/** Losses of chance that are tried at each failed sync. */
const LOSSES = 20;

/** Faults that are printed of one check. */
const SHOWN = 20;

type Answer = { found: string; isMet?: boolean; wrong: string[] };
type Check = { what: string; demand: string; run: (workshop: Workshop) => Promise<Answer> };

const checks: Record<string, Check> = {
	damage: {
		what: 'bits changed, files cut',
		demand: 'all recovered or refused by name',
		run: async () => {
			const { tried, wrong } = await damageAll(1);
			return { found: `${number(tried)} tried`, wrong };
		}
	},
	full: {
		what: 'full disk at each step',
		demand: 'kept = on disk = in memory, goes on',
		run: async () => {
			const { steps, wrong } = await everyStep(fillDisk);
			return { found: `${number(steps)} steps`, wrong };
		}
	},
	sync: {
		what: 'failed sync at each step',
		demand: 'nothing acknowledged after, 0 lost',
		run: async () => {
			const wrong: string[] = [];
			let tried = 0;
			for (let loss = 0; loss < LOSSES; loss++) {
				const run = await everyStep((at) => failSync(at, randomFrom(loss * 1_000 + at)));
				tried += run.steps;
				wrong.push(...run.wrong);
			}
			return { found: `${number(tried)} tried`, wrong };
		}
	},
	power: {
		what: 'power cut',
		demand: `>= ${number(CUTS)} points, 0 lost, all open`,
		run: async () => {
			const { points, wrong } = await cutPowerEverywhere(CUTS);
			return { found: `${number(points)} points`, isMet: points >= CUTS, wrong };
		}
	},
	race: {
		what: 'two processes, one folder',
		demand: `${RACES} races, the loser ends within 2 s`,
		run: async (workshop) => {
			const { slowest, wrong } = await race(workshop, RACES);
			return {
				found: `${RACES} races, slowest ${number(slowest)} ms`,
				isMet: slowest <= SOON,
				wrong
			};
		}
	},
	stop: {
		what: 'holder stopped and passed over',
		demand: 'writes nothing more',
		run: async (workshop) => ({ found: '1 tried', ...(await passOver(workshop)) })
	},
	kill: {
		what: 'kill -9',
		demand: `${number(KILLS)} kills, >= ${number(WRITES)} writes, 0 lost`,
		run: async (workshop) => {
			const { kills, acknowledged, wrong } = await killLoop(workshop, KILLS, WRITES_A_LIFE);
			const found = `${number(kills)} kills, ${number(acknowledged)} writes`;
			return { found, isMet: acknowledged >= WRITES, wrong };
		}
	}
};

function number(value: number): string {
	return Math.round(value).toLocaleString('en-GB');
}

/** Tries every step of some work; gives their number and what went wrong. */
async function everyStep(
	attempt: (at: number) => Promise<Found>
): Promise<{ steps: number; wrong: string[] }> {
	const wrong: string[] = [];
	for (let at = 0; ; at++) {
		const found = await attempt(at);
		wrong.push(...found.wrong.map((one) => `step ${at}: ${one}`));
		if (found.isOver) return { steps: at, wrong };
	}
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in checks));
if (unknown !== undefined) {
	console.error(`There is no check ${unknown}. There are: ${Object.keys(checks).join(', ')}.`);
	process.exit(2);
}
const workshop = await Workshop.open();
let misses = 0;
try {
	for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
		const { what, demand, run } = checks[name]!;
		const { found, isMet = true, wrong } = await run(workshop);
		const isGood = isMet && wrong.length === 0;
		if (!isGood) misses++;
		const result = `${found}, ${wrong.length} wrong`;
		console.log(`${isGood ? 'met   ' : 'MISSED'}  ${what.padEnd(31)}  ${demand.padEnd(36)}  ${result}`);
		for (const one of wrong.slice(0, SHOWN)) console.log(`        ${one}`);
	}
} finally {
	await workshop.close();
}
console.log(misses === 0 ? 'Every demand was met.' : `Missed: ${misses}`);
process.exitCode = misses === 0 ? 0 : 1;
