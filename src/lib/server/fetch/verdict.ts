import ipaddr from 'ipaddr.js';
import type { FailureCode } from '#lib/model/index.ts';

export type Verdict = Extract<FailureCode, `address_${string}`>;

/** Where clouds hand out their machines' secrets. */
const METADATA = new Set(['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16']);

/** Kinds of IPv4 address that `ipaddr.js` knows, by what we call them; all others but unicast are reserved. */
const IPV4: Record<string, Verdict> = {
	loopback: 'address_loopback',
	unspecified: 'address_unspecified',
	private: 'address_private',
	linkLocal: 'address_private',
	carrierGradeNat: 'address_private'
};

/** IPv6 blocks that carry an IPv4 address or lead nowhere public, first match first. */
const IPV6: readonly (readonly [string, number, Verdict])[] = [
	['::1', 128, 'address_loopback'],
	['::', 128, 'address_unspecified'],
	['::ffff:0:0', 96, 'address_mapped'],
	['::', 96, 'address_compatible'],
	['64:ff9b::', 96, 'address_nat64'],
	['64:ff9b:1::', 48, 'address_nat64'],
	['2002::', 16, 'address_tunnel'],
	['2001::', 32, 'address_tunnel'],
	['fe80::', 10, 'address_private'],
	['fec0::', 10, 'address_private'],
	['fc00::', 7, 'address_private']
];
const BLOCKS = IPV6.map(([from, bits, verdict]) => ({ from: ipaddr.IPv6.parse(from), bits, verdict }));
const PUBLIC_IPV6 = ipaddr.IPv6.parse('2000::');

/**
 * Why no connection may be made to an address, or null where it is a public one. Bytes are judged, never
 * spellings: IPv6 must lie in 2000::/3 and carry no IPv4 address inside.
 */
export function judgeAddress(address: string): Verdict | null {
	if (!ipaddr.isValid(address)) return 'address_reserved';
	const parsed = ipaddr.parse(address);
	return parsed.kind() === 'ipv4' ? judgeIPv4(parsed as ipaddr.IPv4) : judgeIPv6(parsed as ipaddr.IPv6);
}

function judgeIPv4(address: ipaddr.IPv4): Verdict | null {
	if (METADATA.has(address.toString())) return 'address_metadata';
	// Protocol assignments (RFC 6890); one cloud keeps its machines' secrets there.
	if (address.match(ipaddr.IPv4.parse('192.0.0.0'), 24)) return 'address_private';
	const range = address.range();
	return range === 'unicast' ? null : (IPV4[range] ?? 'address_reserved');
}

function judgeIPv6(address: ipaddr.IPv6): Verdict | null {
	if (address.zoneId) return 'address_private';
	const block = BLOCKS.find(({ from, bits }) => address.match(from, bits));
	if (block) return block.verdict;
	return address.match(PUBLIC_IPV6, 3) && address.range() === 'unicast' ? null : 'address_reserved';
}

/** Whether an address is one of a newsroom's own network (RFC 1918), which a person may allow by name. */
export function isOwnNetwork(address: string): boolean {
	if (!ipaddr.IPv4.isValid(address)) return false;
	return ipaddr.IPv4.parse(address).range() === 'private';
}
