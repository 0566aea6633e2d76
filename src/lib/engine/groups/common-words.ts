/** Words that stand in reports of every event. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
	(
		'a about after again against all also am an and any are as at be because been before being between both but by ' +
		'can could day did do does down during each even ever few first for from further get go had has have he her here ' +
		'him his how i if in into is it its just last like made make many may me might more most much must my new no nor ' +
		'not now of off on once one only or other our out over own part people per said same say says see she should since ' +
		'so some still such take than that the their them then there these they this those three through time to today ' +
		'told too two under until up us use very was way we week well were what when where which while who whom whose why ' +
		'will with would year years yesterday yet you your monday tuesday wednesday thursday friday saturday sunday ' +
		'january february march april june july august september october november december mr mrs ms news according ' +
		'report reported reports added statement'
	).split(' ')
);
