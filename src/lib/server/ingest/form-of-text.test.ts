import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../../../tests/support/page-shapes.ts';
import { FERRY, FIRE, SCHOOL, textOf } from '../../../../tests/support/stories.ts';
import { cutShort } from './cut-short.ts';
import { formOfText } from './form-of-text.ts';

const shape = (part: string) => {
	const found = SHAPES.find(({ name }) => name.includes(part))?.expected;
	return found && 'text' in found ? found.text : '';
};

test.each([
	['A transcript.', shape('transcript')],
	['A live blog: its entries may go back in time.', shape('live blog')],
	['A report with updates on top.', shape('updates stacked')],
	[
		'A report with updates on top.',
		`Ferry\n\nUPDATE, 3 p.m.: She was afloat again, the office said.\n\n${textOf(FIRE)}`
	],
	['A press release.', `FOR IMMEDIATE RELEASE\n\n${textOf(FERRY)}`],
	[null, textOf(FERRY)],
	[null, textOf(SCHOOL)],
	[null, textOf(FIRE)]
])('%s is told by its form', (form, text) => {
	expect(formOfText(text)).toBe(form);
});

describe('a text', () => {
	const BODY =
		'The harbour office said on Tuesday that the ferry had struck a buoy and that divers would look at the';
	test.each([
		[`${BODY} hull and then`, true],
		[`${BODY} hull, the`, true],
		['The last people left the hall at nine, when the', true],
		['They left the hall at nine, because the', true],
		[`${BODY} hull.`, false],
		[`${BODY} hull…`, true],
		['Reporting by Ana Ruiz in Norrsund and Tom Hale in Varrow; editing by Petra Holm', false],
		['Media contact: press office, 555 0100', false]
	])('that ends in %j is cut short: %s', (end, isCut) => {
		expect(cutShort(`Title\n\nA first paragraph.\n\n${end}`)).toBe(isCut);
	});
});
