/** Words about reviews: what people decide on claims, lines and relations, and the log of it. */
export const reviewWords = {
	/** How a form is called where it is offered. */
	offer: {
		confirm: 'Confirm',
		said: 'Change how it is said',
		out: 'Not the same claim',
		same: 'Same claim as…',
		oneSource: 'Same source as…',
		hide: 'Hide',
		challenge: 'I think this is wrong',
		relation: 'Change',
		rename: 'Rename',
		split: 'Split',
		merge: 'Merge with another line',
		add: 'Add a claim that is missing'
	},
	/** What an open form asks. */
	title: {
		confirm: 'This claim is read rightly',
		confirmPair: 'What holds between the two is right',
		said: 'How it is said',
		out: 'This claim does not belong to this line',
		same: 'Which line speaks to the same point?',
		oneSource: 'Which names are one source?',
		hide: 'These words make no claim',
		challenge: 'I think this is wrong',
		relation: 'What holds between these two?',
		rename: 'What the line is called',
		split: 'Which claims speak to another point?',
		add: 'Which words make a claim?'
	},
	/** What will happen. */
	note: {
		confirm: 'It is marked as confirmed, and stays as it is when accounts are added or the engine learns.',
		said: 'Only what you change is kept.',
		out: 'It leaves the line, for one that fits or for one of its own.',
		same: 'Search for a line, or choose one that is near.',
		oneSource: 'Wherever they are named, they count as one.',
		hide: 'It leaves the lineup. The account’s text stays as it is.',
		challenge: 'It changes nothing in the lineup. Everyone who opens this sees that you doubt it, and why.',
		relation: 'The line’s versions follow from it.',
		rename: 'The name stays, whatever claims are added.',
		split: 'They leave together, for a line of their own.',
		add: 'Mark the words in the text, or copy them into the box.'
	},
	submit: {
		confirm: 'Confirm',
		said: 'Keep the change',
		out: 'Take it out',
		same: 'Join',
		oneSource: 'Make them one',
		hide: 'Hide it',
		challenge: 'Say so',
		relation: 'Keep the change',
		rename: 'Rename',
		split: 'Split off',
		add: 'Add the claim'
	},
	on: (what: string, words: string) => `${what}: “${words}”`,
	correct: 'Correct this',
	ofLine: 'Correct the line',
	who: 'Your name',
	whoHint: 'Shown with what you decide. Remembered in this browser.',
	why: 'Why',
	whyOptional: 'Why (optional)',
	cancel: 'Cancel',
	holder: 'Who says so',
	holderHint: 'The account’s own name means: in its own voice.',
	voice: 'Voice',
	certainty: 'Certainty',
	lineName: 'Name of the line',
	certainties: { stated: 'stated', hedged: 'hedged', denied: 'denied' },
	relations: {
		agrees: 'They agree',
		conflicts: 'They conflict: both cannot be true',
		differs: 'They differ in detail, and both can be true',
		update: 'One is later news than the other',
		none: 'None of these',
		notSame: 'They do not speak to the same point'
	},
	relationNow: (reason: string) => `Now: ${reason}`,
	search: 'Search the lines',
	find: 'Search',
	near: 'Lines with words in common',
	foundLines: (query: string) => `Lines for “${query}”`,
	noLines: 'No other line was found. Try other words.',
	whole: {
		label: 'What moves',
		claim: 'Only this claim',
		line: 'Its whole line: the two become one'
	},
	sourceShown: 'Name to show',
	sourceOthers: 'Also this source',
	words: 'The words of the claim',
	wordsHint: 'Exactly as they stand in the account.',
	asRead: 'as Lateral reads it',
	takeWords: 'Add as a claim',
	/** What a person did, after their name. */
	did: {
		confirm: 'confirmed how this is read',
		confirmPair: (relation: string) => `confirmed that the two ${relation}`,
		same: 'said that these speak to the same point',
		notSame: 'said that these do not speak to the same point',
		relation: (relation: string) => `said that the two ${relation}`,
		holder: (name: string) => `said that it comes from ${name}`,
		voice: (voice: string) => `set the voice to “${voice}”`,
		certainty: (certainty: string) => `set the certainty to “${certainty}”`,
		rename: (title: string) => `named the line “${title}”`,
		hide: 'hid these words: they make no claim',
		add: 'added this claim',
		oneSource: (names: string) => `said that ${names} are one source`,
		challenge: 'thinks that this is wrong',
		purged: 'decided on something that was deleted for good',
		undo: 'took back',
		redo: 'brought back'
	},
	holds: {
		agrees: 'agree',
		conflicts: 'conflict',
		differs: 'differ in detail',
		update: 'are earlier and later news',
		none: 'have no relation'
	},
	somebody: 'Somebody',
	reviewed: 'Decided by a person',
	marks: {
		confirmed: 'confirmed by a person',
		challenged: 'doubted by a person',
		added: 'added by a person',
		holder: 'holder set by a person',
		voice: 'voice set by a person',
		certainty: 'certainty set by a person',
		title: 'named by a person',
		same: 'joined by a person',
		notSame: 'split by a person',
		relation: 'relation set by a person'
	},
	kept: 'Kept.',
	tookBack: 'What was decided is taken back, or holds again.',
	undo: 'Undo',
	redo: 'Redo',
	log: 'History',
	/** Two windows. */
	meanwhile: {
		title: 'Somebody decided on this meanwhile',
		text: 'Nothing of yours was kept yet, and nothing of it is lost: it is still in the form. Look at both, then send again or leave it.',
		theirs: 'Meanwhile',
		mine: 'Yours, not kept yet',
		again: 'Send mine all the same'
	},
	needed: {
		why: 'Say why you think so: others will want to know.',
		target: 'Choose the line it belongs to.',
		names: 'Choose at least one other name.',
		relation: 'Choose what holds between the two.',
		title: 'A line needs a name.',
		taken: 'Choose at least one claim to split off, and leave at least one.',
		words: 'These words do not stand in the account. Copy them exactly as they are there.',
		holder: 'This name is too long.'
	} as Record<string, string>,
	history: {
		title: 'History',
		lead: 'Everything that people decided about this event. What is taken back stays in the list, and can be brought back.',
		none: 'Nobody has decided anything yet. Open a cell of the lineup and choose “Correct this”.',
		toLineup: 'Open the lineup',
		undoLast: 'Undo',
		redoLast: 'Redo',
		undoOne: 'Take back',
		redoOne: 'Bring back',
		takenBack: (who: string) => `taken back by ${who}`,
		all: (n: number) => (n === 1 ? 'One decision' : `${n} decisions, newest first`),
		lost: {
			title: 'Decisions whose words are gone',
			lead: 'The engine could not keep to these. They are not lost: they hold again when the words are there again.',
			missing: (source: string) =>
				`Its words are no longer in ${source}: the account was taken out, or holds another text. Put the account back under Manage, or take this decision back.`,
			overruled: 'A later decision says otherwise. Take one of the two back, here or below.',
			gone: 'an account that is no longer here'
		}
	}
} as const;
