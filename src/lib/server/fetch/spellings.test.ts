import net, { type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetcher } from './fetcher.ts';
import { LIMITS } from './limits.ts';

/** Blocks of IPv4 that no request may reach, as first address and number of addresses. */
const FORBIDDEN: readonly (readonly [number, number])[] = [
	[0x00000000, 2 ** 24],
	[0x0a000000, 2 ** 24],
	[0x64400000, 2 ** 22],
	[0x7f000000, 2 ** 24],
	[0xa9fe0000, 2 ** 16],
	[0xac100000, 2 ** 20],
	[0xc0000000, 2 ** 8],
	[0xc0a80000, 2 ** 16],
	[0xc6120000, 2 ** 17],
	[0xe0000000, 2 ** 29]
];

const ipv4 = fc
	.constantFrom(...FORBIDDEN)
	.chain(([from, size]) => fc.nat(size - 1).map((offset) => (from + offset) >>> 0));
const bytesOf = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
const radix = (value: number, base: number) =>
	base === 16 ? `0x${value.toString(16)}` : base === 8 ? `0${value.toString(8)}` : String(value);
const hex = (value: number) => value.toString(16);

/** One of the ways in which a browser lets an IPv4 address be written. */
const spelt = fc
	.tuple(
		ipv4,
		fc.integer({ min: 1, max: 4 }),
		fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 })
	)
	.map(([address, parts, bases]) => {
		const bytes = bytesOf(address);
		const head = bytes.slice(0, parts - 1).map((byte, index) => radix(byte, bases[index]!));
		const rest = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0);
		return [...head, radix(rest, bases[3]!)].join('.');
	});

/** Digits and dots in the look-alikes that a URL parser folds. */
const disguised = fc.tuple(spelt, fc.nat(2), fc.boolean()).map(([text, dots, wide]) => {
	const dotted = text.replaceAll('.', ['.', '。', '．'][dots]!);
	return wide ? dotted.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : dotted;
});

const inIPv6 = fc
	.tuple(
		ipv4,
		fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:', '2002:', '64:ff9b:1::'),
		fc.boolean()
	)
	.map(([address, prefix, dotted]) => {
		const [a, b, c, d] = bytesOf(address) as [number, number, number, number];
		const pair = `${hex((a << 8) | b)}:${hex((c << 8) | d)}`;
		if (prefix === '2002:') return `[2002:${pair}::1]`;
		return `[${prefix}${dotted ? `${a}.${b}.${c}.${d}` : pair}]`;
	});

const otherIPv6 = fc
	.tuple(
		fc.constantFrom('fe80', 'fec0', 'fc00', 'fd12', 'ff02', '2001:0', '2001:db8', '5f00', '4000', 'e000'),
		fc.array(fc.nat(0xffff), { minLength: 2, maxLength: 2 })
	)
	.map(([prefix, [a, b]]) => `[${prefix}::${hex(a!)}:${hex(b!)}]`);

const literal = fc.oneof(spelt, disguised, inIPv6, otherIPv6);

/** An address, or a name whose lookup gives one: half of the spellings, as bytes that no text check ever sees. */
const target = fc.record({
	host: literal,
	byName: fc.boolean(),
	scheme: fc.constantFrom('http', 'https', 'HTTP'),
	port: fc.constantFrom('', ':80', ':8080', ':8443'),
	dot: fc.constantFrom('', '.')
});

let server: net.Server;
let connections = 0;

beforeAll(async () => {
	server = net.createServer((socket) => {
		connections++;
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

test('no spelling of a forbidden address, and no name that leads to one, ever makes a connection', async () => {
	let resolved = '';
	let dialled = 0;
	let refused = 0;
	const { port } = server.address() as AddressInfo;
	const fetch = createFetcher({
		limits: { ...LIMITS, gap: 0 },
		network: {
			resolve: () => Promise.resolve([resolved]),
			dial: () => {
				dialled++;
				return net.connect({ host: '127.0.0.1', port });
			},
			remoteAddress: (socket) => socket.remoteAddress
		}
	});

	const passed: string[] = [];
	for (const { host, byName, scheme, port: at, dot } of fc.sample(target, { numRuns: 110_000, seed: 7 })) {
		const isV6 = host.startsWith('[');
		const canBeName = byName && URL.canParse(`http://${host}/`);
		if (canBeName) resolved = new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
		const address = canBeName ? `${scheme}://trap.org${at}/` : `${scheme}://${host}${isV6 ? '' : dot}${at}/`;
		const result = await fetch(address, 'page');
		if (result.ok || !/^(?:address_|url_)/.test(result.failure.code)) passed.push(address);
		else refused++;
	}
	expect(passed.slice(0, 5)).toEqual([]);
	expect(refused).toBeGreaterThanOrEqual(100_000);
	expect([dialled, connections]).toEqual([0, 0]);
}, 240_000);
