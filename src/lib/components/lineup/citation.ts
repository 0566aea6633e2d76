import { lineupWords } from '#lib/i18n/en/lineup.ts';
import { formatWhen, listNames } from '#lib/i18n/format.ts';
import type { ClaimDetail } from '#lib/viz/claim-detail.ts';
import type { LineDetail, Panel, Wording } from '#lib/viz/line-detail.ts';

/** What a citation names besides the words: the event, where the accounts can be read, and this page's address. */
export type CitationPlace = { event: string; address: string; accounts: Panel['accounts'] };

const say = lineupWords.cite;

type Cited = Pick<Wording, 'account' | 'source' | 'text' | 'summary'> & { holders: string[] };

/** One account's words with who says so, when, and where to read them. */
function sourceLine({ account, source, text, summary, holders }: Cited, { accounts }: CitationPlace): string {
	const { publishedAt, url } = accounts[account] ?? {};
	const who = [
		publishedAt ? `${source} (${formatWhen(publishedAt)})` : source,
		...(holders.length > 0 ? [`${say.citing} ${holders.join(` ${say.citing} `)}`] : [])
	].join(', ');
	const words = text.replace(/\s+/g, ' ').trim();
	return `${who}: ${summary ? `[${say.summary}] ${words}` : `“${words}”`}${url ? ` ${url}` : ''}`;
}

/** A line as a citation: every published account's exact words with source, time and link, and who is silent. */
export function citeLine(line: LineDetail, place: CitationPlace): string {
	return [
		say.line(line.title, place.event),
		...line.wordings
			.filter(({ draft }) => !draft)
			.map(
				(wording) => `- ${sourceLine({ ...wording, holders: wording.holder ? [wording.holder] : [] }, place)}`
			),
		...(line.silent.length > 0 ? [say.silentAre(listNames(line.silent, line.silent.length))] : []),
		...(line.unknown.length > 0 ? [say.unknownAre(listNames(line.unknown, line.unknown.length))] : []),
		`${say.made} ${place.address}`
	].join('\n');
}

/** One claim as a citation: its exact words, the chain of who said so, and what it conflicts with. */
export function citeClaim(claim: ClaimDetail, place: CitationPlace): string {
	const holders = claim.chain.map(({ name, named }) => (named ? name : `${name} (${say.unnamed})`));
	const against = [
		...new Set(claim.relations.filter(({ kind }) => kind === 'conflicts').flatMap(({ names }) => names))
	];
	return [
		sourceLine({ ...claim, holders }, place),
		...(against.length > 0 ? [say.conflicts(listNames(against, against.length))] : []),
		`${say.made} ${place.address}`
	].join('\n');
}
