import {
	anchorsOf,
	type Anchor,
	type DecidedRelation,
	type Decision,
	type LostDecision,
	type Standing
} from '#lib/model/index.ts';
import type { ExtractedClaim, Extraction } from '../types.ts';
import { heldBy, inOrder, makeClaimAt, marked, putAs, spokenIn } from './claims.ts';
import type { Decided, DecidedPair } from './decided.ts';
import { pairKey, settlePairs, type PairDecision } from './links.ts';
import { claimAt, findPlace } from './places.ts';

/** One account's claims while decisions are laid over them. */
type Desk = { extraction: Extraction; claims: Map<string, ExtractedClaim>; hidden: Set<string> };

/** Lays decisions over claims, one after the other. */
export class Reviewer {
	readonly #desks: Map<string, Desk>;
	readonly #pairs: PairDecision<Decision>[] = [];
	readonly #relations = new Map<string, DecidedPair>();
	readonly #challenged = new Set<string>();
	readonly #titles = new Map<string, { title: string; at: number }>();
	readonly #sources: string[][] = [];
	readonly #lost: LostDecision[] = [];
	#decisions = 0;

	constructor(extractions: readonly Extraction[]) {
		this.#desks = new Map(
			extractions.map((extraction) => [
				extraction.account.id,
				{
					extraction,
					claims: new Map(extraction.claims.map((claim) => [claim.id, claim])),
					hidden: new Set<string>()
				}
			])
		);
	}

	decide({ decision, why }: Standing): void {
		this.#decisions++;
		const missing = anchorsOf(decision).filter((anchor) => this.#place(anchor) === null);
		if (missing.length > 0) this.#lost.push({ decision, missing });
		switch (decision.kind) {
			case 'hide': {
				const desk = this.#desks.get(decision.claim.account);
				const place = this.#place(decision.claim);
				const claim = desk && place && claimAt(place, desk.claims.values());
				if (claim) desk.hidden.add(claim.id);
				return;
			}
			case 'add':
				return this.#add(decision);
			case 'holder':
				return this.#change(decision.claim, (claim, own) =>
					marked(heldBy(claim, decision.holder, own), 'holder')
				);
			case 'voice':
				return this.#change(decision.claim, (claim, own) =>
					marked(spokenIn(claim, decision.voice, own), 'voice')
				);
			case 'certainty':
				return this.#change(decision.claim, (claim) => marked(putAs(claim, decision.certainty), 'certainty'));
			case 'confirm':
			case 'challenge':
				return this.#judge(decision, why);
			case 'same':
			case 'notSame':
				return this.#link(decision);
			case 'relation': {
				const [a, b] = [this.#claim(decision.a), this.#claim(decision.b)];
				if (a && b) this.#relate(a, b, decision.relation, decision, why);
				return;
			}
			case 'rename': {
				const claim = this.#claim(decision.claim);
				if (claim) this.#titles.set(claim.id, { title: decision.title, at: this.#decisions });
				return;
			}
			case 'oneSource':
				this.#sources.push(decision.names);
		}
	}

	#place(anchor: Anchor) {
		const desk = this.#desks.get(anchor.account);
		return desk === undefined ? null : findPlace(anchor, desk.extraction.account.text);
	}

	/** The claim that an anchor means; where the words are there and no claim is, the decision makes one. */
	#claim(anchor: Anchor): ExtractedClaim | undefined {
		const desk = this.#desks.get(anchor.account);
		const place = this.#place(anchor);
		if (desk === undefined || place === null) return undefined;
		const known = claimAt(place, desk.claims.values());
		if (known !== undefined) return known;
		const made = marked(makeClaimAt(desk.extraction, place), 'added');
		desk.claims.set(made.id, made);
		return made;
	}

	#change(anchor: Anchor, change: (claim: ExtractedClaim, own: string) => ExtractedClaim): void {
		const claim = this.#claim(anchor);
		if (claim === undefined) return;
		const { claims, extraction } = this.#desks.get(claim.account)!;
		claims.set(claim.id, change(claim, extraction.account.source.name));
	}

	#add(decision: Extract<Decision, { kind: 'add' }>): void {
		const desk = this.#desks.get(decision.claim.account);
		const place = this.#place(decision.claim);
		if (desk === undefined || place === null) return;
		const own = desk.extraction.account.source.name;
		const made = makeClaimAt(desk.extraction, place);
		let claim = marked(desk.claims.get(made.id) ?? made, 'added');
		if (decision.holder !== undefined) claim = marked(heldBy(claim, decision.holder, own), 'holder');
		if (decision.voice !== undefined) claim = marked(spokenIn(claim, decision.voice, own), 'voice');
		if (decision.certainty !== undefined) claim = marked(putAs(claim, decision.certainty), 'certainty');
		desk.claims.set(claim.id, claim);
		desk.hidden.delete(claim.id);
	}

	#judge(decision: Extract<Decision, { kind: 'confirm' | 'challenge' }>, why: string | undefined): void {
		const mark = decision.kind === 'confirm' ? 'confirmed' : 'challenged';
		const [a, b] = decision.claims.map((anchor) => this.#claim(anchor));
		if (decision.claims.length === 1 && a) this.#change(decision.claims[0]!, (claim) => marked(claim, mark));
		if (!a || !b) return;
		if (decision.kind === 'challenge') this.#challenged.add(pairKey(a.id, b.id));
		else if (decision.relation !== undefined) this.#relate(a, b, decision.relation, decision, why);
	}

	#relate(
		a: ExtractedClaim,
		b: ExtractedClaim,
		relation: DecidedRelation,
		decision: Decision,
		why: string | undefined
	): void {
		if (a.id === b.id) return;
		const key = pairKey(a.id, b.id);
		this.#relations.set(key, { relation, why });
		// What holds between two claims is shown inside a line, so they have to be in one.
		if (relation !== 'none') this.#pairs.push({ a: a.id, b: b.id, together: true, by: decision });
	}

	#link(decision: Extract<Decision, { kind: 'same' | 'notSame' }>): void {
		const claims = (anchors: readonly Anchor[]) => anchors.flatMap((anchor) => this.#claim(anchor)?.id ?? []);
		if (decision.kind === 'same') {
			const [first, ...rest] = claims(decision.claims);
			for (const id of rest) this.#pairs.push({ a: first!, b: id, together: true, by: decision });
		} else
			for (const a of claims(decision.a))
				for (const b of claims(decision.b)) this.#pairs.push({ a, b, together: false, by: decision });
	}

	finish(): { extractions: Extraction[]; decided: Decided } {
		const hidden = new Set([...this.#desks.values()].flatMap((desk) => [...desk.hidden]));
		const pairs = this.#pairs.filter(({ a, b }) => !hidden.has(a) && !hidden.has(b));
		const { must, cannot, overruled } = settlePairs(pairs);
		const pairsOf = new Map<string, string[]>();
		for (const key of new Set([...this.#relations.keys(), ...this.#challenged]))
			for (const id of key.split(' ')) pairsOf.set(id, [...(pairsOf.get(id) ?? []), key]);
		return {
			extractions: [...this.#desks.values()].map(({ extraction, claims }) => ({
				...extraction,
				claims: inOrder([...claims.values()].filter((claim) => !hidden.has(claim.id)))
			})),
			decided: {
				must,
				cannot,
				relations: this.#relations,
				challenged: this.#challenged,
				pairsOf,
				joined: new Set(must.flat()),
				parted: new Set(cannot.flat()),
				titles: this.#titles,
				sources: this.#sources,
				lost: [...this.#lost, ...[...new Set(overruled)].map((decision) => ({ decision, missing: [] }))]
			}
		};
	}
}
