import type { Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import type { Range } from './ranges.ts';

const JOINS = /^(?:and|but|yet|while|whereas|although|though)$/;
const MARK = /^(?:["“”″]|``|'')$/;

/** Where "and Washington said", "while Iran says" begins, given who speaks in it; -1 where nothing joins it. */
function joinBefore(tree: Tree, source: Range): number {
	const at = source.from - 1;
	if (at < 1 || !JOINS.test(tree.lower[at]!)) return -1;
	return tree.lower[at - 1] === ',' ? at - 1 : at;
}

/**
 * Parts what two say side by side: of "Tehran said it fell on land and Washington said it fell at sea" a parser makes a
 * second saying inside the first. A saying with a speaker of its own behind a joining word ends what was said before,
 * unless "that" carries the first one on, or all of it stands in quotation marks.
 */
export function partSayings(tree: Tree, frames: readonly Frame[]): Frame[] {
	const ends = frames.flatMap(({ source, cue, manner }) => {
		if (source === null || manner !== 'says' || source.to > cue.from) return [];
		const join = joinBefore(tree, source);
		return join < 0 ? [] : [{ join, cue }];
	});
	if (ends.length === 0) return [...frames];
	return frames.map((frame) => {
		const content = frame.content.map((range) => {
			const end = ends.find(
				({ join, cue }) => join > range.from + 1 && cue.to <= range.to && frame.cue.to <= range.from
			);
			if (end === undefined) return range;
			const isQuoted = tree.lower.slice(range.from - 1, end.join).some((word) => MARK.test(word));
			return isQuoted ? range : { from: range.from, to: end.join };
		});
		return { ...frame, content };
	});
}
