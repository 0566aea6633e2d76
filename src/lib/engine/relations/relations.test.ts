import { expect, it } from 'vitest';
import type { Account } from '#lib/model/index.ts';
import { loadLexicon } from '#lib/server/lexicon.ts';
import { createExtractor } from '../claims/index.ts';
import { gistsOf } from '../lines/index.ts';
import { createWords } from '../words/index.ts';
import { findingsOf } from './index.ts';

const files = loadLexicon();
const words = createWords(files);
const extract = createExtractor(files);

const account = (id: string, text: string, publishedAt = '2026-05-20'): Account => ({
	id,
	source: { name: `The ${id}`, kind: 'outlet' },
	title: '',
	text,
	publishedAt,
	rendering: 'verbatim',
	truncated: false,
	sha256: ''
});

/** The kinds of conflict between anything in one text and anything in another, in either order. */
function conflictsOf(one: string, other: string): string[] {
	const [first, second] = [one, other].map((text, i) => gistsOf([extract(account(`Paper${i}`, text))]));
	const kinds = (xs: typeof first, ys: typeof first) =>
		xs!
			.flatMap((x) => ys!.flatMap((y) => findingsOf(x, y, words)))
			.filter(({ kind }) => kind === 'conflicts')
			.map(({ code }) => code);
	const [there, back] = [kinds(first, second), kinds(second, first)];
	expect(back.toSorted()).toEqual(there.toSorted());
	return [...new Set(there)];
}

