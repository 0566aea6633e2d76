import type { Gist } from '../lines/gist.ts';
import { does, evidenceOf, speakers, wordsAt, type Finding } from './finding.ts';

/** Words by which an account says that it knows more than was known before. */
const LATER =
	/\b(?:now|since (?:risen|fallen|grown)|has (?:risen|climbed|grown|fallen)|rose to|climbed to|updated?|revis(?:ed|ing)|correct(?:ed|ing)|no longer|later|instead|cancell?ed|called off|scrapped|abruptly|finally|eventually|reversed)\b/i;
/** A figure that an account takes the place of: "raising an earlier estimate of 300". */
const REPLACED =
	/\b(?:earlier|previous|initial|original) (?:estimate|figure|count|toll|number)s? (?:of|at) (?:about |around |some )?([\w,.]*\w)/i;

/** Whether what an account tells later takes the place of an earlier figure, and whether of this one. */
function replaces(now: string, value: string): boolean | undefined {
	const figure = REPLACED.exec(now)?.[1];
	return figure === undefined ? undefined : value.toLowerCase().split(/\s+/).includes(figure.toLowerCase());
}

/** Words by which an account says that more may come. */
const EARLIER =
	/\b(?:yet|so far|initial(?:ly)?|preliminary|early reports?|at first|earlier|still|not immediately|first reports?|as of|until now|plans?|planned|will|would|expected|to be)\b/i;
/** Words by which a denial holds only for the time being: "no immediate claim", "nobody yet". */
const FOR_NOW = /\b(?:no|not) immediate(?:ly)?\b|\byet\b|\bso far\b|\bas of\b|\buntil now\b/i;

/** "No arrests have been made", "has not been suspended": so far, whatever came after. */
const NOT_SO_FAR =
	/\b(?:no|none|nobody|nothing)\b[^.;]{0,40}\b(?:has|have)\b|\b(?:has|have)(?:n['’]t| not| never)\b|\b(?:has|have) (?:opened|made|found|given|received|taken) (?:no|none|nothing)\b/i;

/** Whether a claim denies something only as far as was known when it was printed. */
export function isForNow({ claim }: Gist): boolean {
	return FOR_NOW.test(claim.text);
}

/** Things whose count only grows while people look. */
const GROWING =
	/\b(?:dead|deaths?|die[ds]?|kill\w*|injur\w*|wound\w*|hurt|missing|found|recovered|rescued|arrest\w*|detained|case|cases|evacuated|confirmed|discovered|identified|charged|toll|victims?|survivors?|damaged|destroyed)\b/i;

/** When a claim appeared: with its account, or with a later edition of it. */
const whenOf = ({ claim, extraction }: Gist) => claim.since ?? extraction.account.publishedAt;

/** Published before, at the hour where both are known to the hour, else by the day. */
function order(a: Gist, b: Gist): number {
	const [x, y] = [whenOf(a), whenOf(b)];
	if (x === undefined || y === undefined) return 0;
	if (x.length > 10 && y.length > 10) {
		const [p, q] = [Date.parse(x), Date.parse(y)];
		if (!Number.isNaN(p) && !Number.isNaN(q)) return p - q;
	}
	const [p, q] = [x.slice(0, 10), y.slice(0, 10)];
	return p < q ? -1 : p > q ? 1 : 0;
}

/** Whether the account says of its own words that it corrects them. */
const isWithdrawn = ({ claim }: Gist) => claim.why?.some(({ rule }) => rule === 'withdrawn') ?? false;

const sentenceOf = (gist: Gist) => {
	const sentence = gist.extraction.sentences[gist.claim.sentence];
	return sentence === undefined
		? gist.claim.text
		: gist.extraction.account.text.slice(sentence.start, sentence.end);
};
const sizeOf = (gist: Gist, finding: Finding) => {
	const place = finding.evidence.find((evidence) => evidence.claim === gist.claim.id);
	const value = gist.claim.values.find((v) => v.start === place?.start || v.end === place?.end);
	return value?.low ?? value?.high ?? 0;
};

/**
 * Turns a conflict into an update where the later account only knows more: the later one says so, or the earlier
 * one says that more may come, or a count grew that does grow. Where the times are not known, the words alone decide.
 */
export function updated(a: Gist, b: Gist, finding: Finding): Finding | null {
	if (finding.kind !== 'conflicts' || finding.code === 'person') return null;
	const isBack = isWithdrawn(a) !== isWithdrawn(b);
	const when = isBack ? (isWithdrawn(a) ? -1 : 1) : order(a, b);
	const [early, late] = when > 0 ? [b, a] : [a, b];
	const [then, now] = [sentenceOf(early), sentenceOf(late)];
	const isGrowing =
		finding.code === 'number' &&
		when !== 0 &&
		GROWING.test(then) &&
		GROWING.test(now) &&
		sizeOf(late, finding) > sizeOf(early, finding);
	// Whether something was done hangs on the claims' own words: "so far" elsewhere in a sentence opens nothing.
	const isDone = finding.code === 'negation';
	const isSaid =
		when !== 0 &&
		finding.code !== 'date' &&
		(LATER.test(isDone ? late.claim.text : now) ||
			EARLIER.test(isDone ? early.claim.text : then) ||
			(isDone && NOT_SO_FAR.test(early.claim.text)));
	const earlier = finding.evidence.find(({ claim }) => claim === early.claim.id);
	const isReplaced = earlier && replaces(now, wordsAt(early, earlier));
	if (isReplaced === false && !isBack) return null;
	// A count that shrinks is no count that grew, whatever words stand beside it.
	const isShrinking =
		finding.code === 'number' && sizeOf(late, finding) < sizeOf(early, finding) && !LATER.test(now);
	if (!isBack && !isReplaced && (isShrinking || !(isGrowing || isSaid))) return null;
	const [one, other] = speakers(early, late);
	const [x, y] = [early, late].map((gist) => finding.evidence.find(({ claim }) => claim === gist.claim.id)!);
	const text = isBack
		? `${one} gave ${wordsAt(early, x!)} and has corrected it; ${does(other, 'gives')} ${wordsAt(late, y!)}.`
		: finding.code === 'number'
			? `${one} gave ${wordsAt(early, x!)}; later ${does(other, 'gives')} ${wordsAt(late, y!)}.`
			: one === other
				? `${other} later says more than before.`
				: `${does(other, 'says')} more than ${one} could before.`;
	return {
		...finding,
		kind: 'update',
		code: 'later',
		text,
		evidence: [evidenceOf(early, x!), evidenceOf(late, y!)]
	};
}
