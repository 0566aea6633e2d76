import type { Reader } from './codec.ts';
import { frontFeatures } from './front-features.ts';
import { LinearModel, STEPS, type Scorer, type Sums } from './linear-model.ts';
import { meetingDetails } from './meeting-details.ts';
import { meetingFeatures, PARSER_FEATURES } from './meeting-features.ts';
import { stackDetails } from './stack-details.ts';
import { stackFeatures } from './stack-features.ts';
import { StackSums } from './stack-sums.ts';
import type { Tagged } from './tagged.ts';
import type { Tag } from './tagger.ts';
import { LEFT, RIGHT, SHIFT, State } from './transitions.ts';
import type { Words } from './words.ts';

/**
 * By how much the best class has to lead, after the features that tell most, for the others not to be looked up. Two
 * thirds of the states of news text are decided so, and one in seven hundred otherwise than by all features; at 60 it
 * is three quarters and one in three hundred, and the trees of GUM lose .002 of their LAS.
 */
const SURE = 80;

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
	readonly #stackSums: StackSums;
	readonly #stackDetails: StackSums;
	/** The lead, in the scorer's units, that leaves no doubt; a trainer always weighs all features. */
	readonly #sure: number;
	/** By how much the class chosen last led. */
	#lead = 0;
	readonly #sentence: Tagged;
	/** What each tag counts as between two words: 1 comma, 2 colon or dash, 3 quotation mark, 4 verb. */
	readonly #kinds: Uint8Array;
	readonly #markers: Uint8Array;
	/** The label `root`, for the arc from the artificial root and no other. */
	readonly #root: number;

	constructor(
		labels: readonly string[],
		tags: readonly Tag[],
		words: Words,
		scorer: Scorer,
		sure = Infinity
	) {
		this.labels = labels;
		this.#scorer = scorer;
		this.#root = labels.indexOf('root');
		const classes = 1 + 2 * labels.length;
		this.#scores = scorer.sums(classes);
		this.#frontSums = scorer.sums(classes);
		this.#stackSums = new StackSums(classes, scorer, stackFeatures);
		this.#stackDetails = new StackSums(classes, scorer, stackDetails);
		this.#sure = sure;
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
		return new Parser(labels, tags, words, new LinearModel(reader), SURE * STEPS);
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
		count += stackDetails(state, this.#sentence, all.subarray(count));
		count += meetingDetails(state, this.#sentence, all.subarray(count));
		return { count, features: all };
	}

	/** Drops the sums of earlier states: a trainer calls it after each change of a weight. */
	forget(): void {
		this.#frontAt = -1;
		this.#stackSums.forget();
		this.#stackDetails.forget();
	}

	/** Scores every class in the state by all features. */
	score(): Sums {
		this.#scoreFirst();
		this.#scoreRest();
		return this.#scores;
	}

	/** Scores by what tells most. What an earlier state of the sentence had in common is not added up again. */
	#scoreFirst(): void {
		const from = this.#stackSums.at(this.state, this.#sentence, this.#features);
		this.#sumFront();
		const scores = this.#scores;
		const stack = this.#stackSums.sums;
		const front = this.#frontSums;
		for (let c = 0; c < scores.length; c++) scores[c] = stack[from + c]! + front[c]!;
		const count = meetingFeatures(this.state, this.#sentence, this.#features);
		this.#scorer.add(this.#features, count, scores, 0);
	}

	/** Adds all other features to the scores. */
	#scoreRest(): void {
		const from = this.#stackDetails.at(this.state, this.#sentence, this.#features);
		const scores = this.#scores;
		const details = this.#stackDetails.sums;
		for (let c = 0; c < scores.length; c++) scores[c]! += details[from + c]!;
		const count = meetingDetails(this.state, this.#sentence, this.#features);
		this.#scorer.add(this.#features, count, scores, 0);
	}

	#sumFront(): void {
		const { state } = this;
		if (this.#frontAt === state.front) return;
		this.#frontAt = state.front;
		const count = frontFeatures(state, this.#sentence, this.#features);
		this.#scorer.add(this.#features, count, this.#frontSums.fill(0), 0);
	}

	/** The best class that is allowed; where only one is, nothing is scored. */
	choose(): number {
		const { state } = this;
		const labels = this.labels.length;
		if (!state.allows(RIGHT) && !state.allows(LEFT)) return 0;
		if (state.front === state.count && state.depth === 2) return labels + 1 + this.#root;
		this.#scoreFirst();
		const top = this.#best();
		if (this.#lead > this.#sure) return top;
		this.#scoreRest();
		return this.#best();
	}

	/** The best class that is allowed; by how much it leads is in `#lead` then. */
	#best(): number {
		const { state } = this;
		const scores = this.#scores;
		const labels = this.labels.length;
		let top = -1;
		let best = -Infinity;
		let second = -Infinity;
		const consider = (from: number, to: number, but: number): void => {
			for (let c = from; c < to; c++) {
				const score = scores[c]!;
				if (score <= second || c === but) continue;
				if (score > best) {
					second = best;
					best = score;
					top = c;
				} else second = score;
			}
		};
		if (state.allows(SHIFT)) consider(0, 1, -1);
		if (state.allows(LEFT)) consider(1, labels + 1, 1 + this.#root);
		if (state.allows(RIGHT)) consider(labels + 1, 2 * labels + 1, labels + 1 + this.#root);
		this.#lead = best - second;
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
