import { hashText } from './hash.ts';

/** Words that tell what kind of thing a name stands for; the finder weighs them, none decides alone. */
const CUES: readonly [cue: number, words: string][] = [
	// Before a person.
	[
		1,
		'mr mrs ms mx dr prof sir dame lord lady rev president minister senator governor mayor judge justice captain ' +
			'colonel general sergeant lieutenant king queen prince princess pope chancellor secretary ambassador ' +
			'congressman congresswoman professor chief chairman chairwoman spokesman spokeswoman spokesperson ' +
			'director officer inspector superintendent detective coach actor actress singer author rep sen gov gen col lt sgt'
	],
	// At the end of a body's name.
	[
		2,
		'inc ltd corp co llc plc gmbh ag sa nv group holdings company corporation bank airlines airways motors ' +
			'industries partners foundation trust institute institution university college school academy hospital ' +
			'ministry department agency bureau commission committee council board authority association federation ' +
			'union league party congress parliament senate assembly court police army navy force forces service ' +
			'services office society club fund organization organisation network press times post news herald ' +
			'journal guardian telegraph tribune church administration government team coalition alliance front movement'
	],
	// In the name of a place.
	[
		3,
		'street avenue road square park bridge river lake sea ocean bay gulf strait island islands mount mountain ' +
			'mountains valley hill hills desert coast county province district region state city town village ' +
			'airport station port harbour harbor beach forest canal peninsula republic kingdom emirates territory ' +
			'north south east west northern southern eastern western central upper lower'
	],
	// Between the parts of a person's name.
	[4, 'von van de der den del della di da al bin ibn el la le du dos abu'],
	// After a person.
	[5, 'jr sr ii iii iv said says told added who himself herself']
];

const BY_HASH = new Map<number, number>();
for (const [cue, words] of CUES) for (const word of words.split(' ')) BY_HASH.set(hashText(word), cue);

/** The cue of a lower-case word's hash, 0 where it is none; a full stop of an abbreviation does not matter. */
export const cueOf = (hash: number): number => BY_HASH.get(hash) ?? 0;

for (const word of 'mr mrs ms dr prof rev gov sen rep gen col lt sgt capt'.split(' ')) {
	BY_HASH.set(hashText(`${word}.`), 1);
}
for (const word of 'inc ltd corp co'.split(' ')) BY_HASH.set(hashText(`${word}.`), 2);
for (const word of 'jr sr'.split(' ')) BY_HASH.set(hashText(`${word}.`), 5);
