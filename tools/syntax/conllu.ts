import { readFileSync } from 'node:fs';

/** One gold word: offsets into its sentence's text, head -1 for the root, the raw Entity brackets. */
export type GoldWord = {
	start: number;
	end: number;
	form: string;
	lemma: string;
	upos: string;
	xpos: string;
	head: number;
	deprel: string;
	entity: string;
};

export type GoldSentence = { document: string; text: string; words: GoldWord[] };

const ENTITY = /(?:^|\|)Entity=([^|]*)/;

/** Reads a CoNLL-U file and finds every word's place in the sentence's `# text`. */
export function readConllu(path: string): GoldSentence[] {
	const sentences: GoldSentence[] = [];
	let document = '';
	for (const block of readFileSync(path, 'utf8').split('\n\n')) {
		const lines = block.split('\n');
		let text = '';
		const rows: string[][] = [];
		for (const line of lines) {
			if (line.startsWith('# newdoc id = ')) document = line.slice(14);
			else if (line.startsWith('# text = ')) text = line.slice(9);
			else if (/^\d/.test(line)) rows.push(line.split('\t'));
		}
		if (rows.length > 0) sentences.push({ document, text, words: placeWords(text, rows) });
	}
	return sentences;
}

/** A multiword line (`1-2 don't`) gives the surface; its words take their letters from it in turn. */
function placeWords(text: string, rows: string[][]): GoldWord[] {
	const words: GoldWord[] = [];
	let at = 0;
	let rest = 0;
	let limit = 0;
	for (const row of rows) {
		const [id, form, lemma, upos, xpos, , head, deprel, , misc] = row as [string, ...string[]];
		const range = /^(\d+)-(\d+)$/.exec(id);
		if (range) {
			at = text.indexOf(form!, at);
			limit = at + form!.length;
			rest = Number(range[2]) - Number(range[1]) + 1;
			continue;
		}
		if (id.includes('.')) continue;
		let start: number;
		let end: number;
		if (rest > 0) {
			start = at;
			end = rest === 1 ? limit : Math.min(limit - rest + 1, start + form!.length);
			rest--;
		} else {
			start = text.indexOf(form!, at);
			if (start < 0) throw new Error(`“${form!}” is not in “${text}”`);
			end = start + form!.length;
		}
		at = end;
		words.push({
			start,
			end,
			form: text.slice(start, end),
			lemma: lemma!,
			upos: upos!,
			xpos: xpos!,
			head: Number(head) - 1,
			deprel: deprel!,
			entity: ENTITY.exec(misc!)?.[1] ?? ''
		});
	}
	return words;
}
