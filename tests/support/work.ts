/**
 * Seconds that the processor worked for this process while `task` ran, and what it gave. Unlike the time on the
 * clock they stay the same when the machine is busy with something else.
 */
export async function timeWork<T>(task: () => T | Promise<T>): Promise<{ seconds: number; result: T }> {
	const before = process.cpuUsage();
	const result = await task();
	const { user, system } = process.cpuUsage(before);
	return { seconds: (user + system) / 1e6, result };
}
