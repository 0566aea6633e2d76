import { describe, expect, it } from 'vitest';
import { claimAddress, eventAddress, OWN_PATH_VIEWS, readOwnPathView, viewAddress } from './view-address.ts';

describe('the address of a view', () => {
	it.each(OWN_PATH_VIEWS)('leads to %s and is read back from its path', (view) => {
		expect(readOwnPathView(viewAddress('E1', view))).toBe(view);
	});

	it('names what is chosen, and leaves out what is not', () => {
		expect(viewAddress('E1', 'side-by-side', { a: '01', b: '02', pair: undefined, only: '' })).toBe(
			'/events/E1/side-by-side?a=01&b=02'
		);
	});

	it('is none on any other page', () => {
		expect(readOwnPathView('/events/E1')).toBeNull();
		expect(readOwnPathView(null)).toBeNull();
	});

	it('leads from every view to a cell of the lineup and to a claim in its account', () => {
		expect(eventAddress('E1', { line: 'L', column: '01' })).toBe('/events/E1?cell=L%7E01');
		expect(claimAddress('E1', '01', 'c')).toBe('/events/E1?view=accounts&account=01&claim=c#claim-c');
	});
});
