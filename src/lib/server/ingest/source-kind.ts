import type { SourceKind } from '#lib/model/index.ts';

/** News agencies whose copy other outlets print; a guess that a person can correct. */
const AGENCIES = new Set(
	(
		'associated press|the associated press|ap|ap news|reuters|thomson reuters|agence france-presse|afp|upi|' +
		'united press international|dpa|deutsche presse-agentur|efe|agencia efe|ansa|yonhap|yonhap news agency|kyodo|' +
		'kyodo news|xinhua|tass|interfax|pa media|press association|the canadian press|canadian press|belga|apa|lusa|anp'
	).split('|')
);

const OFFICIAL_NAME =
	/\b(ministry|minister|department of|government|police|white house|state department|embassy|coast guard|fire department|city of|mayor|parliament|senate|council|prosecutor|sheriff|army|navy|agency for)\b/i;
const INSTITUTION_NAME =
	/\b(university|college|hospital|institute|foundation|church|museum|school|association|union)\b/i;
const OFFICIAL_HOST = /(^|\.)(gov|mil|gouv|gob|govt|bund)(\.[a-z]{2})?$|(^|\.)europa\.eu$|(^|\.)un\.org$/;

/** What kind of body a source is, by its name and its host: a first guess, shown for correction. */
export function guessKind(name: string, host: string | null = null): SourceKind {
	const bare = name.trim().toLowerCase();
	if (AGENCIES.has(bare)) return 'agency';
	if (host && OFFICIAL_HOST.test(host)) return 'official';
	if (OFFICIAL_NAME.test(name)) return 'official';
	if (INSTITUTION_NAME.test(name) || host?.endsWith('.edu')) return 'institution';
	return 'outlet';
}
