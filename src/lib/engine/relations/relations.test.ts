import { expect, it } from 'vitest';
import { conflictsBetween, findingsBetween } from '../../../../tests/support/compare-texts.ts';

it.each([
	['The driver did not brake.', 'The driver braked as soon as she saw the van.', 'negation'],
	['Nobody was arrested at the harbour.', 'Two students were arrested at the harbour.', 'negation'],
	['Nothing was damaged in the library.', 'Three windows were damaged in the library.', 'negation'],
	['It had not rained during the night.', 'Rain during the night left the road slippery.', 'negation'],
	[
		'No decision on the bridge has been taken.',
		'The council made its decision on the bridge on Monday.',
		'negation'
	],
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
	[
		'The tank was cleaned in May.',
		'It came from a tank that had not been cleaned for two years.',
		'negation'
	],
	[
		'The pool was not closed by the port board.',
		'The port board ordered the closure on Monday morning.',
		'negation'
	],
	['Drivers received no complaints from passengers.', 'Passengers complained of the cold.', 'negation'],
	['Four patients have died.', 'At least six people have died, relatives say.', 'number'],
	['Two miners were killed.', 'Three night-shift miners died when a tunnel fell in.', 'number'],
	[
		'Guards arrested 17 people.',
		'Guards have arrested 40 of our members, most of them for nothing.',
		'number'
	],
	['There was only one gate open for 9,000 people.', 'Three of the five gates were open.', 'number'],
	[
		'The evacuation order was given on Wednesday evening.',
		'The mayor ordered the evacuation only on Thursday at noon.',
		'date'
	],
	['The dyke was mended last year for 2 million.', 'The dyke had not been mended.', 'negation'],
	['The death toll from the fire rose to 14.', 'In all 15 people have lost their lives.', 'number'],
	['There was no looting.', 'Looters broke into shops in the port.', 'negation'],
	['She is serving two years for theft.', 'She was sentenced to four years for theft.', 'number'],
	['Mr Dorn was dismissed in July.', 'Mr Dorn resigned in July after a quarrel.', 'opposite'],
	[
		'The head of the port has been suspended.',
		'Neither the head pilot nor any other member of the crew has been suspended.',
		'negation'
	],
	['Nobody was hurt.', 'Two of the dockers were treated for burns.', 'negation'],
	['There were no injuries.', 'A diver was taken to hospital.', 'negation'],
	[
		'The two ministers agreed to reopen the port.',
		'The talks in Orlo ended without an agreement.',
		'negation'
	],
	['The rector did not call the police.', 'The rector called the police on Monday.', 'negation'],
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
	expect(conflictsBetween(one, other)).toContain(kind);
});

it('says what many do and what one does as one reads it aloud', () => {
	const text = (one: string, other: string) => findingsBetween(one, other)[0]?.text;
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
	const found = findingsBetween(`${quote} Dora Finch, a teacher.`, `${quote} Paul Oates, a baker.`);
	expect(found.map(({ kind, code }) => `${kind} ${code}`)).toEqual(['differs quote']);
	expect(found[0]!.text).toContain('Dora Finch');
});

it('compares hours that name no day as hours, whenever each account was printed', () => {
	const kinds = (one: string, other: string) =>
		findingsBetween(one, other, ['2026-05-20T01:30', '2026-05-21T09:00']).map(
			({ kind, code }) => `${kind} ${code}`
		);
	expect(kinds('The fire started at 21:40.', 'The fire started before 22:00.')).not.toContain(
		'conflicts date'
	);
	expect(kinds('The fire started at 21:40.', 'The fire started at 9:40 p.m.')).toContain('agrees date');
	expect(kinds('The fire started at 21:40.', 'The fire started at 23:10.')).toContain('conflicts date');
});
