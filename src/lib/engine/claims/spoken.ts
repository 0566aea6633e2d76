import type { Claim, Link, Span } from '#lib/model/index.ts';
import { turnAt, type Turn } from '../text/index.ts';

const POST_TAIL = /\s?[—–-]\s?([^—–()]{1,80})\s?\((@\w{1,40})\)[^()]{0,40}$/;

/** The name and handle at the end of an embedded post, where a stretch ends with them. */
export function postTail(text: string, { start, end }: Span): RegExpExecArray | null {
	return POST_TAIL.exec(text.slice(Math.max(start, end - 200), end));
}

/** Who posted an embedded post, by its tail; null where it has none. */
export function posterOf(text: string, post: Span): Link | null {
	const tail = postTail(text, post);
	if (!tail) return null;
	const name = tail[1]!.trim();
	const at = post.end - tail[0].length + tail[0].indexOf(name);
	return { name, named: true, start: at, end: at + name.length, cue: tail[2]! };
}

/** Who is speaking there, in a transcript; null for whoever asks on the publisher's behalf. */
export function speakerAt(turns: readonly Turn[], at: number): Link | null {
	const turn = turnAt(turns, at);
	if (turn === null || turn.isAsker) return null;
	return { name: turn.name, named: true, start: turn.start, end: turn.end };
}

/** A claim of a transcript, which gives its speakers' own words. */
export function spokenBy(turn: Link, claim: Claim): Claim {
	const { start, end, name } = turn;
	const why = [
		{ rule: 'turn', text: `${name} is speaking in this transcript.`, start, end },
		...(claim.why ?? [])
	];
	return { ...claim, why, ...(claim.attribution.length === 1 ? { quote: 'direct' as const } : {}) };
}
