import http, { type RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import {
	codeOf,
	network,
	PUBLIC,
	serveSites,
	site,
	STORY
} from '../../../../tests/support/loopback-sites.ts';

serveSites();

describe('an address that may not be asked for', () => {
	test.each([
		['http://127.0.0.1/', 'address_loopback'],
		['http://127.1/', 'address_loopback'],
		['http://2130706433/', 'address_loopback'],
		['http://0x7f000001/', 'address_loopback'],
		['http://0177.0.0.1/', 'address_loopback'],
		['http://017700000001/', 'address_loopback'],
		['http://0/', 'address_unspecified'],
		['http://0.0.0.0/', 'address_unspecified'],
		['http://127.0.0.1./', 'address_loopback'],
		['http://①②⑦.⓪.⓪.①/', 'address_loopback'],
		['http://１２７.0.0.1/', 'address_loopback'],
		['http://127。0。0。1/', 'address_loopback'],
		['http://localhost/', 'reserved_name'],
		['http://LOCALHOST./', 'reserved_name'],
		['http://foo.localhost/', 'reserved_name'],
		['http://[::1]/', 'address_loopback'],
		['http://[::]/', 'address_unspecified'],
		['http://[::ffff:127.0.0.1]/', 'address_mapped'],
		['http://[::ffff:7f00:1]/', 'address_mapped'],
		['http://[::127.0.0.1]/', 'address_compatible'],
		['http://[64:ff9b::7f00:1]/', 'address_nat64'],
		['http://[64:ff9b:1::a9fe:a9fe]/', 'address_nat64'],
		['http://[2002:7f00:1::]/', 'address_tunnel'],
		['http://[2001:0:7f00:1::]/', 'address_tunnel'],
		['http://[fe80::1]/', 'address_private'],
		['http://[fec0::1]/', 'address_private'],
		['http://[fc00::1]/', 'address_private'],
		['http://[fd00:ec2::254]/', 'address_private'],
		['http://[ff02::1]/', 'address_reserved'],
		['http://[100::1]/', 'address_reserved'],
		['http://[2001:db8::1]/', 'address_reserved'],
		['http://[::ffff:0:127.0.0.1]/', 'address_reserved'],
		['http://[5f00::1]/', 'address_reserved'],
		['http://[4000::1]/', 'address_reserved'],
		['http://169.254.169.254/latest/meta-data/', 'address_metadata'],
		['http://169.254.170.2/', 'address_metadata'],
		['http://100.100.100.200/', 'address_metadata'],
		['http://100.64.0.1/', 'address_private'],
		['http://10.0.0.1/', 'address_private'],
		['http://172.31.255.255/', 'address_private'],
		['http://192.168.0.1/', 'address_private'],
		['http://192.0.0.192/', 'address_private'],
		['http://198.18.0.1/', 'address_reserved'],
		['http://224.0.0.1/', 'address_reserved'],
		['http://240.0.0.1/', 'address_reserved'],
		['http://255.255.255.255/', 'address_reserved'],
		['http://192.88.99.1/', 'address_reserved'],
		['http://168.63.129.16/', 'address_metadata'],
		['http://metadata.google.internal/', 'reserved_name'],
		['http://printer.local/', 'reserved_name'],
		['http://intranet/', 'reserved_name'],
		['file:///etc/passwd', 'scheme'],
		['ftp://a.org/', 'scheme'],
		['gopher://a.org/', 'scheme'],
		['data:text/html,x', 'scheme'],
		['javascript:alert(1)', 'scheme'],
		['blob:https://a.org/1', 'scheme'],
		['http://user:pw@a.org/', 'credentials'],
		['http://a.org@127.0.0.1/', 'credentials'],
		['http://a.org:22/', 'port'],
		['http://a.org:6379/', 'port'],
		['http://1.1.1.1.1/', 'url_invalid'],
		['http://256.256.256.256/', 'url_invalid'],
		['http:///', 'url_invalid'],
		['//a.org/', 'url_invalid'],
		['http://a.org/a\r\nb', 'url_bad_char'],
		['http://a.org/\u0000', 'url_bad_char'],
		[' http://a.org/', 'url_bad_char'],
		[`http://${'a'.repeat(3000)}.org/`, 'url_too_long'],
		['http://[fe80::1%25eth0]/', 'url_invalid'],
		['http://xn--/', 'url_invalid']
	])('%s is refused as %s, before any connection', async (address, code) => {
		site.lookups = 0;
		expect(await codeOf(address)).toBe(code);
		expect([site.dialled, site.lookups]).toEqual([[], 0]);
	});

	test('is the one that the parser reads, not the one that the eye reads', async () => {
		expect(await codeOf('http://a.org\\@127.0.0.1/')).toBe('a.org');
		expect(site.dialled).toEqual([PUBLIC]);
	});

	test('is one of our own', async () => {
		expect(await codeOf('https://lateral.a.org/new', { own: ['https://lateral.a.org'] })).toBe('self');
		expect(site.dialled).toEqual([]);
	});

	test('is every one when the network is off', async () => {
		expect(await codeOf('http://a.org/', { isOn: false })).toBe('network_off');
		expect(site.dialled).toEqual([]);
	});
});

describe('a name', () => {
	test.each([
		['leads to this machine', ['127.0.0.1'], 'address_loopback'],
		['leads to a public and a private address', [PUBLIC, '10.0.0.1'], 'address_private'],
		['leads to an address inside another', ['::ffff:127.0.0.1'], 'address_mapped'],
		['leads nowhere', [], 'host_unknown']
	])('that %s is refused without a connection', async (_what, addresses, code) => {
		site.names['trap.org'] = addresses;
		expect(await codeOf('http://trap.org/')).toBe(code);
		expect(site.dialled).toEqual([]);
	});

	test('is looked up once, so that a second answer cannot lead elsewhere', async () => {
		const answers = [[PUBLIC], ['127.0.0.1']];
		const rebinding = { ...network, resolve: () => Promise.resolve(answers.shift() ?? ['127.0.0.1']) };
		expect(await codeOf('http://rebind.org/', { network: rebinding })).toBe('rebind.org');
		expect([site.dialled, answers.length]).toEqual([[PUBLIC], 1]);
	});

	test('is refused when the socket leads elsewhere than it was sent', async () => {
		const bent = { ...network, remoteAddress: () => '127.0.0.1' };
		expect(await codeOf('http://a.org/', { network: bent })).toBe('address_loopback');
	});

	test('of the own network is read when it is allowed, but never this machine', async () => {
		site.names['wiki.intranet'] = ['10.1.2.3'];
		site.names['evil.intranet'] = ['127.0.0.1'];
		const allowed = new Set(['wiki.intranet', 'evil.intranet', 'localhost']);
		expect(await codeOf('http://wiki.intranet/', { allowed })).toBe('wiki.intranet');
		expect(await codeOf('http://evil.intranet/', { allowed })).toBe('address_loopback');
		expect(await codeOf('http://localhost/', { allowed })).toBe('reserved_name');
	});
});

const redirect =
	(to: string | undefined): RequestListener =>
	(_request, response) =>
		response.writeHead(302, to === undefined ? {} : { location: to }).end();

describe('a redirect', () => {
	test.each([
		['to this machine', 'http://127.0.0.1/', 'redirect_blocked'],
		['to a service behind another port', 'http://a.org:22/', 'redirect_blocked'],
		['to a file', 'file:///etc/passwd', 'redirect_invalid'],
		['to nowhere', undefined, 'redirect_invalid'],
		['to itself', 'http://a.org/', 'too_many_redirects']
	])('%s is refused', async (_what, to, code) => {
		site.answer = redirect(to);
		expect(await codeOf('http://a.org/')).toBe(code);
		expect(site.dialled.every((address) => address === PUBLIC)).toBe(true);
	});

	test('to a name that leads to this machine is refused without a connection', async () => {
		site.names['trap.org'] = ['127.0.0.1'];
		site.answer = redirect('http://trap.org/');
		expect(await codeOf('http://a.org/')).toBe('redirect_blocked');
		expect(site.dialled).toEqual([PUBLIC]);
	});

	test('from a safe connection to an open one is refused', async () => {
		site.certificate = 'good';
		site.answer = redirect('http://a.org/');
		expect(await codeOf('https://a.org/')).toBe('redirect_downgrade');
	});

	test('that ends well carries no cookie and no sign-in', async () => {
		const seen: http.IncomingHttpHeaders[] = [];
		site.answer = (request, response) => {
			seen.push(request.headers);
			if (request.url !== '/') return response.end(STORY);
			response.writeHead(301, { location: '/story', 'set-cookie': 'id=1' }).end();
		};
		expect(await codeOf('http://a.org/')).toBe('a.org');
		expect(seen).toHaveLength(2);
		for (const headers of seen) expect(headers).not.toHaveProperty('cookie');
		expect(seen[0]?.['user-agent']).toMatch(/^Lateral\//);
	});
});
