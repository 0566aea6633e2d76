import type { Comparison } from '#lib/model/index.ts';
import type { EventDraft } from '#lib/server/store/index.ts';
import { createEngine } from '#lib/engine/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { generateAccounts } from './generate.ts';

/** A comparison of as many accounts as make an event of about so many bytes, with the accounts. */
export function draftOfSize(bytes: number): EventDraft {
	const engine = createEngine(loadLexicon());
	const sized = (count: number) => {
		const accounts = generateAccounts(count);
		const comparison: Comparison = engine.compare({ id: 'flood', title: 'Flood' }, accounts);
		return { name: 'flood', title: 'Flood', accounts, comparison };
	};
	const trial = sized(20);
	return sized(Math.round((20 * bytes) / JSON.stringify(trial).length));
}
