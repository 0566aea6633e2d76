import type { Extraction } from '../types.ts';

/** Prints an account's claims, a few lines each: the words, how they are said, by whom, and which rules decided. */
export function explain({ account, claims }: Extraction): string {
	const lines = [`${account.title}`, `${claims.length} claims`, ''];
	for (const claim of claims) {
		const chain = [
			account.source.name,
			...claim.attribution.map(({ name, named }) => (named ? name : `${name} (unnamed)`))
		];
		lines.push(`${claim.start}-${claim.end}  “${claim.text.replace(/\s+/g, ' ')}”`);
		lines.push(
			`  ${chain.join(' ← ')} · ${claim.voice} voice · ${claim.certainty}${claim.quote ? ` · ${claim.quote} quote` : ''}`
		);
		for (const { kind, text, low, high, unit, from, to } of claim.values) {
			const bounds =
				from === undefined ? `${low ?? ''}..${high ?? ''} ${unit ?? ''}`.trim() : `${from}..${to ?? ''}`;
			lines.push(`  ${kind} “${text}”${kind === 'place' || kind === 'person' ? '' : ` = ${bounds}`}`);
		}
		for (const { rule, text, start, end } of claim.why ?? [])
			lines.push(`  why ${rule}: ${text ?? ''} (“${account.text.slice(start, end)}”)`);
		lines.push('');
	}
	return lines.join('\n');
}
