import type { Reader } from './codec.ts';
import { frontFeatures } from './front-features.ts';
import { LinearModel, type Scorer, type Sums } from './linear-model.ts';
import { meetingFeatures, PARSER_FEATURES } from './meeting-features.ts';
import { stackFeatures } from './stack-features.ts';
import type { Tagged } from './tagged.ts';
import type { Tag } from './tagger.ts';
import { LEFT, RIGHT, SHIFT, State } from './transitions.ts';
import type { Words } from './words.ts';

/** Draws each word's head and label with a greedy arc-hybrid parser. */
export class Parser {
	readonly labels: readonly string[];
	readonly state = new State();
	readonly #scorer: Scorer;
	readonly #features = new Uint32Array(PARSER_FEATURES);
	readonly #scores: Sums;
	/** What the features of the next words add up to, and which words they are of. */
	readonly #frontSums: Sums;
	#frontAt = -1;
	/** What the features of the stack add up to, by depth, and the top and its case marker that they are of. */
	#stackSums: Sums;
	#stackTops = new Int32Array(64).fill(-1);
	#stackMarkers = new Int32Array(64);
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
		const classes = 1 + 2 * labels.length;
		this.#scores = scorer.sums(classes);
		this.#frontSums = scorer.sums(classes);
		this.#stackSums = scorer.sums(classes * this.#stackTops.length);
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
		this.forget();
	}

	/** The features of the state, for the trainer; their number and the buffer they lie in. */
	features(): { count: number; features: Uint32Array } {
		const { state } = this;
		const all = this.#features;
		let count = stackFeatures(state, this.#sentence, all);
		count += frontFeatures(state, this.#sentence, all.subarray(count));
		count += meetingFeatures(state, this.#sentence, all.subarray(count));
		return { count, features: all };
	}

	/** Drops the sums of earlier states: a trainer calls it after each change of a weight. */
	forget(): void {
		this.#frontAt = -1;
		this.#stackTops.fill(-1);
	}

	/** Scores every class in the state. What an earlier state of the sentence had in common is not added up again. */
	score(): Sums {
		const from = this.#sumStack();
		this.#sumFront();
		const scores = this.#scores;
		const stack = this.#stackSums;
		const front = this.#frontSums;
		for (let c = 0; c < scores.length; c++) scores[c] = stack[from + c]! + front[c]!;
		const count = meetingFeatures(this.state, this.#sentence, this.#features);
		this.#scorer.add(this.#features, count, scores, 0);
		return scores;
	}

	/** Sees to the sums of the stack's features and returns where they lie. */
	#sumStack(): number {
		const { state } = this;
		const { depth } = state;
		const top = state.stack[depth - 1]!;
		const from = depth * this.#scores.length;
		if (depth >= this.#stackTops.length) this.#growStack();
		if (this.#stackTops[depth] === top && this.#stackMarkers[depth] === state.marker[top]) return from;
		this.#stackTops[depth] = top;
		this.#stackMarkers[depth] = state.marker[top]!;
		const count = stackFeatures(state, this.#sentence, this.#features);
		this.#stackSums.fill(0, from, from + this.#scores.length);
		this.#scorer.add(this.#features, count, this.#stackSums, from);
		return from;
	}

	#sumFront(): void {
		const { state } = this;
		if (this.#frontAt === state.front) return;
		this.#frontAt = state.front;
		const count = frontFeatures(state, this.#sentence, this.#features);
		this.#scorer.add(this.#features, count, this.#frontSums.fill(0), 0);
	}

	#growStack(): void {
		const room = this.#stackTops.length * 2;
		const sums = this.#scorer.sums(room * this.#scores.length);
		sums.set(this.#stackSums);
		this.#stackSums = sums;
		const tops = new Int32Array(room).fill(-1);
		tops.set(this.#stackTops);
		this.#stackTops = tops;
		const markers = new Int32Array(room);
		markers.set(this.#stackMarkers);
		this.#stackMarkers = markers;
	}

	/** The best class that is allowed; where only one is, nothing is scored. */
	choose(): number {
		const { state } = this;
		const labels = this.labels.length;
		if (!state.allows(RIGHT) && !state.allows(LEFT)) return 0;
		if (state.front === state.count && state.depth === 2) return labels + 1 + this.#root;
		const scores = this.score();
		let top = -1;
		if (state.allows(SHIFT)) top = 0;
		if (state.allows(LEFT)) {
			for (let c = 1; c <= labels; c++) {
				if (c !== 1 + this.#root && (top < 0 || scores[c]! > scores[top]!)) top = c;
			}
		}
		if (state.allows(RIGHT)) {
			for (let c = labels + 1; c <= 2 * labels; c++) {
				if (c !== labels + 1 + this.#root && (top < 0 || scores[c]! > scores[top]!)) top = c;
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
