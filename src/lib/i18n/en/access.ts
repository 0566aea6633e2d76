/** Words of the page that asks for a passcode, and of the way out. */
export const accessWords = {
	title: 'Sign in',
	about: 'This Lateral is shared. Type the passcode that you were given: it says what you may do here.',
	passcode: 'Passcode',
	go: 'Sign in',
	show: 'Show the passcode',
	plain:
		'This connection is not encrypted. Anyone on the same network can read the passcode, and everything you read and write here. Whoever runs this Lateral can put it behind https.',
	out: 'Sign out',
	roles: {
		owner: 'You may do everything here.',
		editor: 'You may read, add and correct here.',
		reader: 'You may read here.'
	}
} as const;
