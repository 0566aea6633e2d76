import { showUnseen } from '#lib/i18n/unseen.ts';
import type { Account, Claim, Comparison, Line, Relation, RelationKind } from '#lib/model/index.ts';
import { indexComparison as indexForViews } from '#lib/viz/comparison-index.ts';
import { groupOf, type LineGroup } from '#lib/viz/line-group.ts';

const GROUPS: [LineGroup, string][] = [
	['disputed', 'In dispute'],
	['agreed', 'Agreed'],
	['unclear', 'Unclear: some deny and some state'],
	['single', 'In one account only']
];

/** Neutral, and without a direction: a relation's two claims are in the order of their ids. */
const RELATION_WORDS: Record<RelationKind, string> = {
	agrees: 'Agreement',
	conflicts: 'Conflict',
	differs: 'Difference in detail',
	update: 'Update'
};

/** Characters of a claim's words that are shown; whole speeches do occur as one claim. */
const LONGEST = 400;

type Index = { claims: Map<string, Claim>; sources: Map<string, string>; relations: Map<string, Relation[]> };

/**
 * The comparison as Markdown to read or print: lines by state, versions with who says each and in which words,
 * conflicts with their reason. `accounts` says which texts are summaries, so that none passes as the source's words.
 */
export function comparisonMarkdown(
	comparison: Comparison,
	accounts: readonly Pick<Account, 'id' | 'rendering'>[] = []
): string {
	const index = indexComparison(comparison, accounts);
	const parts = [`# ${escape(comparison.event.title)}`, accountTable(comparison, index)];
	const whole = indexForViews(comparison);
	for (const [state, heading] of GROUPS) {
		const lines = comparison.lines.filter((line) => groupOf(line, whole) === state);
		if (lines.length === 0) continue;
		parts.push(`## ${heading} (${lines.length})`);
		for (const line of lines)
			parts.push(state === 'single' ? singleLine(line, index) : fullLine(line, index));
	}
	if (comparison.lines.length === 0) parts.push('No claims were found in these accounts.');
	const { version, rules } = comparison.engine;
	parts.push(`Made by Lateral ${version} (rules ${rules}). It says who says what, not who is right.`);
	return showUnseen(`${parts.join('\n\n')}\n`);
}

function indexComparison(
	{ accounts, claims, relations }: Comparison,
	texts: readonly Pick<Account, 'id' | 'rendering'>[]
): Index {
	const summaries = new Set(texts.filter((text) => text.rendering === 'summary').map((text) => text.id));
	const byClaim = new Map<string, Relation[]>();
	for (const relation of relations) {
		if (relation.kind === 'agrees') continue;
		const known = byClaim.get(relation.a);
		if (known === undefined) byClaim.set(relation.a, [relation]);
		else known.push(relation);
	}
	return {
		claims: new Map(claims.map((claim) => [claim.id, claim])),
		sources: new Map(
			accounts.map(({ id, source }) => [id, source.name + (summaries.has(id) ? ' (our summary)' : '')])
		),
		relations: byClaim
	};
}

function accountTable({ accounts }: Comparison, { sources }: Index): string {
	const rows = accounts.map((account) => {
		const title = account.url === undefined ? escape(account.title) : link(account.title, account.url);
		const cut = account.truncated ? ' (cut short)' : '';
		const cells = [escape(sources.get(account.id) ?? ''), account.source.kind, title + cut];
		return `| ${[...cells, account.publishedAt ?? ''].join(' | ')} |`;
	});
	return ['| Source | Kind | Account | Published |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fullLine(line: Line, index: Index): string {
	const parts = [`### ${escape(line.title)}${decidedMark(line)}`];
	for (const [place, version] of line.versions.entries()) {
		const letter = line.versions.length > 1 ? `${letterOf(place)}: ` : '';
		const said = version.claims.map((id) => claimItem(id, index)).join('\n');
		const head = `${letter}${escape(version.label)}`;
		parts.push(head === '' ? said : `**${head}**\n\n${said}`);
	}
	const reasons = reasonItems(line, index);
	if (reasons.length > 0) parts.push(reasons.join('\n'));
	const notes = lineNotes(line, index);
	if (notes.length > 0) parts.push(notes.join(' '));
	return parts.join('\n\n');
}

function singleLine(line: Line, index: Index): string {
	const claims = line.versions.flatMap((version) => version.claims);
	return [...new Set(claims)].map((id) => claimItem(id, index)).join('\n');
}

function claimItem(id: string, { claims, sources }: Index): string {
	const claim = claims.get(id);
	if (claim === undefined) return '';
	const text = claim.text.length > LONGEST ? `${claim.text.slice(0, LONGEST)}…` : claim.text;
	return `- ${escape(sources.get(claim.account) ?? claim.account)}${howSaid(claim)}: “${escape(text)}”${decidedMark(claim)}`;
}

/** A word where a person, not the engine, decided. */
function decidedMark({ reviewed }: Pick<Claim, 'reviewed'>): string {
	return reviewed === undefined ? '' : ' (decided by a person)';
}

/** `, citing the mayor, who cites an unnamed source, hedged`. */
function howSaid({ attribution, certainty }: Claim): string {
	const chain = attribution.map(({ name, named }) => escape(name) + (named ? '' : ' (unnamed)'));
	const cited = chain.length === 0 ? '' : `, citing ${chain.join(', who cites ')}`;
	return cited + (certainty === 'stated' ? '' : `, ${certainty}`);
}

function reasonItems(line: Line, { claims, sources, relations }: Index): string[] {
	const name = (id: string) => escape(sources.get(claims.get(id)?.account ?? '') ?? id);
	const inLine = new Set(line.versions.flatMap((version) => version.claims));
	const items = new Set<string>();
	for (const id of inLine) {
		for (const { a, b, kind, reason, reviewed } of relations.get(id) ?? []) {
			if (inLine.has(b))
				items.add(
					`- ${RELATION_WORDS[kind]} between ${name(a)} and ${name(b)}: ${escape(reason.text)}${decidedMark({ reviewed })}`
				);
		}
	}
	return [...items];
}

function lineNotes(line: Line, { sources }: Index): string[] {
	const names = (ids: readonly string[]) => ids.map((id) => escape(sources.get(id) ?? id)).join(', ');
	const notes: string[] = [];
	const [only] = line.origins;
	if (line.origins.length === 1 && only !== undefined && only.accounts.length > 1) {
		notes.push(`One origin: ${escape(only.name)}${only.named ? '' : ' (unnamed)'}.`);
	}
	if (line.silent.length > 0) notes.push(`Silent: ${names(line.silent)}.`);
	if (line.unknown.length > 0) notes.push(`Not known: ${names(line.unknown)}.`);
	return notes;
}

function letterOf(place: number): string {
	return String.fromCharCode(65 + (place % 26)) + (place < 26 ? '' : String(Math.floor(place / 26) + 1));
}

/** Text that Markdown must not read as anything else, on one line. */
function escape(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');
}

function link(text: string, url: string): string {
	const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
	return isWeb
		? `[${escape(text)}](<${new URL(url).href.replace(/[<>|]/g, encodeURIComponent)}>)`
		: escape(text);
}
