import type { Link, Why } from '#lib/model/index.ts';
import { depthOf, holds, type Frame } from './attribution/frames.ts';
import { anonymityReason, isOwnSource, readSource, type Speakers } from './attribution/sources.ts';
import type { Statement } from './statements.ts';
import { placeOf, wordsOf, type Tree } from './tree.ts';
import { meaningOf } from './why.ts';

export type Chain = { links: Link[]; why: Why[] };

/** A frame with the links it adds, read once a sentence. */
export type ReadFrame = { frame: Frame; links: Link[]; depth: number };

/** Reads every frame's source. The order is that of the text, so that "she" can mean who spoke before. */
export function readFrames(
	frames: readonly Frame[],
	tree: Tree,
	sentence: number,
	speakers: Speakers,
	end: number
): ReadFrame[] {
	return frames.map((frame) => {
		const links: Link[] = [];
		const add = (token: number, cue: string) => {
			const link = token < 0 ? null : readSource(speakers, tree, sentence, token);
			if (link === null || isOwnSource(speakers, link)) return;
			const reason = link.named ? undefined : anonymityReason(tree.text, link.start, end);
			links.push({ ...link, cue, ...(reason === undefined ? {} : { reason }) });
		};
		if (!frame.agentless) add(frame.source, wordsOf(tree, frame.cue));
		if (frame.cites >= 0) add(frame.cites, 'citing');
		speakers.links.push(...links.slice(0, 1));
		return { frame, links, depth: depthOf(tree, frame.cue) };
	});
}

/** The frames around a statement, outermost first. */
export function framesAround(read: readonly ReadFrame[], statement: Statement): ReadFrame[] {
	const width = (frame: Frame) => frame.contents.reduce((sum, { from, to }) => sum + to - from, 0);
	return read
		.filter(
			({ frame }) =>
				holds(frame, statement.head) || (frame.rule.startsWith('passive') && frame.cue === statement.head)
		)
		.sort((a, b) => width(b.frame) - width(a.frame) || a.depth - b.depth);
}

/** The chain of a statement from the account outward, each name once. */
export function chainOf(around: readonly ReadFrame[], tree: Tree): Chain {
	const links: Link[] = [];
	const why: Why[] = [];
	for (const { frame, links: own } of around) {
		for (const link of own) if (!links.some(({ name }) => name === link.name)) links.push(link);
		if (own.length > 0) why.push({ rule: frame.rule, ...textOf(frame.rule), ...placeOf(tree, frame.cue) });
	}
	return { links, why };
}

function textOf(rule: string): { text?: string } {
	const text = meaningOf(rule);
	return text === undefined ? {} : { text };
}
