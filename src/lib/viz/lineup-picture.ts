import { type Gap, type Glyph, GLYPHS } from './glyph.ts';
import type { LineGroup } from './line-group.ts';
import { gapOf, type Lineup, type Row } from './lineup.ts';
import { colourOf, PALETTE } from './palette.ts';

/** Words that the picture shows, in the reader's language. */
export type PictureWords = {
	group: Record<LineGroup, string>;
	more: (n: number) => string;
	glyph: Record<Glyph | Gap, string>;
	colour: string;
	foot: string;
};

const FIRST = 340;
const COLUMN = 92;
const HEAD = 74;
const ROW = 46;
/** Height that one sign with its word takes, and the row of a line's versions. */
const MARK = 36;
const VERSIONS = 18;
const GROUP = 34;
const EDGE = 24;
const SERIF = 'Georgia, serif';
const SANS = 'Helvetica, Arial, sans-serif';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters have no place in XML at all. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand inside an SVG. */
export function escapeXml(text: string): string {
	return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
}

/** A text in at most `most` lines of about `letters`, cut with an ellipsis. */
export function wrap(text: string, letters: number, most: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
		if (line !== '' && line.length + 1 + word.length > letters) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	if (line !== '') lines.push(line);
	const cut = lines
		.slice(0, most)
		.map((one) => (one.length > letters ? `${one.slice(0, letters - 1)}…` : one));
	if (lines.length > most) cut[most - 1] = `${cut[most - 1]!.replace(/…$/, '').slice(0, letters - 1)}…`;
	return cut;
}

function text(x: number, y: number, words: string, style: string): string {
	return `<text x="${x}" y="${y}" ${style}>${escapeXml(words)}</text>`;
}

function sign(glyph: Glyph | Gap, x: number, y: number, colour: string): string {
	const ring = `<circle r="6" fill="none" stroke="${colour}" stroke-width="2"`;
	const marks: Record<Glyph | Gap, string> = {
		own: `<circle r="7" fill="${colour}"/>`,
		named: `${ring}/><circle r="2.8" fill="${colour}"/>`,
		unnamed: `${ring} stroke-dasharray="2.9 1.81"/><circle r="2.4" fill="${colour}"/>`,
		hedged: `${ring}/><path d="M0-6A6 6 0 0 0 0 6z" fill="${colour}"/>`,
		denied: `<path d="M-5-5 5 5M5-5-5 5" stroke="${colour}" stroke-width="2.6" fill="none"/>`,
		silent: `<path d="M-3 0H3" stroke="${PALETTE.faint}" stroke-width="1.5"/>`,
		unknown: `<rect x="-3" y="-3" width="6" height="6" fill="none" stroke="${PALETTE.faint}" stroke-dasharray="1.6 1.4"/>`
	};
	return `<g transform="translate(${x} ${y})">${marks[glyph]}</g>`;
}

const small = `font-family="${SANS}" font-size="10.5" fill="${PALETTE.soft}"`;

/** About how wide a word is drawn in the small type. */
const widthOf = (words: string) => words.length * 5.6;

/** Letters of a title's line, and its lines. */
const titleOf = (row: Row) => wrap(row.title, 46, 2);

/** As high as its title with the versions under it, or as the fullest of its cells. */
function heightOf(row: Row): number {
	const words = 14 + titleOf(row).length * 17 + (row.versions.length > 0 ? VERSIONS : 0);
	const most = Math.max(1, ...row.cells.map((cell) => cell.marks.length));
	return Math.max(ROW, words, most * MARK + 10);
}

/** A line's versions: a square in the colour of each, and its name. */
function versionsOf(row: Row, y: number): string {
	let x = EDGE;
	return row.versions
		.map(({ tone, letter, label }) => {
			const [words = letter] = wrap(label || letter, 24, 1);
			const drawn =
				`<rect x="${x}" y="${y - 8}" width="8" height="8" rx="2" fill="${colourOf(tone)}"/>` +
				text(x + 12, y, words, small);
			x += 24 + Math.round(widthOf(words));
			return x - 12 > EDGE + FIRST ? '' : drawn;
		})
		.join('');
}

