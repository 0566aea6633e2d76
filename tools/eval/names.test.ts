import { expect, it } from 'vitest';
import type { Claim } from '#lib/model/index.ts';
import type { GoldClaim } from './gold.ts';
import { isSameHolder } from './names.ts';

const gold = (holder: string, voice: GoldClaim['voice'] = 'named') => ({ holder, voice }) as GoldClaim;
const claim = (holder: string, voice: Claim['voice'] = 'named') => ({ holder, voice }) as Claim;

it.each([
	['Amara Lindqvist', 'Lindqvist', true],
	['Lindqvist', 'director Amara Lindqvist', true],
	['St Brigid’s Hospital', "St Brigid's Hospital", true],
	['Tomás Iweala', 'Tomas Iweala', true],
	['the fire service', 'fire services', true],
	['Amara Lindqvist', 'Amara Okafor', false],
	['Amara Lindqvist', 'she', false],
	['the council', 'the', false]
])('%s and %s are the same holder: %s', (a, b, same) => {
	expect(isSameHolder(gold(a), claim(b))).toBe(same);
});

it('an unnamed holder is met by an unnamed one in other words, and not by a named one', () => {
	expect(isSameHolder(gold('a depot worker', 'unnamed'), claim('an employee', 'unnamed'))).toBe(true);
	expect(isSameHolder(gold('a depot worker', 'unnamed'), claim('Ilse Okafor'))).toBe(false);
});
