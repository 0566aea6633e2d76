import type { FailureCode } from '#lib/model/index.ts';

/** Words below which a page whose rest must be paid for is only its beginning. */
const TEASER = 120;

/** Words above which a page is an article, whatever notices stand around it. */
const LONG = 300;

const CONSENT =
	/\b(?:cookies?|consent|legitimate interests?|vendors?|gdpr|ccpa|personal data|privacy (?:policy|settings|choices|preferences)|accept all|reject all|manage (?:my )?(?:options|preferences|choices|settings)|our (?:\d+ )?partners|tracking technologies|personali[sz]ed ads)\b/gi;

const ERROR_TITLE =
	/^(?:error\s*)?(?:40[0134]|410|429|50[0-4])\b|\b(?:page|article|story|file) (?:not|cannot be|could not be|can['’]t be) found\b|^(?:not found|access denied|forbidden|just a moment|attention required|are you (?:a )?(?:robot|human)|robot check|security check|service unavailable|site maintenance|something went wrong|oops)\b/i;

const ERROR_TEXT =
	/\b(?:page (?:you (?:are looking for|requested|tried to reach|were looking for))|enable javascript and cookies|(?:verify|confirm|prove)(?: that)? you(?:'re|’re| are) (?:a |not a )?(?:human|robot)|checking your browser|unusual (?:traffic|activity) from|complete the (?:captcha|security check)|you don['’]t have permission to access|please enable (?:java ?script|cookies)|our systems have detected|has been (?:moved or )?deleted or|no longer (?:exists|available))\b/i;

/** Demands: the rest is not shown. */
const DEMAND =
	/\b(?:(?:subscribe|register|sign up|sign in|log in|join)(?: now| today| for free)? (?:to|and) (?:keep reading|continue|read|unlock|get (?:full|unlimited))|to (?:continue|keep) reading|continue reading (?:this|your|with|for)|subscribers? only|(?:for|exclusive to) (?:our )?(?:paying )?(?:subscribers|members)|(?:free|complimentary) articles? (?:left|remaining|this month)|unlock this (?:article|story)|this (?:article|story|content) is (?:reserved )?for|read the full (?:article|story) (?:with|by))/i;

/** Offers, which stand under whole articles too. */
const OFFER =
	/\b(?:already (?:a|an) (?:subscriber|member)|create (?:a|your) free account|start your (?:free )?trial|become a (?:subscriber|member))/i;

/** Longest line of a notice; a sentence of the story about subscriptions is longer than most, and in no notice. */
const LINE = 240;

/** Whether a line is a publisher's offer or demand, which is no part of what it reports. */
export function isWallLine(line: string): boolean {
	return line.length <= LINE && (DEMAND.test(line) || OFFER.test(line));
}

export type Found = {
	title: string;
	/** The whole page's words, for what stands around the article. */
	page: string;
	blocks: readonly string[];
	/** Whether the page's own data say that a part must be paid for. */
	isPaid: boolean;
};

/**
 * What a page shows in place of an article: a consent notice, an error or a check for robots, the beginning of
 * something to be paid for; null where it shows an article. An account that is none must never count as one
 * that is silent.
 */
export function findStub({
	title,
	page,
	blocks,
	isPaid
}: Found): Extract<FailureCode, 'consent_page' | 'error_page' | 'paywall'> | null {
	const text = blocks.filter((block) => !isWallLine(block)).join('\n');
	const words = countWords(text);
	if (words >= LONG) return null;
	if (words < 250 && (ERROR_TITLE.test(title.trim()) || ERROR_TEXT.test(text.slice(0, 3_000))))
		return 'error_page';
	const consent = text.slice(0, 6_000).match(CONSENT)?.length ?? 0;
	if (consent >= 4 && consent * 25 >= words) return 'consent_page';
	if (words < TEASER && (isPaid || blocks.some(isWallLine) || hasWall(page))) return 'paywall';
	if (words < 40 && ERROR_TEXT.test(page.slice(0, 5_000))) return 'error_page';
	return null;
}

/** Whether some line of a page demands something of the reader before it shows the rest. */
export function hasWall(page: string): boolean {
	return page
		.slice(0, 200_000)
		.split('\n')
		.some((line) => line.length <= LINE && DEMAND.test(line));
}

/** Words, and where a script writes none apart, what its length amounts to. */
function countWords(text: string): number {
	return Math.max(text.split(/\s+/).filter(Boolean).length, text.length / 8);
}
