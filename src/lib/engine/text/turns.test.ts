import { describe, expect, it } from 'vitest';
import { pastLabel, readTurns } from './turns.ts';

const TALK = `Transcript: harbour master on the ferry

The harbour master, Tor Belling, spoke to reporters.

HOST: How many were aboard?

BELLING: There were 64 aboard.

All of them walked off.

HOST: And the town?

MAYOR HOLM: The town will pay.`;

describe('a transcript', () => {
	it('tells who speaks where, by the fullest name that it gives', () => {
		const turns = readTurns(TALK).map(({ start, until, name, isAsker }) => ({
			name,
			isAsker,
			says: TALK.slice(start, until).trim().split('\n').at(-1)
		}));
		expect(turns).toEqual([
			{ name: 'Host', isAsker: true, says: 'HOST: How many were aboard?' },
			{ name: 'Tor Belling', isAsker: false, says: 'All of them walked off.' },
			{ name: 'Host', isAsker: true, says: 'HOST: And the town?' },
			{ name: 'Mayor Holm', isAsker: false, says: 'MAYOR HOLM: The town will pay.' }
		]);
	});

	it.each([
		'Fire out\n\nOne thing: it was hot.\n\nThe chief said so.\n\nNobody was hurt.\n\nThe mill is shut.',
		'From: Ana Ruiz\nTo: Tor Belling\nDate: 6 May\nSubject: Ferry\n\nThe ferry is holed.',
		''
	])('is not seen in a text that only has colons: %j', (text) => {
		expect(readTurns(text)).toEqual([]);
	});
});

it.each([
	['UPDATE, 22:10: The county will pay.', 'The county will pay.'],
	['UPDATED 9:30 p.m.: The county will pay.', 'The county will pay.'],
	['06:45 The fire is out.', 'The fire is out.'],
	['10.42 am – “It is out,” the chief said.', '“It is out,” the chief said.'],
	['10:42 trains were late.', '10:42 trains were late.'],
	['The update: it is out.', 'The update: it is out.']
])('what is said in %j begins past its mark', (text, said) => {
	expect(text.slice(pastLabel(text, { start: 0, end: text.length }, []))).toBe(said);
});
