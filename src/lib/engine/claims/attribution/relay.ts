import type { Link } from '#lib/model/index.ts';
import type { Entities } from '../names/entities.ts';
import type { Mention } from '../names/mentions.ts';
import { childBy, placeOf, type Tree } from '../tree.ts';
import type { Frame } from './frames.ts';
import type { Memory } from './memory.ts';
import type { SourceReader } from './sources.ts';

/** An outlet that passes on what unnamed people told it, and where it was said. */
export type Relay = { outlet: Link; source: Link; sentence: number };

/** An outlet goes on passing on the same people's words for so many sentences. */
const REACH = 3;
const OUTLET =
	/\b(?:times|post|news|journal|herald|tribune|daily|ilbo|press|reuters|agency|wire|gazette|courier|echo|ledger|radio|television|tv|standard|guardian|mirror|chronicle|magazine|bloomberg|axios|politico)\b|^[A-Z]{2,5}$/i;
const CARRYING = /^(?:carried|published|broadcast|aired|reported|quoted|saying)$/;
const OUTLET_NOUN = /^(?:paper|newspaper|outlet|network|station|magazine|website|site|broadcaster|agency)$/;

function outletAt(token: number, mentions: readonly Mention[], entities: Entities): Link | null {
	const mention = mentions.find(({ from, to }) => from <= token && token < to);
	if (!mention) return null;
	const { name } = entities.of.get(mention)!;
	// A crawler may have lost the space after a name: the name is then one that stands elsewhere in the account.
	const known = OUTLET.test(name)
		? name
		: entities.all.find(
				(other) => OUTLET.test(other.name) && other.name.length > 4 && name.startsWith(other.name)
			)?.name;
	return known === undefined ? null : { name: known, named: true, start: mention.start, end: mention.end };
}

/** The one spoken to: "told the Herald", "sources who spoke with the Herald". */
function hearerOf(tree: Tree, frame: Frame): number {
	const verb = frame.cue.from;
	if (frame.lemma === 'tell') {
		for (let cue = verb; cue < frame.cue.to; cue++) {
			const hearer = childBy(tree, cue, 'iobj', 'obj');
			if (hearer >= 0) return hearer;
		}
	}
	const from = frame.source?.to ?? tree.tokens.length;
	for (let at = from; at < Math.min(from + 3, tree.tokens.length - 2); at++) {
		if (!/^(?:who|that)$/.test(tree.lower[at]!) || !/^(?:speak|talk)$/.test(tree.tokens[at + 1]!.lemma))
			continue;
		if (/^(?:with|to)$/.test(tree.lower[at + 2]!))
			return Math.min(tree.tokens.length - 1, at + (tree.lower[at + 3] === 'the' ? 4 : 3));
	}
	return -1;
}

/** "In a statement carried by the Tasna agency": the outlet through which somebody's words came; null where none is named. */
function carrierOf(tree: Tree, frame: Frame, mentions: readonly Mention[], entities: Entities): Link | null {
	for (let by = frame.cue.to; by < tree.tokens.length - 1; by++) {
		if (tree.lower[by] !== 'by' || !CARRYING.test(tree.lower[by - 1]!)) continue;
		const isWithin = frame.content.some(({ from, to }) => by >= from && by < to);
		const mention = mentions.find(({ from }) => from > by && from - by < 5);
		if (isWithin || !mention) continue;
		const after = tree.lower.slice(mention.to, mention.to + 2).join(' ');
		const known = outletAt(mention.from, mentions, entities);
		if (known) return known;
		if (/^(?:news )?agency|^newspaper|^television|^network/.test(after))
			return { name: entities.of.get(mention)!.name, named: true, start: mention.start, end: mention.end };
	}
	return null;
}

/** The outlet through which a source's words came, where the sentence names it; null where it does not. */
export function readRelay(
	tree: Tree,
	frame: Frame,
	link: Link,
	mentions: readonly Mention[],
	entities: Entities,
	sources: SourceReader,
	memory: Memory
): Link | null {
	const carrier = carrierOf(tree, frame, mentions, entities);
	if (carrier !== null && carrier.name !== link.name) return carrier;
	if (link.named) return null;
	const hearer = hearerOf(tree, frame);
	if (hearer < 0) return null;
	const named = outletAt(hearer, mentions, entities);
	if (named) return named;
	if (!OUTLET_NOUN.test(tree.tokens[hearer]!.lemma)) return null;
	const low = tree.low[hearer]!;
	// "Told this newspaper": the account itself heard it.
	if (tree.lower[low] === 'this' || tree.lower[low] === 'our') return null;
	const again = sources.read(tree, { from: low, to: hearer + 1 }, mentions, memory);
	return again?.named ? { ...again, ...placeOf(tree, low, hearer + 1) } : null;
}

/** Whether "the paper reported" passes on what the same people told it a moment ago. */
export function goesOn(
	relay: Relay | null,
	tree: Tree,
	frame: Frame,
	link: Link,
	sentence: number
): relay is Relay {
	if (relay === null || frame.source === null || relay.outlet.name !== link.name) return false;
	const noun = tree.tokens[frame.source.to - 1]!.lemma;
	return (
		sentence - relay.sentence <= REACH && tree.lower[frame.source.from] === 'the' && OUTLET_NOUN.test(noun)
	);
}