/** What the signs and the colours mean, in one row. */
function keyOf(words: PictureWords, y: number): string {
	let x = EDGE;
	const signs = ([...GLYPHS].reverse() as (Glyph | Gap)[]).concat('silent', 'unknown').map((kind) => {
		const drawn = sign(kind, x + 8, y - 4, PALETTE.neutral) + text(x + 21, y, words.glyph[kind], small);
		x += 40 + Math.round(widthOf(words.glyph[kind]));
		return drawn;
	});
	return signs.join('') + text(EDGE, y + 20, words.colour, small);
}

/** The lineup as it is shown, as an SVG document that stands alone: the light theme, no font that must be loaded. */
export function lineupPicture(view: Lineup, title: string, words: PictureWords): string {
	const width = EDGE * 2 + FIRST + Math.max(3, view.columns.length) * COLUMN;
	const parts: string[] = [];
	const centre = (at: number) => EDGE + FIRST + at * COLUMN + COLUMN / 2;
	let y = EDGE + 22;
	parts.push(
		text(EDGE, y, title, `font-family="${SERIF}" font-size="22" font-weight="600" fill="${PALETTE.ink}"`)
	);
	y += HEAD;
	view.columns.forEach((column, at) => {
		const lines = wrap(column.name, 14, 4);
		lines.forEach((line, place) =>
			parts.push(
				text(
					centre(at),
					y - 8 - (lines.length - 1 - place) * 13,
					line,
					`font-family="${SANS}" font-size="11" text-anchor="middle" fill="${PALETTE.ink}"`
				)
			)
		);
	});
	const rule = (colour: string) => parts.push(`<path d="M${EDGE} ${y}H${width - EDGE}" stroke="${colour}"/>`);
	rule(PALETTE.rule);
	for (const group of view.groups) {
		y += GROUP;
		const count = group.rows.length + group.more;
		parts.push(
			text(
				EDGE,
				y - 8,
				`${words.group[group.state]} ${count}`,
				`font-family="${SANS}" font-size="12" font-weight="600" fill="${PALETTE.ink}"`
			)
		);
		for (const row of group.rows) {
			rule(PALETTE.hair);
			const lines = titleOf(row);
			const height = heightOf(row);
			const under = row.versions.length > 0 ? VERSIONS : 0;
			const top = y + (height - lines.length * 17 - under) / 2 + 13;
			lines.forEach((line, at) =>
				parts.push(
					text(EDGE, top + at * 17, line, `font-family="${SERIF}" font-size="14.5" fill="${PALETTE.ink}"`)
				)
			);
			parts.push(versionsOf(row, top + lines.length * 17));
			view.columns.forEach(({ id }, at) => {
				const marks = row.cells.find((cell) => cell.column === id)?.marks ?? [];
				if (marks.length === 0) parts.push(sign(gapOf(row, id), centre(at), y + height / 2, PALETTE.faint));
				marks.forEach((mark, place) => {
					const [label] = wrap(mark.label, 16, 1);
					const middle = y + height / 2 + (place - (marks.length - 1) / 2) * MARK;
					parts.push(sign(mark.glyph, centre(at), middle - (label ? 6 : 0), colourOf(mark.tone)));
					if (label) parts.push(text(centre(at), middle + 15, label, `${small} text-anchor="middle"`));
				});
			});
			y += height;
		}
		if (group.more > 0) {
			parts.push(text(EDGE, y + 16, words.more(group.more), small));
			y += 24;
		}
	}
	y += 34;
	parts.push(keyOf(words, y));
	y += 50;
	parts.push(text(EDGE, y, words.foot, small));
	const height = y + EDGE;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="${PALETTE.paper}"/>${parts.join('')}</svg>\n`;
}
