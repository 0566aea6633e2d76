import { expect, test } from 'vitest';
import { FERRY, FIRE, SCHOOL, textOf } from '../../../../tests/support/stories.ts';
import { guessLanguage } from './language.ts';

test.each([
	['en', textOf(FERRY)],
	['en', textOf(SCHOOL)],
	['en', textOf(FIRE)],
	[
		'de',
		'Die Fähre stieß am Mittag gegen eine Boje und nahm Wasser auf, teilte das Hafenamt mit. Alle an Bord sind nach Angaben der Reederei in Sicherheit, und die Taucher werden den Rumpf am Mittwoch untersuchen.'
	],
	[
		'fr',
		'Le ferry a heurté une bouée à midi et a pris l’eau, selon la capitainerie. Les passagers sont sains et saufs, et des plongeurs vont examiner la coque dans la journée de mercredi.'
	],
	[
		'es',
		'El transbordador chocó con una boya al mediodía y empezó a hacer agua, según la autoridad del puerto. Los pasajeros están a salvo y los buzos van a revisar el casco el miércoles.'
	],
	[
		'nl',
		'De veerboot raakte dinsdag rond het middaguur een boei en maakte water, meldt het havenbedrijf. Alle opvarenden zijn veilig aan wal en duikers gaan de romp van het schip bekijken.'
	],
	['ru', 'Паром столкнулся с буем в полдень во вторник и начал набирать воду, сообщили в порту.'],
	['ja', 'フェリーは火曜日の正午にブイに衝突し、浸水したと港の事務所が発表した。'],
	['zh', '渡轮星期二中午撞上浮标并开始进水，港务局说，船上六十四人全部安全上岸。'],
	['ar', 'اصطدمت العبارة بعوامة ظهر الثلاثاء وتسربت إليها المياه حسبما قال مكتب الميناء'],
	[null, '12 34 56'],
	[null, 'Marlow Norrsund Belling Ekeby Varrow Brandt Roth Sveen Amdal Oduya Teal Holm']
])('a text in %s is known as such', (language, text) => {
	expect(guessLanguage(text)).toBe(language);
});
