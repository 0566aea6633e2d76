import type { Extraction, LexiconFiles } from '../types.ts';
import { identify, loadNameLists } from './names/index.ts';

export { createFactualityReader } from './certainty/factuality.ts';
export { createAttributor, createExtractor, type Attribution } from './extract.ts';

/**
 * Makes the reader that finds out which names in an event's accounts mean the same person or body: identity by the
 * name that an account gives. It needs all accounts of the event; claims themselves never do.
 */
export function createIdentifier(
	files: LexiconFiles
): (extractions: readonly Extraction[]) => Map<string, string> {
	const lists = loadNameLists(files);
	return (extractions) => identify(extractions, lists);
}

/** The extractions again, with the identity of every holder, source and name filled in. */
export function withIdentities(
	extractions: readonly Extraction[],
	identities: ReadonlyMap<string, string>
): Extraction[] {
	const of = (name: string) => identities.get(name);
	const known = (identity: string | undefined) => (identity === undefined ? {} : { identity });
	return extractions.map((extraction) => ({
		...extraction,
		names: extraction.names.map((name) => ({ ...name, ...known(of(name.name)) })),
		claims: extraction.claims.map((claim) => {
			const holder = claim.attribution.at(-1)?.named === false ? undefined : of(claim.holder);
			return {
				...claim,
				attribution: claim.attribution.map((link) => ({
					...link,
					...(link.named ? known(of(link.name)) : {})
				})),
				...(holder === undefined ? {} : { holderIdentity: holder })
			};
		})
	}));
}
