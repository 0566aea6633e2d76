import type { Span } from '#lib/model/index.ts';
import { commonWords } from '#lib/text/common-words.ts';
import type { Gist } from '../lines/gist.ts';
import { evidenceOf, wordsAt, type Finding } from './finding.ts';
import { sameHolder } from './holders.ts';

/** How far the ends of a quotation are looked for around one of its clauses, in characters. */
const FARTHEST = 400;
const MARKS = '"“”';

type Word = { start: number; end: number; plain: string };

/** A longer quotation is compared by its first words: what differs there tells already. */
const LONGEST = 80;
/** Fewer words in common may be two utterances that begin alike. */
const LEAST_COMMON = 5;
/** From so many on, it is one utterance even where the accounts name two speakers. */
const BEYOND_CHANCE = 9;
/** Share of the shorter quotation, between its first and last common word, from which both are one utterance. */
const SAME_UTTERANCE = 0.6;
const PIECE = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The whole quotation that a claim is a clause of: as far as the nearest quotation marks in its paragraph. */
function utteranceOf({ claim, extraction: { account } }: Gist): Span {
	const before = account.text.slice(Math.max(0, claim.start - FARTHEST), claim.start);
	const after = account.text.slice(claim.end, claim.end + FARTHEST);
	const opening = Math.max(...[...MARKS].map((mark) => before.lastIndexOf(mark)));
	const closing = [...MARKS].map((mark) => after.indexOf(mark)).filter((at) => at >= 0);
	const isOpened = opening >= 0 && !before.slice(opening).includes('\n');
	const end = Math.min(...closing);
	const isClosed = closing.length > 0 && !after.slice(0, end).includes('\n');
	return {
		start: isOpened ? claim.start - before.length + opening + 1 : claim.start,
		end: isClosed ? claim.end + end : claim.end
	};
}

function quotedWords(gist: Gist): Word[] {
	const { start, end } = utteranceOf(gist);
	const text = gist.extraction.account.text.slice(start, end);
	return [...text.matchAll(PIECE)].slice(0, LONGEST).map((match) => ({
		start: start + match.index,
		end: start + match.index + match[0].length,
		plain: match[0].toLowerCase().replace(/’/g, "'")
	}));
}

const isQuoted = ({ claim }: Gist) => claim.quote === 'direct' || claim.quote === 'mixed';

function isInside({ claim }: Gist, span: Span): boolean {
	return span.start < claim.end && span.end > claim.start;
}

/** Whether a claim's holder is a person by name: a crowd or a ministry may say what others say. */
function isPerson({ claim, extraction }: Gist): boolean {
	return extraction.names.some(({ name, kind }) => kind === 'person' && name === claim.holder);
}

/**
 * Whether two accounts give one utterance to two people, or quote one utterance of one holder in different words: with
 * words left out of its middle, or put for others. A quotation that only begins later or ends earlier is none; null where speaker and words are the same.
 */
export function compareQuotes(a: Gist, b: Gist): Finding | null {
	if (a.claim.account === b.claim.account || !isQuoted(a) || !isQuoted(b)) return null;
	const [x, y] = [quotedWords(a), quotedWords(b)];
	const pairs = commonWords(
		x.map(({ plain }) => plain),
		y.map(({ plain }) => plain)
	);
	const [first, last] = [pairs[0], pairs.at(-1)];
	if (first === undefined || last === undefined || pairs.length < LEAST_COMMON) return null;
	if (!sameHolder(a.claim, b.claim) && pairs.length < BEYOND_CHANCE) return null;
	const [inA, inB] = [last[0] - first[0] + 1, last[1] - first[1] + 1];
	const fit = pairs.length / Math.min(inA, inB);
	if (fit < SAME_UTTERANCE) return null;
	const [ofA, ofB] = [
		{ start: x[first[0]]!.start, end: x[last[0]]!.end },
		{ start: y[first[1]]!.start, end: y[last[1]]!.end }
	];
	if (!isInside(a, ofA) || !isInside(b, ofB)) return null;
	const evidence = [evidenceOf(a, ofA), evidenceOf(b, ofB)];
	const [one, other] = [a, b].map((gist) => gist.extraction.account.source.name);
	if (pairs.length === Math.max(inA, inB)) {
		// Said by two people: by one of them, or read wrongly in one account. That is for a person to see, and no conflict yet.
		if (sameHolder(a.claim, b.claim) || !isPerson(a) || !isPerson(b)) return null;
		const text = `${one} quotes ${a.claim.holder} and ${other} ${b.claim.holder} with the same words.`;
		return { kind: 'differs', code: 'quote', text, evidence, fit };
	}
	const isCut = pairs.length === Math.min(inA, inB);
	const how = isCut ? 'and one leaves out words that the other has' : 'but not with the same words';
	return {
		kind: 'differs',
		code: 'quote',
		text: `${one} and ${other} quote the same sentence, ${how}: “${wordsAt(a, ofA)}” and “${wordsAt(b, ofB)}”.`,
		evidence,
		fit
	};
}
