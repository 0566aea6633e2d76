const REASON =
	/\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))[^,.;]{0,120}|(?:who|that) (?:asked|requested|declined|refused|wished|spoke)[^,.;]{0,30} (?:not to be|to be|to remain|be|anonymity|anonymously)[^,.;]{0,80}|because [^,.;]{0,20}not authori[sz]ed[^,.;]{0,80}|was not authori[sz]ed[^,.;]{0,80}|were not authori[sz]ed[^,.;]{0,80})/i;

/** The reason that a sentence gives for not naming a source, if it gives one. */
export function anonymityReason(sentence: string): string | undefined {
	return REASON.exec(sentence.slice(0, 2000))?.[0];
}
