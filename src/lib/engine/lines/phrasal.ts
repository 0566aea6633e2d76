import type { Token } from '../types.ts';

/** Verbs with a particle or a preposition, and the one verb for what they mean. */
const PHRASES = new Map(
	(
		'call off=cancel, set free=free, let go=release, step down=resign, stand down=resign, ' +
		'lay off=dismiss, throw out=reject, turn down=reject, put off=postpone, push back=postpone, ' +
		'break out=begin, blow up=explode, go off=explode, set off=detonate, pass away=die, ' +
		'run into=hit, crash into=hit, smash into=hit, slam into=hit, plough into=hit, plow into=hit, drive into=hit, ' +
		'collide with=hit, run over=hit, knock down=hit, ' +
		'pull out=withdraw, back out=withdraw, find out=learn, give up=surrender, ' +
		'find guilty=convict, find innocent=acquit, clear of=acquit, stay away=skip, turn back=return, go ahead=happen, take place=happen, hand over=surrender, tear down=demolish, pull down=demolish, ' +
		'shut down=close, set up=found, go up=rise, go down=fall, hold back=withhold, hold up=delay, ' +
		'take hospital=hurt, rush hospital=hurt, bring hospital=hurt, airlift hospital=hurt, treat for=hurt, treat at=hurt, ' +
		'lose life=die, claim life=kill, take life=kill, lose job=dismiss, ' +
		'treat in=hurt, need treatment=hurt, require treatment=hurt, suffer injury=hurt, suffer burn=hurt'
	)
		.split(', ')
		.map((entry): [string, string] => {
			const [phrase, verb] = entry.split('=') as [string, string];
			return [phrase, verb];
		})
);
const VERBS = new Set([...PHRASES.keys()].map((phrase) => phrase.split(' ')[0]!));

/** What stands with a verb as part of it: a particle, an adverb, a bare object ("took place"). */
const PART = /^(?:compound:prt|advmod|obj|xcomp)$/;
/** A place that a verb means something with, behind "to": "were taken to hospital". */
const TO_PLACE = /^hospital$/;

/** What a verb means with a word behind it, and where that word stands; undefined where it is no phrase. */
function meaning(verb: number, tokens: readonly Token[]): { lemma: string; part: number } | undefined {
	const lemma = tokens[verb]!.lemma;
	for (let at = verb + 1; at < tokens.length; at++) {
		const { lemma: word, head, deprel } = tokens[at]!;
		const found = PHRASES.get(`${lemma} ${word}`);
		if (found === undefined) continue;
		if (head === verb && (PART.test(deprel) || (TO_PLACE.test(word) && deprel.startsWith('obl'))))
			return { lemma: found, part: at };
		// "Ran into a lorry": the preposition hangs on the noun that hangs on the verb.
		if (deprel === 'case' && head >= 0 && tokens[head]!.head === verb && at === verb + 1)
			return { lemma: found, part: at };
	}
	return undefined;
}

/** Gives verbs that mean something else with the word behind them the verb for that: "called off" cancels. */
export function joinPhrases(tokens: Token[]): Token[] {
	const parts = new Set<number>();
	const joined = tokens.map((token, at) => {
		if (token.upos !== 'VERB' || !VERBS.has(token.lemma)) return token;
		const found = meaning(at, tokens);
		if (found === undefined) return token;
		parts.add(found.part);
		const end = found.part === at + 1 ? tokens[found.part]!.end : token.end;
		return { ...token, lemma: found.lemma, end };
	});
	// "Lost their lives": the lives are part of the verb, and nothing that is done something to.
	for (const part of parts)
		if (joined[part]!.deprel === 'obj') joined[part] = { ...joined[part]!, deprel: 'compound:prt' };
	return joined;
}
