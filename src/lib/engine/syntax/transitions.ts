/** The moves of the arc-hybrid system; a class is SHIFT, or a label's LEFT or RIGHT. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Where a parse stands: a stack over an artificial root, the words ahead, and the arcs drawn so far. */
export class State {
	count = 0;
	/** The next word. */
	front = 0;
	/** The stack; its bottom is the root, whose index is `count`. */
	stack = new Int32Array(64);
	depth = 0;
	heads = new Int32Array(64);
	labels = new Int32Array(64);
	/** Outermost and second outermost child on either side, -1 where there is none. */
	left1 = new Int32Array(64);
	left2 = new Int32Array(64);
	right1 = new Int32Array(64);
	right2 = new Int32Array(64);
	leftCount = new Int32Array(64);
	rightCount = new Int32Array(64);
	/** Bit sets of the labels of the children on either side. */
	leftSet = new Int32Array(64);
	rightSet = new Int32Array(64);
	/** The last child that is a case marker or a subordinator, -1 where there is none. */
	marker = new Int32Array(64);

	/** Begins a sentence of `count` words. */
	begin(count: number): void {
		if (count + 1 > this.stack.length) this.#grow(count + 1);
		this.count = count;
		this.front = 0;
		this.stack[0] = count;
		this.depth = 1;
		const end = count + 1;
		this.heads.fill(-2, 0, end);
		this.labels.fill(0, 0, end);
		this.left1.fill(-1, 0, end);
		this.left2.fill(-1, 0, end);
		this.right1.fill(-1, 0, end);
		this.right2.fill(-1, 0, end);
		this.leftCount.fill(0, 0, end);
		this.rightCount.fill(0, 0, end);
		this.leftSet.fill(0, 0, end);
		this.rightSet.fill(0, 0, end);
		this.marker.fill(-1, 0, end);
	}

	get isDone(): boolean {
		return this.front === this.count && this.depth === 1;
	}

	/** Whether a move may be made here; a right arc from the root only once no word is ahead: so one root. */
	allows(move: number): boolean {
		if (move === SHIFT) return this.front < this.count;
		if (this.depth < 2) return false;
		if (move === LEFT) return this.front < this.count;
		return this.depth > 2 || this.front === this.count;
	}

	/** Makes a move; `isMarker` tells whether the label is that of a case marker or subordinator. */
	apply(move: number, label: number, isMarker: boolean): void {
		if (move === SHIFT) {
			this.stack[this.depth++] = this.front++;
			return;
		}
		const child = this.stack[--this.depth]!;
		const head = move === LEFT ? this.front : this.stack[this.depth - 1]!;
		this.heads[child] = head;
		this.labels[child] = label;
		if (isMarker) this.marker[head] = child;
		if (move === LEFT) {
			this.left2[head] = this.left1[head]!;
			this.left1[head] = child;
			this.leftCount[head]!++;
			this.leftSet[head]! |= 1 << (label & 31);
		} else {
			this.right2[head] = this.right1[head]!;
			this.right1[head] = child;
			this.rightCount[head]!++;
			this.rightSet[head]! |= 1 << (label & 31);
		}
	}

	#grow(count: number): void {
		for (const key of COLUMNS) this[key] = new Int32Array(count * 2);
	}
}

const COLUMNS = [
	'stack',
	'heads',
	'labels',
	'left1',
	'left2',
	'right1',
	'right2',
	'leftCount',
	'rightCount',
	'leftSet',
	'rightSet',
	'marker'
] as const;
