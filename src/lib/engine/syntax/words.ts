import { hashText } from './hash.ts';
import type { Clusters } from './lexicon.ts';
import type { Place } from './tokens.ts';

/** A sentence's words as numbers: everything the features need, so that no string is on the hot path. */
export class Words {
	count = 0;
	/** Hashes of the written form and of its lower case, figures as 0 and quotes straight. */
	form = new Int32Array(64);
	lower = new Int32Array(64);
	suffix1 = new Int32Array(64);
	suffix2 = new Int32Array(64);
	suffix3 = new Int32Array(64);
	suffix4 = new Int32Array(64);
	prefix2 = new Int32Array(64);
	prefix3 = new Int32Array(64);
	shape = new Int32Array(64);
	fine = new Int32Array(64);
	coarse = new Int32Array(64);
	/** Fine and coarse classes by the tags that a word may have. */
	kind = new Int32Array(64);
	sort = new Int32Array(64);
	/** 1 where the word lies inside quotation marks. */
	quoted = new Int32Array(64);
	readonly #clusters: Clusters;
	readonly #classes: Clusters | undefined;

	/** `clusters` group words by meaning; `classes`, by tags, are for the tagger alone. */
	constructor(clusters: Clusters, classes?: Clusters) {
		this.#clusters = clusters;
		this.#classes = classes;
	}

	/** Reads the words at `places` of `text`. */
	fill(text: string, places: readonly Place[]): void {
		const count = places.length;
		if (count > this.form.length) this.#grow(count);
		this.count = count;
		let quoted = 0;
		for (let i = 0; i < count; i++) {
			const { start, end } = places[i]!;
			const form = plainForm(text.slice(start, Math.min(end, start + 64)));
			const lower = form.toLowerCase();
			const length = lower.length;
			this.form[i] = hashText(form);
			const hash = hashText(lower);
			this.lower[i] = hash;
			this.suffix1[i] = hashText(lower, length - 1);
			this.suffix2[i] = hashText(lower, Math.max(0, length - 2));
			this.suffix3[i] = hashText(lower, Math.max(0, length - 3));
			this.suffix4[i] = hashText(lower, Math.max(0, length - 4));
			this.prefix2[i] = hashText(lower, 0, Math.min(2, length));
			this.prefix3[i] = hashText(lower, 0, Math.min(3, length));
			this.shape[i] = shapeOf(form);
			this.fine[i] = this.#clusters.fine(hash);
			this.coarse[i] = this.#clusters.coarse(this.fine[i]!);
			if (this.#classes) {
				this.kind[i] = this.#classes.fine(hash);
				this.sort[i] = this.#classes.coarse(this.kind[i]!);
			}
			if (form === '"' || form === "''" || form === '``') {
				quoted = opens(text, start, end, quoted) ? 1 : 0;
				this.quoted[i] = 1;
			} else this.quoted[i] = quoted;
		}
	}

	#grow(count: number): void {
		for (const key of COLUMNS) this[key] = new Int32Array(count * 2);
	}
}

const COLUMNS = [
	'form',
	'lower',
	'suffix1',
	'suffix2',
	'suffix3',
	'suffix4',
	'prefix2',
	'prefix3',
	'shape',
	'fine',
	'coarse',
	'kind',
	'sort',
	'quoted'
] as const;

const ODD = /[‘’`´ʼ“”„«»0-9–—…]|[^ -~]/;
const QUOTES: Record<string, string> = {
	'“': '"',
	'”': '"',
	'„': '"',
	'«': '"',
	'»': '"',
	'``': '"',
	"''": '"'
};

/** Curly and straight quotes, dashes and all figures are alike to the features. */
export function plainForm(form: string): string {
	if (
		form.length === 1 ||
		form === '``' ||
		form === "''" ||
		form === '’’' ||
		form === '‘‘' ||
		form === '‘’'
	) {
		const quote = QUOTES[form];
		if (quote !== undefined) return quote;
		if (form === '’’' || form === '‘‘' || form === '‘’') return '"';
		if (form === '—' || form === '–') return '-';
		if (form === '…') return '...';
	}
	if (!ODD.test(form)) return form;
	return form
		.replace(/[‘’`´ʼ]/g, "'")
		.replace(/[0-9]/g, '0')
		.replace(/[–—]/g, '-');
}

function opens(text: string, start: number, end: number, quoted: number): boolean {
	const mark = text[start];
	if (mark === '“' || mark === '„' || mark === '«' || mark === '`') return true;
	if (mark === '”' || mark === '»') return false;
	return quoted === 0 && end < text.length;
}

/** The word's shape, runs shortened to two: `Xx`, `XX.X.`, `00-x`. */
function shapeOf(form: string): number {
	let h = 0x811c9dc5;
	let last = 0;
	let run = 0;
	const length = Math.min(form.length, 24);
	for (let at = 0; at < length; at++) {
		const code = form.charCodeAt(at);
		let kind = code;
		if (code >= 97 && code <= 122) kind = 97;
		else if (code >= 65 && code <= 90) kind = 65;
		else if (code > 127) {
			const letter = form[at]!;
			kind = letter.toLowerCase() !== letter ? 65 : letter.toUpperCase() !== letter ? 97 : 128;
		}
		run = kind === last ? run + 1 : 1;
		last = kind;
		if (run <= 2) h = Math.imul(h ^ kind, 0x01000193);
	}
	return h | 0;
}