it.each([
	['The driver did not brake.', 'The driver braked as soon as she saw the van.', 'negation'],
	['Nobody was arrested at the harbour.', 'Two students were arrested at the harbour.', 'negation'],
	['Nothing was damaged in the library.', 'Three windows were damaged in the library.', 'negation'],
	['It had not rained during the night.', 'Rain during the night left the road slippery.', 'negation'],
	['No decision on the bridge has been taken.', 'The council made its decision on Monday.', 'negation'],
	[
		'The ferry company denied that its ship entered the closed channel.',
		'The ship entered the closed channel.',
		'negation'
	],
	[
		'There was no immediate claim of responsibility.',
		'A group of farmers has claimed responsibility.',
		'negation'
	],
	['The driver was not injured in the crash.', 'The driver is among the injured.', 'negation'],
	['The march left Mill Park at 14:00.', 'The demonstrators left Mill Park at half past two.', 'date'],
	[
		'The navy shot down the balloon over the strait on Monday.',
		'The navy shot down the balloon last Saturday.',
		'date'
	],
	['Police made three arrests at the harbour.', 'No one was arrested at the harbour.', 'negation'],
	['The dam was built in 1962.', 'The dam, which was built in 1958, holds three million tonnes.', 'date'],
	[
		'Mayor Ann Reyes ordered an attack on the camp.',
		'The mayor never gave the final order for an attack.',
		'negation'
	],
	['The minister knew about the leak.', 'The minister had no knowledge of the leak.', 'negation'],
	['Reed fired first.', 'The guards fired first.', 'person'],
	['The mayor pushed the reporter.', 'The reporter pushed the mayor.', 'person'],
	['Ann Reyes threw the keys to him.', 'He threw the keys to Ann Reyes.', 'person'],
	['The fire destroyed 12 houses.', 'The fire destroyed 19 houses.', 'number'],
	['The fire destroyed 52 houses.', 'The fire destroyed 58 houses.', 'number'],
	[
		'The flood destroyed six barns and killed forty cows.',
		'The flood destroyed six barns and killed thirteen cows.',
		'number'
	],
	['Kovac was sentenced to 21 months.', 'Kovac was sentenced to 18 months.', 'number'],
	['Lena Frey finished third in the regatta.', 'Lena Frey finished fifth in the regatta.', 'number'],
	[
		'Lena Frey became the second mayor of the island.',
		'Frey became the first mayor of the island on Friday.',
		'number'
	],
	['The thief drove off in a red van.', 'The thief drove off in a blue van on Sunday.', 'opposite'],
	['A bus hit the lamp post beside the bakery.', 'The lamp post was hit by a tram.', 'opposite'],
	['The miller was stabbed with a knife.', 'A stranger stabbed the miller with a screwdriver.', 'opposite'],
	['The coroner called the death a suicide.', 'The coroner called the death an accident.', 'opposite'],
	['The march through the old town was peaceful.', 'The march was violent.', 'opposite'],
	['The council opened the bridge to lorries.', 'The bridge was closed to lorries.', 'opposite'],
	[
		'The east gate will stay closed until Friday morning.',
		'The east gate will open again at noon.',
		'opposite'
	],
	['The driver deliberately hit the gate.', 'The driver accidentally hit the gate.', 'opposite'],
	['Kovac sold the tanker.', 'Kovac bought the tanker.', 'opposite'],
	['The tanker anchored near the island.', 'The tanker anchored far away from the island.', 'opposite'],
	['The wreck was found inside the harbour.', 'Divers found the wreck outside the harbour.', 'opposite'],
	['The tanker ran aground off Malta.', 'The tanker ran aground off Cyprus.', 'place'],
	['Smugglers landed the crates in Peru.', 'Smugglers landed the crates in South Korea.', 'place'],
	['The minister will visit the valley.', 'The minister has called off his visit to the valley.', 'negation'],
	['The strike will go ahead on Friday.', 'The strike was cancelled.', 'negation'],
	['No decision on the pier has been taken.', 'The council decided to pull down the pier.', 'negation'],
	['The mayor apologised to the families.', 'The mayor refused to apologise to the families.', 'negation'],
	['The mill paid all its taxes.', 'The mill has paid no taxes since 2015.', 'negation'],
	['A tram hit a van at 06:40.', 'A tram ran into a van at five past seven.', 'date'],
	['The ferry, built in 1992, sank within minutes.', 'The ferry was built in 1987.', 'date'],
	['The bridge stayed open on Monday.', 'The bridge was closed on Monday after a storm.', 'opposite'],
	['The fire began in the kitchen.', 'The fire began in the attic.', 'opposite'],
	['The talks ended in agreement.', 'The talks ended without agreement.', 'opposite'],
	['The sailors were freed on Wednesday.', 'The sailors are still being held.', 'opposite'],
	['The minister resigned on Monday.', 'The minister was sacked on Monday.', 'opposite'],
	['The ship was carrying only grain.', 'The ship was carrying weapons.', 'opposite'],
	['The ship carried nothing but grain.', 'The ship carried weapons.', 'opposite'],
	['The guard shot himself.', 'The guard was shot by a visitor.', 'person'],
	['The bill passed by 120 votes.', 'The bill passed by 115 votes.', 'number'],
	['The fire was caused by lightning.', 'A cigarette caused the fire.', 'intent'],
	['The plane crashed because of engine failure.', 'The crash was caused by ice on the wings.', 'intent'],
	['The strike would last three days.', 'The strike will last a week.', 'number'],
	['Turnout was 71 per cent.', 'Turnout fell to 58 per cent.', 'number'],
	['Dale was found guilty of fraud.', 'A jury acquitted Dale of fraud.', 'opposite'],
	['Dale pleaded guilty.', 'Dale pleaded not guilty to all charges.', 'negation'],
	['Rovers beat Northgate in the final.', 'Rovers lost to Northgate.', 'opposite'],
	['The gate was locked.', 'The gate had been left open.', 'opposite'],
	['The dam was inspected in 2018.', 'The dam has never been inspected.', 'negation'],
	['The singer owes the studio 300,000 euros.', 'The studio owes the singer 300,000 euros.', 'person'],
	[
		'Police opened fire after the crowd threw stones.',
		'The crowd threw stones after police opened fire.',
		'date'
	],
	['Tom Vale planned the robbery.', 'Tom Vale said his brother planned the robbery.', 'person'],
	['The owner cut off the water.', 'The owner had not cut off the water.', 'negation'],
	['The envoy was not aware of the plan.', 'The envoy knew about the plan.', 'negation'],
	['The airline blamed the delay on fog.', 'The delay was caused by a shortage of crew.', 'intent'],
	['The mill will reopen in April.', 'The owner has dropped plans to reopen the mill.', 'negation'],
	['The guard warned the man before she fired.', 'The guard gave no warning before she fired.', 'negation'],
	['All 48 passengers survived the crash.', 'At least three passengers died in the crash.', 'opposite'],
	['The bishop attended the ceremony.', 'The bishop stayed away from the ceremony.', 'opposite'],
	['The ceasefire is holding.', 'The ceasefire has collapsed.', 'opposite'],
	['The man was carrying a gun.', 'The man was unarmed.', 'opposite'],
	['The school was empty when the roof fell in.', 'About 60 children were in the school.', 'opposite'],
	['The singer wrote the song herself.', 'The song was written by her former producer.', 'person'],
	['The crash killed 12 people.', 'The crash left 15 people dead.', 'number'],
	['The cause of the crash was a loose bolt.', 'The crash was blamed on fog.', 'intent']
])('sees that these cannot both be true: “%s” “%s”', (one, other, kind) => {
	expect(conflictsOf(one, other)).toContain(kind);
});

