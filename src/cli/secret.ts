import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks for something that must not be seen or kept in a shell's history: typed without an echo, or the first line
 * of what is piped in. Null when there is no line.
 */
export async function readSecret(prompt: string): Promise<string | null> {
	const { stdin, stderr } = process;
	const isTyped = stdin.isTTY === true;
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: stdin, output: silent, terminal: isTyped });
	if (isTyped) stderr.write(prompt);
	try {
		return await new Promise((resolve) => {
			lines.once('line', resolve);
			lines.once('close', () => resolve(null));
		});
	} finally {
		lines.close();
		if (isTyped) stderr.write('\n');
	}
}
