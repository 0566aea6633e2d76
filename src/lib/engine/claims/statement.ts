import type { Account, Claim, Link, Span, Value, Why } from '#lib/model/index.ts';
import { isLetter, type ReadText } from '../text/index.ts';
import type { Frame } from './attribution/frames.ts';
import { isPointing } from './attribution/pointing.ts';
import { hasVerb, type Range } from './attribution/ranges.ts';
import { readCertainty, type Hedges } from './certainty/index.ts';
import { isKnowing, OPEN_NOUNS } from './certainty/words.ts';
import type { Parsed } from './parsed.ts';
import { quotedShare, quoteKind } from './quoted.ts';
import { isScrap } from './propositions.ts';
import { isUntold, withholds } from './withheld.ts';
import { childBy, placeOf, type Tree } from './tree.ts';

/** Rules whose content keeps its verb, since the rest says nothing without it. */
export const HOLDS_CUE = /^(?:called|denied-thing|points|reply|puts)$/;

/** Who "was told" something knows it; who "is said" to have done something may not have. */
const TELLS = /^(?:tell|inform|notify|brief|assure|remind)$/;

/** How an account speaks of what it printed before. */
const WITHDRAWN =
	/\b(?:earlier|previous|original) version of this (?:report|story|article|post|statement)\b/i;

const REPORTS = /^(?:report|claim|allegation|accusation|assertion|charge|indication|sign)$/;

const CLAIMS = /^(?:claim|allege)$/;
/** Who only suspects or doubts something leaves it open, where who believes it holds it. */
const GUESSES = /^(?:suspect|doubt|guess|speculate|worry|wonder)$/;

function explainFrame(frame: Frame & { link: Link | null }): string {
	if (frame.rule === 'continued')
		return `The quotation goes on with ${frame.link?.name ?? 'the last speaker'}.`;
	const who = frame.link?.name ?? 'Somebody who is not named';
	const does = {
		says: 'is said to have said it',
		holds: 'is said to think or hope it',
		asks: 'asks it, and does not say it',
		denies: 'denies it',
		refuses: 'does not speak to it'
	}[frame.manner];
	const sure =
		frame.rule === 'learned' && frame.likely !== undefined
			? ` Where the words begin and end is learned from marked news (${Math.round(frame.likely * 100)} % likely).`
			: '';
	return `${who} ${does}.${sure}`;
}

/** Makes the claim of one proposition, with how firmly it is put and why; null where it states nothing. */
export function makeClaim(
	account: Account,
	tree: Tree,
	proposition: Range & { predicate: number },
	place: Span,
	links: Link[],
	chain: Parsed['frames'],
	values: readonly Value[],
	read: ReadText,
	headline: boolean,
	hedges: Hedges
): Claim | null {
	if (withholds(tree, proposition.predicate) || isUntold(tree, proposition)) return null;
	const size = proposition.to - proposition.from;
	const loose = chain.some(({ rule }) => HOLDS_CUE.test(rule));
	if (!loose && isScrap(tree, proposition, links.length > 0)) return null;
	// A sentence that ends like one says something even where the tagger saw no verb in it.
	const headed =
		hasVerb(tree, proposition) || (tree.lower.at(-1) === '.' && size >= Math.max(6, tree.tokens.length - 3));
	if (
		!headed &&
		!loose &&
		!headline &&
		!chain.some(({ content }) => content.some(({ from, to }) => to - from <= size + 3))
	)
		return null;
	// "Statement on the collision": a title without a verb or a figure names the matter and says nothing of it.
	if (headline && !hasVerb(tree, proposition) && !values.some(({ low }) => low !== undefined)) return null;
	// "What went wrong in Salem" heads an answer, and gives none.
	if (headline && /^(?:what|why|how|who|where|when)$/.test(tree.lower[proposition.from]!)) return null;
	// "Who led the operation": a short clause about somebody else says too little without them.
	const about = childBy(tree, proposition.predicate, 'nsubj');
	if (
		about >= 0 &&
		/^(?:who|which|that)$/.test(tree.lower[about]!) &&
		tree.tokens[about]!.xpos !== 'DT' &&
		about < proposition.predicate &&
		size < 7
	)
		return null;
	const reading = readCertainty(tree, proposition, proposition.predicate, hedges);
	const why: Why[] = chain.map((frame) => ({
		rule: frame.rule,
		text: explainFrame(frame),
		...placeOf(tree, frame.cue.from, frame.cue.to)
	}));
	why.push(...reading.why);
	let { certainty, degree } = reading;
	for (const frame of chain) {
		if (frame.manner === 'refuses') return null;
		if (
			frame.manner === 'asks' ||
			(((frame.passive && !TELLS.test(frame.lemma)) || OPEN_NOUNS.has(frame.lemma)) &&
				frame.agentless === frame.passive &&
				certainty === 'stated') ||
			// "There are reports that": somebody says so, and the account does not.
			(frame.rule === 'noun' && frame.agentless && REPORTS.test(frame.lemma) && certainty === 'stated') ||
			// "A clip went round, claiming that"
			(frame.agentless && !frame.link && CLAIMS.test(frame.lemma) && certainty === 'stated') ||
			(frame.manner === 'holds' && GUESSES.test(frame.lemma) && !frame.negated && certainty === 'stated')
		) {
			certainty = 'hedged';
			degree = Math.min(degree, frame.manner === 'asks' ? 0.4 : frame.lemma === 'doubt' ? 0.2 : 0.6);
		}
		if (frame.rule === 'denied-thing' || isPointing([frame]) || frame.counter) {
			certainty = 'denied';
			degree = 0;
		} else if (frame.manner === 'denies') {
			certainty = certainty === 'denied' ? 'stated' : 'denied';
			degree = 1 - degree;
		} else if (frame.negated && (frame.manner === 'says' || frame.manner === 'holds')) {
			// "Does not believe that" denies; "does not know how" leaves open.
			const denied = frame.manner === 'holds' && !isKnowing(frame.lemma);
			certainty = denied ? 'denied' : 'hedged';
			degree = denied ? 0.1 : 0.4;
		}
	}
	const { text } = account;
	// What an account says that it said before is withdrawn, and stated by nobody any more.
	const withdrawn = WITHDRAWN.exec(text.slice(tree.tokens[0]!.start, place.end));
	if (withdrawn && certainty === 'stated') {
		certainty = 'hedged';
		degree = 0.3;
		const start = tree.tokens[0]!.start + withdrawn.index;
		why.push({
			rule: 'withdrawn',
			text: 'The account says that it said so before, and corrects it.',
			start,
			end: start + withdrawn[0].length
		});
	}
	const words = text.slice(place.start, place.end);
	if (![...words.slice(0, 400)].some(isLetter)) return null;
	const holder = links.at(-1);
	return {
		id: `${account.id}:${place.start}-${place.end}`,
		account: account.id,
		...place,
		text: words,
		voice: holder ? (holder.named ? 'named' : 'unnamed') : 'own',
		certainty,
		degree: Number(degree.toFixed(2)),
		attribution: links,
		holder: holder?.name ?? account.source.name,
		...(holder ? { quote: quoteKind(quotedShare(text, place, read.quotations)) } : {}),
		values: values.filter((value) => value.start >= place.start && value.end <= place.end),
		...(why.length > 0 ? { why } : {})
	};
}
