import { expect, it } from 'vitest';
import { conflictsBetween } from '../../../../tests/support/compare-texts.ts';

it.each([
	['one is only wanted', 'The council does not want to close the bridge.', 'The council closed the bridge.'],
	['one is only possible', 'The dam could fail.', 'The dam did not fail.'],
	[
		'one would only perhaps come to be',
		'The minister did not meet the mayor.',
		'If he came, the minister would probably meet the mayor.'
	],
	[
		'some died and some were hurt',
		'Two dead as barn burns.',
		'Seven people were injured when the barn burned.'
	],
	['one is what there was', 'The barge carried 900 tonnes of grain.', '40 tonnes of grain were lost.'],
	['one is of some of them', 'The islanders hold 30 hostages.', 'The islanders freed 12 hostages.'],
	[
		'one is of another matter',
		'No decision on fares has been taken.',
		'The decision was taken by the guards on the ground.'
	],
	[
		'one is a figure of before',
		'The barge lost 300 tonnes of oil.',
		'Some 900 tonnes of oil were lost, the navy said, raising an earlier estimate of 300 tonnes.'
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
	[
		'one was years before',
		'Kessel was arrested on Monday.',
		'Kessel was arrested in 2011, but never charged.'
	],
	['each is of another year', 'The mill hired 200 men in 2021.', 'The mill hired 350 men in 2022.'],
	[
		'each stood in another way',
		'Farmers blocked the bridge for two hours.',
		'Farmers blocked the tunnel for five hours.'
	],
	[
		'one is from, the other to',
		'The bank raised it to 4.5 per cent.',
		'The bank raised it from 4.25 per cent.'
	],
	['one could, the other did', 'The boat can carry 12 people.', 'The boat was carrying 31 people.'],
	[
		'each is of another side',
		'Voters in the north rejected the plan.',
		'Voters in the south accepted the plan.'
	],
	['another refused', 'The judge refused to release the names.', 'Police released the names.'],
	['one came first', 'The water rose to two metres.', 'The water fell to one metre by the evening.'],
	['each was so on its day', 'The boy was not in class on Friday.', 'The boy was in class on Thursday.'],
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
	expect(conflictsBetween(one, other)).toEqual([]);
});
