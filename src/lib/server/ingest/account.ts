import type { Account, Draft } from '#lib/model/index.ts';
import { firstLine } from './import.ts';
import { hashText } from './text.ts';

/**
 * The account that a draft becomes, with an id made from its place and source that is not among `taken`:
 * `03-daily-lantern`. `keep` is an id that the account came with, from an `event.json`.
 */
export function toAccount(draft: Draft, taken: ReadonlySet<string>, keep?: string): Account {
	const title = draft.title.trim() || firstLine(draft.text);
	return {
		...draft,
		title,
		id: keep && !taken.has(keep) ? keep : makeId(draft, taken),
		sha256: hashText(draft.text)
	};
}

/** `port-valen-ferry` out of any text; `event` where it has no Latin letters. At most 60 characters. */
export function slugify(text: string, otherwise: string): string {
	const slug = text
		.slice(0, 300)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean)
		.join('-');
	if (slug.length <= 60) return slug || otherwise;
	const cut = slug.slice(0, 60);
	return cut.slice(0, Math.max(cut.lastIndexOf('-'), 30));
}

function makeId(draft: Draft, taken: ReadonlySet<string>): string {
	const slug = slugify(draft.source.name, 'account');
	for (let number = taken.size + 1; ; number++) {
		const id = `${String(number).padStart(2, '0')}-${slug}`;
		if (!taken.has(id)) return id;
	}
}
