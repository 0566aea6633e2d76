import type { Account } from '#lib/model/index.ts';

/** Agencies by the short and the full names under which papers credit them. */
const AGENCIES = new Map(
	Object.entries({
		ap: 'Associated Press',
		'associated press': 'Associated Press',
		reuters: 'Reuters',
		afp: 'Agence France-Presse',
		'agence france-presse': 'Agence France-Presse',
		upi: 'United Press International',
		'united press international': 'United Press International',
		dpa: 'dpa',
		'press association': 'PA Media',
		'pa media': 'PA Media',
		tass: 'TASS',
		xinhua: 'Xinhua',
		yonhap: 'Yonhap',
		kyodo: 'Kyodo News',
		'kyodo news': 'Kyodo News',
		ansa: 'ANSA',
		efe: 'EFE'
	})
);

/** How far into a text a dateline is looked for: after the title, a byline and a date. */
const HEAD = 600;
/** "MORVANE, Nov 3 (Harbour Wire) —": the credit stands in brackets before a dash. */
const DATELINE = /^\p{Lu}[^\n()]{0,80}\(([^\n()]{2,40})\)\s{0,3}[-–—]/mu;
/** "Skerry Post (Harbour Wire text)", as a collection names where its text came from. */
const IN_NAME = /\(([^()]{2,60}?)(?: (?:text|copy|report|wire))?\)\s*$/;

/**
 * The agency whose text an account says it prints, by a dateline, a byline or in the source's name; null when it says
 * none. `agencies` are the event's own agency sources, which may be known here alone.
 */
export function creditOf(account: Account, agencies: readonly string[]): string | null {
	const known = (name: string | undefined) => {
		const plain = name?.trim().toLowerCase().replace(/^the /, '') ?? '';
		return (
			agencies.find((agency) => agency.toLowerCase().replace(/^the /, '') === plain) ?? AGENCIES.get(plain)
		);
	};
	const credits = [
		DATELINE.exec(account.text.slice(0, HEAD))?.[1],
		IN_NAME.exec(account.source.name.slice(-100))?.[1],
		...(account.authors ?? [])
	];
	for (const credit of credits) {
		const agency = known(credit);
		if (agency !== undefined) return agency;
	}
	return null;
}