it.each([
	['one is only wanted', 'The council does not want to close the bridge.', 'The council closed the bridge.'],
	['one is only possible', 'The dam could fail.', 'The dam did not fail.'],
	[
		'one would only perhaps come to be',
		'The minister did not meet the mayor.',
		'If he came, the minister would probably meet the mayor.'
	],
	['another did it', 'Mayor Ann Reyes did not visit the site.', 'Minister Tom Kovac visited the site.'],
	['it was done to another', 'The minister did not meet Ann Reyes.', 'The minister met Tom Kovac.'],
	['the verbs are of the mind', 'I did not like it.', 'The minister likes the new bridge.'],
	['not to hesitate is to do', 'The crew did not hesitate to leave the ship.', 'The crew left the ship.'],
	['one is of another year', 'Nobody was hurt in the fire.', 'A fire in the hall hurt six people in 1994.'],
	['both are one part', 'The party lost one-quarter of its seats.', 'The party lost a quarter of its seats.'],
	[
		'one is of one of the years',
		'The Freys earned $9 million from 2007 to 2014.',
		'The Freys earned $2 million in 2013.'
	],
	['one time holds the other', 'The dam leaked from March to July 2019.', 'The dam leaked in May 2019.'],
	['one was earned, the other paid', 'The Freys earned $90 million.', 'The Freys paid $40 million in taxes.'],
	[
		'one is of another thing',
		'Frey paid $43 million in federal taxes.',
		'Frey paid $13 million in state taxes.'
	],
	['one is of another', 'Ann Reyes spent $40,000 on flowers.', 'Tom Kovac spent $75,000 on flowers.'],
	['one is an addition', 'The mill lost $12 million.', 'The mill lost an additional $3 million.'],
	['both tell a chance', 'The mayor sees a one-in-three chance.', 'The mayor sees a two-in-three chance.'],
	['one is cut short', 'Frey paid $43 million in taxes.', 'Frey paid $43,885,310 in taxes.'],
	['one is said roundly', 'The fire destroyed 300 houses.', 'The fire destroyed 312 houses.'],
	['one tells when', 'Orlo spoke for nine minutes on Friday.', 'Four minutes later Orlo spoke to the press.'],
	[
		'the day is that of a thing in passing',
		'The raid on Friday was a mistake.',
		'The raid was called a mistake on Sunday.'
	],
	['one counts the others', 'Two other ships sank in the storm.', 'Five ships sank in the storm.'],
	['one counts a part', 'Two of the ships were empty.', 'Five ships were empty.'],
	['both things can have been there', 'A bus and a tram hit the post.', 'A tram hit the post.'],
	[
		'there is one of each',
		'The second ferry sank in the storm.',
		'The first ferry sank in a storm at night.'
	],
	['there may be some of each', 'Red boats sank in the storm.', 'Blue boats sank in the storm at night.'],
	['each has both, the other way round', 'The red car hit the blue car.', 'The blue car hit the red car.'],
	['another did it', 'The baker fled in a red van.', 'The miller fled in a blue van.'],
	['he can meet both', 'The minister met Ann Reyes.', 'The minister met Tom Kovac.'],
	['one word is the wider one', 'The thief drove off in a car.', 'The thief drove off in a taxi.'],
	[
		'one place lies in the other',
		'The tanker ran aground off Malta.',
		'The tanker ran aground off Valletta.'
	],
	[
		'one name is spelt in two ways',
		'The tanker left the port of Odesa.',
		'The tanker left the port of Odessa.'
	],
	[
		'one name is the other’s initials',
		'The UNHCR closed its camp.',
		'The UN High Commissioner for Refugees closed its camp.'
	],
	['one counts a row', 'The third ship arrived in the evening.', 'Five ships arrived in the evening.'],
	[
		'the day is that of something else',
		'After the Friday fire the owner closed the hall.',
		'The owner spoke on Monday.'
	],
	[
		'both name one cause in other words',
		'The fire was caused by an electrical fault.',
		'A short circuit caused the fire.'
	],
	[
		'the first is not the second',
		'Nobody was hurt in the first blast.',
		'The second blast hurt three people.'
	],
	['each is another gate', 'The gate to the north field was locked.', 'The gate to the car park was open.'],
	['each is of another charge', 'Reed was found guilty of theft.', 'Reed was cleared of assault.'],
	['each was on another day', 'The club was empty on Monday.', '300 people were in the club on Saturday.'],
	['there is more than that evidence', 'There was no evidence of fraud.', 'Police gathered evidence.'],
	['a crew is no cargo', 'The ship carried only grain.', 'The ship carried 40 sailors.'],
	[
		'one is how much longer',
		'The trial was to last three weeks.',
		'The trial lasted two days longer than planned.'
	],
	['another thing was called off', 'The club cancelled its dance.', 'The club held a meeting.'],
	['both tell one order', 'The guard fired after the man ran.', 'The man ran before the guard fired.'],
	['one won, and the other lost', 'Rovers beat Northgate in the final.', 'Northgate lost to Rovers.'],
	['not what was done is denied', 'The guards fired.', 'Reed said that firing was not easy.'],
	[
		'sums add up over other times',
		'The Freys earned $140 million in eight years.',
		'The Freys earned $9 million in 2013.'
	],
	['one is of the speaker', 'Ann Reyes said she had earned $9 million.', 'Tom Kovac earned $13 million.'],
	['some were killed, and some were hurt', 'The blast killed 12 people.', 'The blast injured 30 people.'],
	[
		'some survived, and some did not',
		'Two passengers survived the crash.',
		'Three passengers died in the crash.'
	],
	['some are held, and some are free', 'Six people were arrested.', 'Four people were released.'],
	['another was unarmed', 'The guard was unarmed.', 'The burglar was carrying a gun.'],
	['one names a cause of several', 'The fire was partly caused by dry grass.', 'Lightning caused the fire.'],
	['one may be the cause', 'Lightning may have caused the fire.', 'A cigarette caused the fire.'],
	[
		'one meeting was held, another called off',
		'The club held a dance on Monday.',
		'The club cancelled its lunch.'
	],
	['another left', 'The treasurer resigned on Monday.', 'The board dismissed the cook.'],
	['there were other things too', 'The ship carried grain.', 'The ship carried weapons.'],
	['only so many are told of', 'The ship carried only three men.', 'The ship carried weapons.'],
	[
		'one is what the other compares with',
		'Police made six arrests, compared to 47 the night before.',
		'Police made 47 arrests.'
	],
	['it hangs on an if', 'If they call, the crew does not answer.', 'The crew answered at once.'],
	[
		'no matter says of nothing that it is absent',
		'The crew will sail no matter what.',
		'The crew had a problem.'
	],
	[
		'a thing moves by itself',
		'The crew launched the boat from the beach.',
		'The boat launched from the crew’s beach.'
	]
])('sees no conflict where %s', (_why, one, other) => {
	expect(conflictsOf(one, other)).toEqual([]);
});

