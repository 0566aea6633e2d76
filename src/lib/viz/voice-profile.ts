import { VOICES, type Voice } from '#lib/model/index.ts';
import { type ComparisonIndex, nameOf } from './comparison-index.ts';

/** How an account speaks, in counts of its claims: whose voice, and how many of all are hedged or denied. */
export type VoiceProfile = {
	account: string;
	name: string;
	claims: number;
	voices: Record<Voice, number>;
	hedged: number;
	denied: number;
};

/** How every account speaks, in the order that is given: the same measure for each, so that they can be compared. */
export function voiceProfiles(index: ComparisonIndex, accounts: readonly string[]): VoiceProfile[] {
	const found = new Map(
		accounts.map((account): [string, VoiceProfile] => [
			account,
			{
				account,
				name: nameOf(index, account),
				claims: 0,
				voices: { own: 0, named: 0, unnamed: 0 },
				hedged: 0,
				denied: 0
			}
		])
	);
	for (const claim of index.comparison.claims) {
		const profile = found.get(claim.account);
		if (!profile) continue;
		profile.claims += 1;
		profile.voices[claim.voice] += 1;
		if (claim.certainty !== 'stated') profile[claim.certainty] += 1;
	}
	return [...found.values()];
}

/** Where each voice begins and ends in a bar of 100; all zero for an account without claims. */
export function voiceBar({ voices, claims }: VoiceProfile): { voice: Voice; x: number; width: number }[] {
	let x = 0;
	return VOICES.map((voice) => {
		const width = claims === 0 ? 0 : (100 * voices[voice]) / claims;
		const part = { voice, x, width };
		x += width;
		return part;
	});
}
