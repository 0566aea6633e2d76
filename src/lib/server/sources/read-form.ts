import { fail, ok, type Result, SOURCE_KINDS } from '#lib/model/index.ts';
import { hostOf } from '../ingest/index.ts';
import { bare } from './bare.ts';
import type { OwnSource } from './own-sources.ts';

const LONGEST = 120;
const MOST = 20;

/** A form's fields as a person typed them. */
export type TypedSource = Record<
	'name' | 'kind' | 'aliases' | 'hosts' | 'languages' | 'country' | 'labels',
	string
>;

export function typedSource(form: FormData): TypedSource {
	const field = (name: string) => String(form.get(name) ?? '').slice(0, 4_000);
	return {
		name: field('name'),
		kind: field('kind'),
		aliases: field('aliases'),
		hosts: field('hosts'),
		languages: field('languages'),
		country: field('country'),
		labels: field('labels')
	};
}

/** What the fields say of a source; `field_invalid` with the field that is wrong. */
export function readSourceForm(typed: TypedSource): Result<OwnSource> {
	const name = oneLine(typed.name);
	const kind = SOURCE_KINDS.find((known) => known === typed.kind);
	if (bare(name) === '' || name.length > LONGEST) return fail('field_invalid', undefined, 'name');
	if (kind === undefined) return fail('field_invalid', undefined, 'kind');
	const hosts: string[] = [];
	for (const part of listOf(typed.hosts)) {
		const host = hostOf(/^https?:/i.test(part) ? part : `https://${part}`);
		if (host === null || !host.includes('.')) return fail('field_invalid', { name: part }, 'hosts');
		hosts.push(host);
	}
	const languages = listOf(typed.languages).map((language) => language.toLowerCase());
	const odd = languages.find((language) => !/^[a-z]{2,3}$/.test(language));
	if (odd !== undefined) return fail('field_invalid', { name: odd }, 'languages');
	return ok({
		name,
		kind,
		hosts: [...new Set(hosts)],
		languages: [...new Set(languages)],
		country: oneLine(typed.country),
		aliases: listOf(typed.aliases).filter((alias) => alias !== name),
		labels: listOf(typed.labels)
	});
}

/** Parts between commas and line ends, each once. */
function listOf(text: string): string[] {
	return [...new Set(text.split(/[,\n]/).map(oneLine).filter(Boolean))].slice(0, MOST);
}

function oneLine(text: string): string {
	return text.normalize('NFC').split(/\s+/).filter(Boolean).join(' ').slice(0, LONGEST);
}
