import { AsyncLocalStorage } from 'node:async_hooks';

const asked = new AsyncLocalStorage<string>();

/** Does the work for somebody: whatever it queues, now or later, waits among that person's own. */
export function askingAs<Value>(person: string, work: () => Value): Value {
	return asked.run(person, work);
}

/** For whom the work in hand is done: a key that tells people apart and nothing else; '' where it is for nobody. */
export function asker(): string {
	return asked.getStore() ?? '';
}
