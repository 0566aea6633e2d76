import { createHash } from 'node:crypto';
import type { Account } from '#lib/model/index.ts';
import { pick, randomFrom } from './random.ts';

const SPEAKERS = [
	'Mayor Ines Quill',
	'the harbour office',
	'a spokesman for the port',
	'two people familiar with the plan',
	'Chief Engineer Tomas Adeyemi',
	'the Weather Service'
];

/** What may be reported of the invented flood, each point in several wordings; `#` is a number near `about`. */
const POINTS: { about: number; words: string[] }[] = [
	{ about: 40, words: ['# houses were flooded', 'the water got into # houses', 'flooding reached # homes'] },
	{ about: 12, words: ['# streets were closed', 'the police closed # streets', '# roads were shut'] },
	{
		about: 300,
		words: ['# people left their homes', 'some # residents were moved out', '# people were evacuated']
	},
	{
		about: 3,
		words: ['# bridges are unsafe', 'engineers called # bridges unsafe', '# bridges could not be used']
	},
	{
		about: 7,
		words: ['the dam opened # gates', '# gates of the dam were opened', 'operators lifted # dam gates']
	},
	{
		about: 18,
		words: ['# schools stayed shut', '# schools did not open', 'pupils of # schools stayed at home']
	},
	{ about: 90, words: ['the river rose by # centimetres', 'the river was # centimetres higher than usual'] },
	{ about: 5, words: ['the rain lasted # hours', 'it rained for # hours', 'there were # hours of rain'] },
	{ about: 60, words: ['# volunteers filled sandbags', 'sandbags were filled by # volunteers'] },
	{ about: 2, words: ['# pumps failed', '# pumps broke down', 'the town lost # of its pumps'] },
	{ about: 11, words: ['the warning was sent at # o’clock', 'a warning went out at # o’clock'] },
	{ about: 25, words: ['repairs will cost # million crowns', 'the damage comes to # million crowns'] }
];

const PLACES = [
	'Ostry',
	'Lower Ostry',
	'Fenmouth',
	'Kestrel Bridge',
	'the Old Quay',
	'Marrow Street',
	'Tanner’s Row'
];
const THINGS = [
	'market',
	'library',
	'tram depot',
	'swimming pool',
	'bakery',
	'hospital',
	'cinema',
	'bus station'
];
const ACTS = [
	'reopened',
	'lost power',
	'asked for help',
	'moved its stock',
	'stayed dry',
	'served hot soup',
	'closed early'
];
const DAYS = ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'overnight', 'before noon'];

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function sentence(random: () => number): string {
	const point = pick(random, POINTS);
	const near = Math.max(1, Math.round(point.about * (0.9 + 0.2 * random())));
	const said =
		random() < 0.6
			? pick(random, point.words).replace('#', `${random() < 0.2 ? 'at least ' : ''}${near}`)
			: `the ${pick(random, THINGS)} in ${pick(random, PLACES)} ${pick(random, ACTS)}`;
	const when = `${said} ${pick(random, DAYS)}`;
	const roll = random();
	if (roll < 0.4) return `${capital(when)}.`;
	if (roll < 0.7) return `${capital(when)}, ${pick(random, SPEAKERS)} said.`;
	if (roll < 0.85) return `“${capital(when)},” said ${pick(random, SPEAKERS)}.`;
	return `According to ${pick(random, SPEAKERS)}, ${when}.`;
}

/** Accounts of one invented flood, three sentences a paragraph, the same for the same count, seed and length. */
export function generateAccounts(count: number, seed = 1, length = 11): Account[] {
	const random = randomFrom(seed);
	return Array.from({ length: count }, (_, index) => {
		const paragraphs = Array.from({ length }, () =>
			Array.from({ length: 3 }, () => sentence(random)).join(' ')
		);
		const title = capital(pick(random, POINTS[index % POINTS.length]!.words).replace('#', 'Several'));
		const text = [title, ...paragraphs].join('\n\n');
		return {
			id: `${String(index + 1).padStart(4, '0')}-outlet`,
			source: { name: `Outlet ${index + 1}`, kind: 'outlet' },
			title,
			text,
			publishedAt: `2026-03-${String(2 + (index % 9)).padStart(2, '0')}`,
			rendering: 'verbatim',
			truncated: false,
			sha256: createHash('sha256').update(text).digest('hex')
		};
	});
}
