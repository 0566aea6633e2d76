/**
 * Loaded into the server with `--import`: writes how long its event loop was held up, in milliseconds, since the
 * last signal, its memory and the seconds that it has computed, to the file that LOOP_DELAY names.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.LOOP_DELAY) {
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	process.on('SIGUSR2', () => {
		const milliseconds = (/** @type {number} */ value) => Math.round(value / 1e5) / 10;
		writeFileSync(
			process.env.LOOP_DELAY ?? '',
			JSON.stringify({
				p50: milliseconds(delay.percentile(50)),
				p99: milliseconds(delay.percentile(99)),
				most: milliseconds(delay.max),
				rss: Math.round(process.memoryUsage.rss() / 1e6),
				cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1e6
			})
		);
		delay.reset();
	});
}
