/** Words of the timeline. */
export const timelineWords = {
	off: 'a time that lies before or after what is drawn',
	later: {
		title: 'Later news',
		lead: 'What was said first, and what accounts that appeared later give in its place.',
		also: 'Also:',
		still: (names: string) => `Still with the earlier one after that: ${names}.`
	}
} as const;
