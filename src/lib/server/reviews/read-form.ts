import * as v from 'valibot';
import {
	anchorOf,
	CERTAINTIES,
	DECIDED_RELATIONS,
	NewDecisionSchema,
	fail,
	ok,
	VOICES,
	type Ask,
	type Claim,
	type Decision,
	type Event,
	type Result
} from '#lib/model/index.ts';

import { indexOf } from '../event-views.ts';

const text = (form: FormData, name: string) => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

const invalid = (field: string) => fail('field_invalid', undefined, field);

/** What the person changed of how a claim is said: an entry for each part that is not as it was. */
function howItIsSaid(form: FormData, claim: Claim): Decision[] {
	const anchor = anchorOf(claim);
	const holder = text(form, 'holder');
	const voice = VOICES.find((one) => one === text(form, 'voice'));
	const certainty = CERTAINTIES.find((one) => one === text(form, 'certainty'));
	return [
		...(holder && holder !== claim.holder ? [{ kind: 'holder' as const, claim: anchor, holder }] : []),
		...(voice && voice !== claim.voice ? [{ kind: 'voice' as const, claim: anchor, voice }] : []),
		...(certainty && certainty !== claim.certainty
			? [{ kind: 'certainty' as const, claim: anchor, certainty }]
			: [])
	];
}

/** The claim belongs to the chosen line: alone, or with all of its own. */
function samePoint(form: FormData, claim: Claim, others: readonly Claim[], target: Claim): Decision[] {
	const same: Decision = { kind: 'same', claims: [anchorOf(claim), anchorOf(target)] };
	if (text(form, 'whole') === 'line' || others.length === 0) return [same];
	return [{ kind: 'notSame', a: [anchorOf(claim)], b: others.map(anchorOf) }, same];
}

/** The chosen claims leave the line, together. */
function splitOff(chosen: readonly Claim[], rest: readonly Claim[]): Decision[] {
	const apart: Decision = { kind: 'notSame', a: chosen.map(anchorOf), b: rest.map(anchorOf) };
	return chosen.length > 1 ? [apart, { kind: 'same', claims: chosen.map(anchorOf) }] : [apart];
}

function decide({ what, of }: Ask, form: FormData, event: Event): Result<Decision[]> {
	const index = indexOf(event);
	if (what === 'add') return added(form, event, of[0]!);
	const claims = of.flatMap((id) => index?.claims.get(id) ?? []);
	const [claim, second] = claims;
	if (!index || claim === undefined || claims.length < of.length) return fail('claim_gone');
	const line = index.lineOf.get(claim.id);
	const others = (line ? (index.claimsOf.get(line.id) ?? []) : []).filter(({ id }) => id !== claim.id);
	const anchors = claims.slice(0, 2).map(anchorOf);
	switch (what) {
		case 'confirm': {
			const found = (index.relationsOf.get(claim.id) ?? []).find(
				({ a, b }) => second !== undefined && (a === second.id || b === second.id)
			);
			// What the person saw counts, where the form says it: the comparison may be another by now.
			const shown = DECIDED_RELATIONS.find((one) => one === text(form, 'relation'));
			const relation = second === undefined ? {} : { relation: shown ?? found?.kind ?? ('none' as const) };
			return ok([{ kind: 'confirm', claims: anchors, ...relation }]);
		}
		case 'challenge':
			return ok([{ kind: 'challenge', claims: anchors }]);
		case 'said': {
			const changed = howItIsSaid(form, claim);
			return changed.length > 0 ? ok(changed) : fail('nothing_changed');
		}
		case 'hide':
			return ok([{ kind: 'hide', claim: anchorOf(claim) }]);
		case 'out':
			return others.length > 0
				? ok([{ kind: 'notSame', a: [anchorOf(claim)], b: others.map(anchorOf) }])
				: fail('nothing_changed');
		case 'same': {
			const target = index.claims.get(text(form, 'target'));
			if (target === undefined || target.id === claim.id) return invalid('target');
			if (index.lineOf.get(target.id) === line) return fail('nothing_changed');
			return ok(samePoint(form, claim, others, target));
		}
		case 'oneSource': {
			const names = [text(form, 'shown') || claim.holder, claim.holder, ...form.getAll('names').map(String)];
			const known = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
			return known.length > 1 ? ok([{ kind: 'oneSource', names: known }]) : invalid('names');
		}
		case 'relation': {
			if (second === undefined) return fail('claim_gone');
			const [a, b] = [anchorOf(claim), anchorOf(second)];
			const chosen = text(form, 'relation');
			if (chosen === 'notSame') return ok([{ kind: 'notSame', a: [a], b: [b] }]);
			const relation = DECIDED_RELATIONS.find((one) => one === chosen);
			return relation === undefined ? invalid('relation') : ok([{ kind: 'relation', a, b, relation }]);
		}
		case 'rename': {
			const title = text(form, 'title');
			if (title === line?.title) return fail('nothing_changed');
			return ok([{ kind: 'rename', claim: anchorOf(claim), title }]);
		}
		case 'split': {
			const taken = new Set(form.getAll('taken').map(String));
			const all = [claim, ...others];
			const [chosen, rest] = [true, false].map((is) => all.filter(({ id }) => taken.has(id) === is));
			if (!chosen?.length || !rest?.length) return invalid('taken');
			return ok(splitOff(chosen, rest));
		}
	}
}

/** Words that make a claim: at a place of the account's text, and the very words that stand there. */
function added(form: FormData, event: Event, id: string): Result<Decision[]> {
	const account = event.accounts.find((one) => one.id === id);
	if (account === undefined) return fail('claim_gone');
	const words = text(form, 'words');
	const [from, to] = text(form, 'place').split('-').map(Number);
	const start = Number.isInteger(from) ? from! : 0;
	const end = Number.isInteger(to) ? to! : account.text.length;
	const at = account.text.indexOf(words, start);
	// The words are looked for in the chosen sentence, then anywhere: a person may have copied them from elsewhere.
	const place = at >= 0 && at + words.length <= end ? at : account.text.indexOf(words);
	if (words === '' || place < 0) return invalid('words');
	const holder = text(form, 'holder');
	const voice = VOICES.find((one) => one === text(form, 'voice'));
	const certainty = CERTAINTIES.find((one) => one === text(form, 'certainty'));
	return ok([
		{
			kind: 'add',
			claim: { account: id, start: place, end: place + words.length, words },
			...(holder ? { holder } : {}),
			...(voice ? { voice } : {}),
			...(certainty ? { certainty } : {})
		}
	]);
}

/** Decisions that can be kept; the first thing that is wrong with them, if anything is. */
export function checkDecisions(decisions: Decision[]): Result<Decision[]> {
	for (const decision of decisions) {
		const checked = v.safeParse(NewDecisionSchema, decision);
		if (!checked.success) return invalid(String(checked.issues[0].path?.at(-1)?.key ?? 'decision'));
	}
	return ok(decisions);
}

/** Reads what a person decided out of the form that asked for it. */
export function readDecisions(ask: Ask, form: FormData, event: Event): Result<Decision[]> {
	const decided = decide(ask, form, event);
	return decided.ok ? checkDecisions(decided.value) : decided;
}