it('says what many do and what one does as one reads it aloud', () => {
	const text = (one: string, other: string) => {
		const [a, b] = [one, other].map((words, i) => gistsOf([extract(account(`Paper${i}`, words))]));
		return a!.flatMap((x) => b!.flatMap((y) => findingsOf(x, y, words))).map((finding) => finding.text)[0];
	};
	expect(text('Union leaders said 40 dockers were hurt.', 'Ann Reyes said 12 dockers were hurt.')).toBe(
		'Union leaders give 40 and Ann Reyes 12; a count cannot be both.'
	);
	expect(
		text('Officials at the port said 40 dockers were hurt.', 'Ann Reyes said 12 dockers were hurt.')
	).toMatch(/^Officials at the port give 40/);
	expect(text('Police said the van was red.', 'Ann Reyes said the van was blue.')).toContain(
		'olice say “red”'
	);
});

it('tells that one utterance was given to two people, which somebody may have misread', () => {
	const quote = '“A harbour without a crane is only a puddle with a view,” said';
	const [a, b] = [`${quote} Dora Finch, a teacher.`, `${quote} Paul Oates, a baker.`].map((text, i) =>
		gistsOf([extract(account(`Paper${i}`, text))])
	);
	const found = a!.flatMap((x) => b!.flatMap((y) => findingsOf(x, y, words)));
	expect(found.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['differs quote']);
	expect(found[0]!.text).toContain('Dora Finch');
});

it('compares hours that name no day as hours, whenever each account was printed', () => {
	const kinds = (one: string, other: string) => {
		const [a, b] = [account('One', one, '2026-05-20T01:30'), account('Two', other, '2026-05-21T09:00')].map(
			(each) => gistsOf([extract(each)])
		);
		return a!
			.flatMap((x) => b!.flatMap((y) => findingsOf(x, y, words)))
			.map(({ kind, code }) => `${kind} ${code}`);
	};
	expect(kinds('The fire started at 21:40.', 'The fire started before 22:00.')).not.toContain(
		'conflicts date'
	);
	expect(kinds('The fire started at 21:40.', 'The fire started at 9:40 p.m.')).toContain('agrees date');
	expect(kinds('The fire started at 21:40.', 'The fire started at 23:10.')).toContain('conflicts date');
});
