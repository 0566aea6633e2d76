import type { Account, Claim, Comparison, Line, Source } from '#lib/model/index.ts';
import { accountAnchor, claimAnchor, lineAnchor } from '#lib/viz/anchors.ts';

type Node = Record<string, unknown>;
type Texts = readonly Pick<Account, 'id' | 'rendering'>[];

const ref = (anchor: string) => ({ '@id': `#${anchor}` });

/** What schema.org calls a source of each kind; officials are as often a body as a person. */
const SOURCE_TYPES: Record<Source['kind'], string | string[]> = {
	outlet: 'NewsMediaOrganization',
	agency: 'NewsMediaOrganization',
	institution: 'Organization',
	official: ['Organization', 'Person'],
	person: 'Person'
};

const sourceNode = ({ name, kind }: Source): Node => ({ '@type': SOURCE_TYPES[kind], name });

function accountNode(account: Comparison['accounts'][number], isSummary: boolean): Node {
	const { id, source, title, url, publishedAt } = account;
	const isNews = source.kind === 'outlet' || source.kind === 'agency';
	return {
		'@type': isNews ? 'NewsArticle' : 'CreativeWork',
		...ref(accountAnchor(id)),
		headline: title,
		...(url && /^https?:/i.test(url) ? { url } : {}),
		...(publishedAt ? { datePublished: publishedAt } : {}),
		publisher: sourceNode(source),
		...(isSummary ? { description: 'Compared by our summary of it, not by its own words.' } : {})
	};
}

/** Whose claim it is; without a type where nothing tells whether that is a person or a body. */
function holderNode({ holder, attribution }: Claim, source: Source | undefined): Node {
	const last = attribution.at(-1);
	if (!last && source) return sourceNode(source);
	return last && !last.named ? { name: holder, description: 'Not named in the account.' } : { name: holder };
}

/** How it is said, in words: the vocabulary has a rating for a claim and nothing for its certainty. */
function howSaid({ attribution, certainty, reviewed }: Claim, isSummary: boolean): string[] {
	return [
		...(certainty === 'stated' ? [] : [certainty]),
		...attribution.map(({ name, named }) => `citing ${name}${named ? '' : ' (unnamed)'}`),
		...(isSummary ? ['in our summary of the account'] : []),
		...(reviewed ? ['as a person decided'] : [])
	];
}

function claimNode(
	claim: Claim,
	line: Line | undefined,
	source: Source | undefined,
	isSummary: boolean
): Node {
	const said = howSaid(claim, isSummary);
	return {
		'@type': 'Claim',
		...ref(claimAnchor(claim.id)),
		text: claim.text,
		author: holderNode(claim, source),
		appearance: ref(accountAnchor(claim.account)),
		...(line ? { isPartOf: ref(lineAnchor(line.id)) } : {}),
		...(said.length > 0 ? { description: said.join(', ') } : {})
	};
}

const lineNode = ({ id, title, versions }: Line): Node => ({
	'@type': 'CreativeWork',
	...ref(lineAnchor(id)),
	name: title,
	hasPart: [...new Set(versions.flatMap(({ claims }) => claims))].map((claim) => ref(claimAnchor(claim)))
});

/**
 * The claims of a comparison in the vocabulary of schema.org, each with its exact words, whose it is and where it
 * appears; never with a rating. `texts` says which accounts are summaries.
 */
export function comparisonJsonLd(comparison: Comparison, texts: Texts = []): Node {
	const { accounts, claims, lines, event, engine } = comparison;
	const summaries = new Set(texts.flatMap(({ id, rendering }) => (rendering === 'summary' ? [id] : [])));
	const sources = new Map(accounts.map(({ id, source }) => [id, source]));
	const lineOf = new Map(
		lines.flatMap((line) =>
			line.versions.flatMap((version) => version.claims.map((id) => [id, line] as const))
		)
	);
	return {
		'@context': 'https://schema.org',
		'@graph': [
			{
				'@type': 'Dataset',
				name: event.title,
				description:
					'What each account says, line by line, in its exact words. It says who says what, not who is right.',
				creditText: `Lateral ${engine.version} (rules ${engine.rules})`
			},
			...accounts.map((account) => accountNode(account, summaries.has(account.id))),
			...lines.map(lineNode),
			...claims.map((claim) =>
				claimNode(claim, lineOf.get(claim.id), sources.get(claim.account), summaries.has(claim.account))
			)
		]
	};
}

/** The same as a file. */
export function jsonLdFile(comparison: Comparison, texts?: Texts): string {
	return `${JSON.stringify(comparisonJsonLd(comparison, texts), null, 2)}\n`;
}
