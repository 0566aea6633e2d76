import type { Tone } from './tones.ts';

/** The light theme's colours, for pictures that leave the page; a test holds them equal to tokens.css. */
export const PALETTE = {
	paper: '#fbfaf7',
	ink: '#1d1c1a',
	soft: '#5e5a54',
	faint: '#88827a',
	rule: '#e4dfd6',
	hair: '#efebe4',
	'version-1': '#158de0',
	'version-2': '#bf490b',
	'version-3': '#6d3cb3',
	'version-4': '#3f7a5c',
	'version-rest': '#77716a',
	neutral: '#33475b'
} as const;

/** The colour of a version, or of none. */
export function colourOf(tone: Tone): string {
	return tone === 'none' ? PALETTE.neutral : PALETTE[`version-${tone}`];
}
