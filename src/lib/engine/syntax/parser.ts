import type { Reader } from './codec.ts';
import { LinearModel, type Scorer } from './linear-model.ts';
import { PARSER_FEATURES, parseFeatures, type Tagged } from './parser-features.ts';
import type { Tag } from './tagger.ts';
import { LEFT, RIGHT, SHIFT, State } from './transitions.ts';
import type { Words } from './words.ts';

/** Draws each word's head and label with a greedy arc-hybrid parser. */
export class Parser {
	readonly labels: readonly string[];
	readonly state = new State();
	readonly #scorer: Scorer;
	readonly #features = new Uint32Array(PARSER_FEATURES);
	readonly #scores: Float32Array;
	readonly #sentence: Tagged;
	/** What each tag counts as between two words: 1 comma, 2 colon or dash, 3 quotation mark, 4 verb. */
	readonly #kinds: Uint8Array;
	readonly #markers: Uint8Array;
	/** The label `root`, for the arc from the artificial root and no other. */
	readonly #root: number;

	constructor(labels: readonly string[], tags: readonly Tag[], words: Words, scorer: Scorer) {
		this.labels = labels;
		this.#scorer = scorer;
		this.#root = labels.indexOf('root');
		this.#scores = new Float32Array(1 + 2 * labels.length);
		this.#kinds = Uint8Array.from(tags, kindOf);
		this.#markers = Uint8Array.from(labels, (label) => (label === 'case' || label === 'mark' ? 1 : 0));
		const column = (): Int32Array => new Int32Array(64);
		this.#sentence = {
			words,
			tags: column(),
			commas: column(),
			colons: column(),
			quotes: column(),
			verbs: column()
		};
	}

	static read(reader: Reader, tags: readonly Tag[], words: Words): Parser {
		const labels = reader.words();
		return new Parser(labels, tags, words, new LinearModel(reader));
	}

	/** Parses the words with these tags; the result is in `state`: head (the root's is `count`) and label. */
	parse(tags: Int32Array): void {
		this.begin(tags);
		while (!this.state.isDone) {
			const move = this.choose();
			this.apply(move);
		}
	}

	/** Begins the sentence that lies in the words given on construction. */
	begin(tags: Int32Array): void {
		const s = this.#sentence;
		const count = s.words.count;
		if (count > s.tags.length) {
			for (const key of COLUMNS) s[key] = new Int32Array(count * 2);
		}
		let commas = 0;
		let colons = 0;
		let quotes = 0;
		let verbs = 0;
		for (let i = 0; i < count; i++) {
			s.tags[i] = tags[i]! + 1;
			s.commas[i] = commas;
			s.colons[i] = colons;
			s.quotes[i] = quotes;
			s.verbs[i] = verbs;
			const kind = this.#kinds[tags[i]!];
			if (kind === 1) commas++;
			else if (kind === 2) colons++;
			else if (kind === 3) quotes++;
			else if (kind === 4) verbs++;
		}
		this.state.begin(count);
	}

	/** The features of the state, for the trainer; their number and the buffer they lie in. */
	features(): { count: number; features: Uint32Array } {
		return { count: parseFeatures(this.state, this.#sentence, this.#features), features: this.#features };
	}

	/** Scores every class in the state. */
	score(): Float32Array {
		const count = parseFeatures(this.state, this.#sentence, this.#features);
		this.#scorer.score(this.#features, count, this.#scores);
		return this.#scores;
	}

	/** The best class that is allowed. */
	choose(): number {
		const scores = this.score();
		const labels = this.labels.length;
		let top = -1;
		if (this.state.allows(SHIFT)) top = 0;
		if (this.state.allows(LEFT)) {
			for (let c = 1; c <= labels; c++) {
				if (c !== 1 + this.#root && (top < 0 || scores[c]! > scores[top]!)) top = c;
			}
		}
		if (this.state.allows(RIGHT)) {
			const underRoot = this.state.depth === 2;
			for (let c = labels + 1; c <= 2 * labels; c++) {
				const isRoot = c === labels + 1 + this.#root;
				if (isRoot === underRoot && (top < 0 || scores[c]! > scores[top]!)) top = c;
			}
		}
		return top;
	}

	/** Makes the move of a class. */
	apply(choice: number): void {
		const labels = this.labels.length;
		if (choice === 0) this.state.apply(SHIFT, 0, false);
		else {
			const label = (choice - 1) % labels;
			this.state.apply(choice <= labels ? LEFT : RIGHT, label, this.#markers[label] === 1);
		}
	}
}

const COLUMNS = ['tags', 'commas', 'colons', 'quotes', 'verbs'] as const;

function kindOf({ upos, xpos }: Tag): number {
	if (xpos === ',') return 1;
	if (xpos === ':') return 2;
	if (xpos === '``' || xpos === "''") return 3;
	return upos === 'VERB' ? 4 : 0;
}
