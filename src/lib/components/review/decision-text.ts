import { words } from '#lib/i18n/en.ts';
import { reviewWords as say } from '#lib/i18n/en/review.ts';
import { listNames } from '#lib/i18n/format.ts';
import type { Decision } from '#lib/model/index.ts';

/** What a person did, as it stands after their name: `named the line “…”`. */
export function decisionText(decision: Decision): string {
	const { did, holds } = say;
	switch (decision.kind) {
		case 'confirm':
			return decision.relation === undefined ? did.confirm : did.confirmPair(holds[decision.relation]);
		case 'relation':
			return did.relation(holds[decision.relation]);
		case 'holder':
			return did.holder(decision.holder);
		case 'voice':
			return did.voice(words.glyph[decision.voice]);
		case 'certainty':
			return did.certainty(say.certainties[decision.certainty]);
		case 'rename':
			return did.rename(decision.title);
		case 'oneSource':
			return did.oneSource(listNames(decision.names, 6));
		case 'same':
		case 'notSame':
		case 'hide':
		case 'add':
		case 'challenge':
		case 'undo':
		case 'purged':
			return did[decision.kind];
	}
}
