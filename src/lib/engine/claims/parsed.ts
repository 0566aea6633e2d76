import type { Link } from '#lib/model/index.ts';
import type { Sentence } from '../types.ts';
import type { Counter } from './attribution/contested.ts';
import type { Frame } from './attribution/frames.ts';
import type { Mention } from './names/mentions.ts';
import type { Tree } from './tree.ts';

/** A sentence with what was found in it: its tree, its names, and who is said to say what. */
export type Parsed = {
	sentence: Sentence;
	tree: Tree;
	mentions: Mention[];
	/**
	 * `via` passed the link's words on to the account; `behind` is who told them to the link; `counter` holds what the
	 * frame denies.
	 */
	frames: (Frame & { link: Link | null; via?: Link | null; behind?: Link | null; counter?: Counter })[];
};

/** A frame's links from the account outward. */
export function linksOf({ link, via, behind }: Parsed['frames'][number]): Link[] {
	return [via, link, behind].filter((part): part is Link => part !== null && part !== undefined);
}
