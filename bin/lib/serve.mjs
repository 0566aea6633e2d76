import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.mjs';

/** Above the app's own limits, so that a person reads our answer and not the server's. */
const BODY_SIZE_LIMIT = '64M';

/** Set by us on every request, so that nobody outside can. */
const PROTOCOL_HEADER = 'x-lateral-protocol';

/** Bytes past which a body is not even handed on; the hooks say so to the person. */
const MAX_BODY = 50 * 1024 * 1024;

/** Tells the hooks how large a body was that was not handed on. */
const SIZE_HEADER = 'x-lateral-body-size';

/** Milliseconds that open answers have to end after a stop. */
const PATIENCE = 5_000;

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response, next: () => void) => void} Handler
 */

/**
 * Listens, then opens the store and answers. The port comes first: when it is taken, another Lateral may be
 * at work on the same store.
 *
 * @param {{ host: string, port: number }} settings
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function serve({ host, port }) {
	/** @type {(handler: Handler) => void} */
	let open = () => undefined;
	const opened = new Promise((/** @type {(handler: Handler) => void} */ resolve) => (open = resolve));
	/** @param {Request} request @param {Response} response */
	const answer = async (request, response) => {
		request.headers[PROTOCOL_HEADER] = 'http';
		setOversizedAside(request);
		response.setHeader('x-content-type-options', 'nosniff');
		const handler = await opened;
		handler(request, response, () => response.writeHead(404).end());
	};

	/** @type {import('node:http').Server[]} */
	const servers = [];
	let bound = port;
	// People type either name, and Node would listen on the first that `localhost` stands for.
	for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
		const server = createServer((request, response) => void answer(request, response));
		try {
			bound = await listen(server, address, bound);
			servers.push(server);
		} catch (error) {
			const { code } = /** @type {NodeJS.ErrnoException} */ (error);
			if (address === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) continue;
			for (const other of servers) other.close();
			throw error;
		}
	}

	const close = () => Promise.all(servers.map(closeServer));
	try {
		open(await loadHandler());
	} catch (error) {
		await close();
		throw error;
	}
	const stop = async () => {
		await close();
		/** @type {NodeJS.EventEmitter} */ (process).emit('sveltekit:shutdown', 'SIGTERM');
	};
	return { port: bound, stop };
}

/**
 * Reads a body that is too large to the end and hands the request on without it. Left unread, it would reset the
 * connection, and the browser would show its own error in place of our answer.
 *
 * @param {Request} request
 */
function setOversizedAside(request) {
	// Set on every request, so that only we can say it.
	request.headers[SIZE_HEADER] = '0';
	const size = request.headers['content-length'];
	if (size === undefined || Number(size) <= MAX_BODY) return;
	delete request.headers['content-length'];
	request.headers[SIZE_HEADER] = size;
	request.resume();
}

/** @param {import('node:http').Server} server @param {string} host @param {number} port @returns {Promise<number>} */
function listen(server, host, port) {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host, port }, () => {
			server.off('error', reject);
			resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
		});
	});
}

/** @param {import('node:http').Server} server */
async function closeServer(server) {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
	await closed;
	clearTimeout(impatience);
}

/**
 * The built app as a request handler; loading it opens the store.
 *
 * @returns {Promise<Handler>}
 */
async function loadHandler() {
	const origin = process.env.LATERAL_ORIGIN?.trim();
	process.env.NODE_ENV = 'production';
	process.env.BODY_SIZE_LIMIT = BODY_SIZE_LIMIT;
	if (origin) process.env.ORIGIN = origin;
	else process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	const module = await import(pathToFileURL(join(ROOT, 'build', 'handler.js')).href);
	return module.handler;
}
