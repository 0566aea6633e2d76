import type { Reader } from './codec.ts';
import { frontFeatures } from './front-features.ts';
import { LinearModel, STEPS, type Scorer, type Sums } from './linear-model.ts';
import { MEETING_FEATURES } from './meeting-features.ts';
import { STACK_FEATURES } from './stack-features.ts';
import { StackSums } from './stack-sums.ts';
import { type Features, StateView } from './state-view.ts';
import type { Tagged } from './tagged.ts';
import type { Tag } from './tagger.ts';
import { LEFT, RIGHT, SHIFT, State } from './transitions.ts';
import type { Words } from './words.ts';

/** No state has more features than this. */
const PARSER_FEATURES = 192;

/**
 * By how much the best class has to lead, after the 68 features that tell most and after 24 more, for the others not to
 * be looked up. Six in ten states of news text are decided by the first, one in six by the second, and one in a thousand
 * otherwise than by all features; 70 and 50 save a twentieth more of them, and the trees of GUM lose .002 of their LAS.
 */
const SURE = [85, 65];

/** Below any score. */
const LEAST = -(2 ** 31);

/** Features of the stack, and of where it meets the next words, that are weighed together. */
type Step = { stack: StackSums; meeting: Features };

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
	readonly #view = new StateView();
	/** What is weighed one after another while a doubt is left. */
	readonly #steps: readonly Step[];
	/** The lead after each step but the last, in the scorer's units, that leaves no doubt; a trainer always takes all. */
	readonly #sure: readonly number[];
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
		sure: readonly number[] = []
	) {
		this.labels = labels;
		this.#scorer = scorer;
		this.#root = labels.indexOf('root');
		const classes = 1 + 2 * labels.length;
		this.#scores = scorer.sums(classes);
		this.#frontSums = scorer.sums(classes);
		this.#steps = STACK_FEATURES.map((features, step) => ({
			stack: new StackSums(classes, scorer, features),
			meeting: MEETING_FEATURES[step]!
		}));
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
		return new Parser(
			labels,
			tags,
			words,
			new LinearModel(reader),
			SURE.map((lead) => lead * STEPS)
		);
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
		const all = this.#features;
		this.#view.read(this.state, this.#sentence);
		let count = frontFeatures(this.#view, all);
		for (const write of [...STACK_FEATURES, ...MEETING_FEATURES])
			count += write(this.#view, all.subarray(count));
		return { count, features: all };
	}

	/** Drops the sums of earlier states: a trainer calls it after each change of a weight. */
	forget(): void {
		this.#frontAt = -1;
		for (const { stack } of this.#steps) stack.forget();
	}

	/** Scores every class in the state by all features. */
	score(): Sums {
		this.#look();
		for (let step = 0; step < this.#steps.length; step++) this.#weigh(step);
		return this.#scores;
	}

	/** Looks at the state, and sums up its next words, which an earlier state may have had in common. */
	#look(): void {
		const { state } = this;
		this.#view.read(state, this.#sentence);
		if (this.#frontAt !== state.front) {
			this.#frontAt = state.front;
			const count = frontFeatures(this.#view, this.#features);
			this.#scorer.add(this.#features, count, this.#frontSums.fill(0), 0);
		}
	}

	/** Scores by the features of a step and all before; what the stack of an earlier state had in common is at hand. */
	#weigh(step: number): void {
		const { stack, meeting } = this.#steps[step]!;
		const scores = this.#scores;
		const before = step === 0 ? this.#frontSums : scores;
		const from = stack.at(this.state, this.#view, this.#features);
		const { sums } = stack;
		for (let c = 0; c < scores.length; c++) scores[c] = before[c]! + sums[from + c]!;
		this.#scorer.add(this.#features, meeting(this.#view, this.#features), scores, 0);
	}

	/** The best class that is allowed; where only one is, nothing is scored. */
	choose(): number {
		const { state } = this;
		const labels = this.labels.length;
		if (!state.allows(RIGHT) && !state.allows(LEFT)) return 0;
		if (state.front === state.count && state.depth === 2) return labels + 1 + this.#root;
		this.#look();
		for (let step = 0; ; step++) {
			this.#weigh(step);
			const top = this.#best();
			if (step === this.#steps.length - 1 || this.#lead > (this.#sure[step] ?? Infinity)) return top;
		}
	}

	/** The best class that is allowed; by how much it leads is in `#lead` then. */
	#best(): number {
		const { state } = this;
		const scores = this.#scores;
		const labels = this.labels.length;
		// The root's arc is never among several that are allowed.
		scores[1 + this.#root] = scores[labels + 1 + this.#root] = LEAST;
		// With two on the stack, LEFT is allowed where SHIFT is.
		const from = state.allows(SHIFT) ? 0 : labels + 1;
		const to = state.allows(RIGHT) ? 2 * labels + 1 : labels + 1;
		let top = -1;
		let best = -Infinity;
		let second = -Infinity;
		for (let c = from; c < to; c++) {
			const score = scores[c]!;
			if (score <= second) continue;
			if (score > best) {
				second = best;
				best = score;
				top = c;
			} else second = score;
		}
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
