import { expect, it } from 'vitest';
import { findLine, lineIdFrom, type Line } from './line.ts';

const line = (first: string, ...claims: string[]): Line => ({
	id: lineIdFrom(first),
	title: '',
	state: 'agreed',
	versions: [{ id: 'v1', label: '', claims: [first, ...claims] }],
	silent: [],
	unknown: [],
	origins: []
});

it('a link to a line still leads there after an earlier account took over its name', () => {
	const lines = [line('x:0-9'), line('early:0-9', 'late:4-20')];
	expect(findLine(lineIdFrom('early:0-9'), lines)).toBe(lines[1]);
	expect(findLine(lineIdFrom('late:4-20'), lines)).toBe(lines[1]);
	expect(findLine(lineIdFrom('gone:4-20'), lines)).toBeUndefined();
	expect(findLine('anything', lines)).toBeUndefined();
});
