import { createHash } from 'node:crypto';
import {
	COMPARISON_FORMAT,
	type Account,
	type Claim,
	type Comparison,
	type Line,
	VOICES
} from '#lib/model/index.ts';
import { pick, randomFrom } from '../bench/random.ts';

const SAID = [
	'houses were flooded',
	'streets were closed',
	'pumps failed',
	'schools stayed shut',
	'bridges are unsafe'
];

/**
 * An invented event of a given size: every line is carried by a few accounts, a third of them with two versions.
 * The comparison is made up beside the texts, not by the engine: what is measured here is the page.
 */
export function benchEvent(accounts: number, lines: number): { accounts: Account[]; comparison: Comparison } {
	const random = randomFrom(accounts * 1000 + lines);
	const texts = Array.from({ length: accounts }, (_, at) => `Report ${at + 1} on the flood\n\n`);
	const claims: Claim[] = [];
	const made: Line[] = [];
	const relations: Comparison['relations'] = [];
	const idOf = (at: number) => `${String(at + 1).padStart(3, '0')}-outlet`;

	for (let line = 0; line < lines; line += 1) {
		const carriers = [
			...new Set(
				Array.from({ length: 1 + Math.floor(random() * Math.min(9, accounts)) }, () =>
					Math.floor(random() * accounts)
				)
			)
		].sort((a, b) => a - b);
		const disputed = carriers.length > 1 && random() < 0.34;
		const point = `${line + 3} ${pick(random, SAID)} in district ${line + 1}`;
		const mine = carriers.map((account, at): Claim => {
			const count = disputed && at % 2 === 1 ? line + 9 : line + 3;
			const text = `about ${count} ${point.slice(String(line + 3).length + 1)}`;
			const start = texts[account]!.length;
			texts[account] += `${text}. `;
			if (line % 4 === 3) texts[account] += '\n\n';
			const voice = pick(random, VOICES);
			const value = start + text.indexOf(String(count));
			return {
				id: `${idOf(account)}:${start}`,
				account: idOf(account),
				start,
				end: start + text.length,
				text,
				voice,
				certainty: random() < 0.1 ? 'hedged' : 'stated',
				attribution:
					voice === 'own'
						? []
						: [
								{
									name: voice === 'named' ? 'Mayor Quill' : 'officials',
									named: voice === 'named',
									start,
									end: start + 5
								}
							],
				holder: voice === 'own' ? `Outlet ${account + 1}` : voice === 'named' ? 'Mayor Quill' : 'officials',
				values: [
					{
						kind: 'number',
						start: value,
						end: value + String(count).length,
						text: String(count),
						low: count,
						high: count,
						unit: 'thing'
					}
				]
			};
		});
		claims.push(...mine);
		const side = (rest: number) => mine.filter((_, at) => at % 2 === rest).map(({ id }) => id);
		const versions = disputed
			? [
					{ id: `v${line}a`, label: String(line + 3), claims: side(0) },
					{ id: `v${line}b`, label: String(line + 9), claims: side(1) }
				]
			: [{ id: `v${line}`, label: '', claims: mine.map(({ id }) => id) }];
		if (disputed) {
			const [a, b] = [mine[0]!, mine[1]!];
			const [low, high] = a.id < b.id ? [a, b] : [b, a];
			relations.push({
				a: low.id,
				b: high.id,
				kind: 'conflicts',
				reason: {
					code: 'number',
					text: 'The two counts cannot both hold.',
					evidence: [a, b].map(({ id, values }) => ({
						claim: id,
						start: values[0]!.start,
						end: values[0]!.end
					}))
				},
				score: 0.9
			});
		}
		made.push({
			id: `l${line}`,
			title: `… ${point.slice(String(line + 3).length + 1)}`,
			state: disputed ? 'disputed' : carriers.length > 1 ? 'agreed' : 'single',
			versions,
			silent: Array.from({ length: accounts }, (_, at) => at)
				.filter((at) => !carriers.includes(at))
				.map(idOf),
			unknown: [],
			origins: carriers.map((at) => ({ name: `Outlet ${at + 1}`, named: true, accounts: [idOf(at)] }))
		});
	}
	const whole = texts.map((text, at): Account => ({
		id: idOf(at),
		source: { name: `Outlet ${at + 1}`, kind: 'outlet' },
		title: `Report ${at + 1} on the flood`,
		text,
		publishedAt: `2026-03-14T${String(at % 24).padStart(2, '0')}:00`,
		rendering: 'verbatim',
		truncated: false,
		sha256: createHash('sha256').update(text).digest('hex')
	}));
	return {
		accounts: whole,
		comparison: {
			format: COMPARISON_FORMAT,
			engine: { version: 'bench', rules: 'bench' },
			event: { id: 'flood', title: 'Flood' },
			accounts: whole.map(({ id, source, title, publishedAt, truncated, sha256 }) => ({
				id,
				source,
				title,
				truncated,
				sha256,
				...(publishedAt ? { publishedAt } : {})
			})),
			claims,
			lines: made,
			relations
		}
	};
}
