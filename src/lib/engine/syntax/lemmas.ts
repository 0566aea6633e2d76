import type { Reader } from './codec.ts';
import { isWordCharacter } from './characters.ts';
import { IRREGULAR } from './irregular.ts';
import { plainForm } from './words.ts';

/** Tags of the past, and those that a form of it is read as where the parser errs. */
const PAST = /^VB[DNP]?$/;

/** Gives words their dictionary form: rules by Penn tag, and a table of what the rules get wrong. */
export class Lemmas {
	readonly #exceptions: ReadonlyMap<string, ReadonlyMap<string, string>>;
	readonly #verbs: ReadonlySet<string>;

	/** `exceptions` has lemmas by tag and form; `verbs` are known base forms, which settle `hoping` and `hopping`. */
	constructor(exceptions: ReadonlyMap<string, ReadonlyMap<string, string>>, verbs: ReadonlySet<string>) {
		this.#exceptions = exceptions;
		this.#verbs = verbs;
	}

	static read(reader: Reader): Lemmas {
		const verbs = new Set(reader.words());
		const exceptions = new Map<string, Map<string, string>>();
		for (const line of reader.words()) {
			const [tag, form, lemma] = line.split(' ');
			const ofTag = exceptions.get(tag!) ?? new Map<string, string>();
			exceptions.set(tag!, ofTag.set(form!, lemma!));
		}
		return new Lemmas(exceptions, verbs);
	}

	lemma(form: string, upos: string, xpos: string): string {
		const plain = plainFormKeepingFigures(form);
		const lower = plain.toLowerCase();
		return (
			(PAST.test(xpos) ? IRREGULAR.get(lower) : undefined) ??
			this.#exceptions.get(xpos)?.get(lower) ??
			this.byRule(plain, lower, upos, xpos)
		);
	}

	/** The lemma by rule alone. */
	byRule(form: string, lower: string, upos: string, xpos: string): string {
		switch (xpos) {
			case 'NNP':
			case 'ADD':
				return form;
			case 'NNPS':
				return singular(form);
			case 'NNS':
				return singular(lower);
			case 'VBZ':
				return thirdPerson(lower);
			case 'VBG':
				return lower.length > 4 && lower.endsWith('ing') ? this.#base(lower.slice(0, -3)) : lower;
			case 'VBD':
			case 'VBN':
				if (upos === 'AUX' || lower.length < 4 || !lower.endsWith('ed')) return lower;
				if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`;
				return this.#base(lower.slice(0, -2));
			case 'JJR':
			case 'RBR':
				return lower.length > 4 && lower.endsWith('er') ? graded(lower.slice(0, -2)) : lower;
			case 'JJS':
			case 'RBS':
				return lower.length > 5 && lower.endsWith('est') ? graded(lower.slice(0, -3)) : lower;
			default:
				return upos === 'PROPN' || upos === 'X' ? form : lower;
		}
	}

	/** `hop`, `hope`: the stem of an -ing or -ed form is itself a verb, lost an e, or doubled its end. */
	#base(stem: string): string {
		const single = isDoubled(stem) ? stem.slice(0, -1) : stem;
		if (this.#verbs.has(stem)) return stem;
		if (this.#verbs.has(`${stem}e`)) return `${stem}e`;
		if (single !== stem && (this.#verbs.has(single) || !/[lsz]$/.test(single))) return single;
		return NEEDS_E.test(stem) && !KEEPS_BARE.test(stem) ? `${stem}e` : stem;
	}
}

const NEEDS_E =
	/(?:[aeiou][czv]|[^aeiou]i[vzd]|[aiu]t|ur|[aeiou]s|[rln]c|[rln]g|dg|iz|ys|[^aeiou]l|u|[aeiou]g|lv|rv|am|um|ak|ok|ik|ad|od|ud|ap|op|ip|ar|or|ir|in|un|il)$/;
const KEEPS_BARE =
	/(?:[aeiou]{2}[tdnrlkmpgs]|it|(?:[^aeiou]|qu)[aeiou][^aeiou]it|[eo]n|ss|ing|ang|ong|ung|[^aeiou][aeiou]tt|er|el|en|ow|aw|ew|on|oin|ar[^aeiou]?|ll|our|or|in|um)$/;

const isDoubled = (stem: string): boolean =>
	stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[aeiou]$/.test(stem) && !/ss$/.test(stem);

const plainFormKeepingFigures = (form: string): string =>
	/[0-9]/.test(form) ? form.replace(/[‘’]/g, "'") : plainForm(form);

function singular(word: string): string {
	if (word.length < 3 || !/s$/i.test(word) || /(?:ss|us|is)$/i.test(word)) return word;
	if (/[^aeiou]ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(?:sses|shes|ches|xes|zzes)$/i.test(word)) return word.slice(0, -2);
	if (/(?:[lr]ves|eaves|oaves)$/i.test(word) && !/(?:[eu]rves|olves|[^h]alves)$/i.test(word)) {
		return `${word.slice(0, -3)}f`;
	}
	if (/[^aeiou]oes$/i.test(word) && !/shoes$/i.test(word)) return word.slice(0, -2);
	return word.replace(/['’]?s$/i, '');
}

function thirdPerson(word: string): string {
	if (word.length < 3 || !word.endsWith('s') || word.endsWith('ss')) return word;
	if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(?:sses|shes|ches|xes|zzes|[^aeiou]oes)$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

function graded(stem: string): string {
	if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
	if (isDoubled(stem) && !/ll$/.test(stem)) return stem.slice(0, -1);
	return /(?:[^aeiou][aeiou][cgsvzd]|[aeiou]r|bl|pl|gl|tl|dl|[rn]g|ns|ut|it|at|ot|ur|af|um|[^l]os)$/.test(
		stem
	) && !/(?:[eo]d|er|ea[rt]|eat|oor)$/.test(stem)
		? `${stem}e`
		: stem;
}

/** Whether a form is made of letters only, so that its lemma may be learned. */
export function isPlainWord(form: string): boolean {
	for (const letter of form)
		if (!isWordCharacter(letter.codePointAt(0)!) && letter !== "'" && letter !== '-') return false;
	return form.length > 0;
}
