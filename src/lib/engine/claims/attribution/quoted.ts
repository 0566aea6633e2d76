import type { Quotation } from '../../text/index.ts';

/** Looks places up among a text's quotations, which are in order and do not overlap. */
export type Quoted = {
	/** Index of the quotation that holds an offset, or -1. */
	at(offset: number): number;
	/** Share of the letters and digits of a stretch that stand in quotation marks. */
	share(start: number, end: number): number;
};

export function makeQuoted(text: string, quotations: readonly Quotation[]): Quoted {
	const at = (offset: number) => {
		let low = 0;
		let high = quotations.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const { start, end } = quotations[middle]!;
			if (offset < start) high = middle - 1;
			else if (offset >= end) low = middle + 1;
			else return middle;
		}
		return -1;
	};
	return {
		at,
		share(start, end) {
			let letters = 0;
			let inside = 0;
			let current = at(start);
			for (let offset = start; offset < end; offset++) {
				if (!/[\p{L}\p{N}]/u.test(text[offset]!)) {
					current = -2;
					continue;
				}
				if (current === -2) current = at(offset);
				letters++;
				if (current >= 0) inside++;
			}
			return letters === 0 ? 0 : inside / letters;
		}
	};
}
