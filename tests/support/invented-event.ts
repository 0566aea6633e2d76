import {
	COMPARISON_FORMAT,
	EVENT_SCHEMA,
	type Account,
	type Claim,
	type Comparison,
	type Event,
	type Line,
	type Link,
	type Relation,
	type SourceKind,
	type Span,
	type Value
} from '../../src/lib/model/index.ts';

/** Invented accounts of an invented event: a crane falls across a canal. Every way of saying a thing occurs. */
const TEXTS: Record<
	string,
	{ name: string; kind: SourceKind; at: string; text: string; more?: Partial<Account> }
> = {
	'01-brigade': {
		name: 'Tarn Fire Brigade',
		kind: 'official',
		at: '2026-03-14T07:55',
		text: 'Statement on the Lode Canal\n\nA crane fell across the Lode Canal at 06:40. At least 28 people were treated at the scene. No one was killed.'
	},
	'02-wire': {
		name: 'Eastwire',
		kind: 'agency',
		at: '2026-03-14T08:10',
		text: 'Crane falls across canal\n\nA crane fell across the Lode Canal at 06:40, the fire brigade said. At least 28 people were treated, it said. Investigators are looking at whether the alarm sounded.'
	},
	'03-courier': {
		name: 'Tarn Courier',
		kind: 'outlet',
		at: '2026-03-14T10:05',
		text: 'Canal shut after crane falls\n\nA crane fell across the canal early on Saturday. The Lode hospital said 31 people were treated. “The alarm sounded at once,” said site manager Ola Brandt. The canal stays shut until Friday.'
	},
	'04-lantern': {
		name: 'Daily Beacon',
		kind: 'outlet',
		at: '2026-03-14T11:20',
		text: 'Chaos on the quay\n\nAmbulances queued along the quay. According to onlookers, more than 40 people were hurt when the crane came down before 7. “There was no alarm, nothing,” said one of them. The brigade has spoken of at least 28.'
	},
	'05-radio': {
		name: 'Radio Lode',
		kind: 'outlet',
		at: '2026-03-14T12:30',
		text: 'Crane on the canal\n\nThe hospital counted 31 people hurt. The crane fell at 06:40. Nobody died.',
		more: { truncated: true }
	},
	'06-builder': {
		name: 'Ostrand Build',
		kind: 'institution',
		at: '2026-03-14T15:10',
		text: 'Ostrand Build says that fewer than 30 people needed care. It says the crane fell at 06:52 and that the alarm sounded. It had not been warned of the wind.',
		more: { rendering: 'summary', url: 'https://builder.example/statement' }
	}
};

const accounts: Account[] = Object.entries(TEXTS).map(([id, { name, kind, at, text, more }]) => ({
	id,
	source: { name, kind },
	title: text.includes('\n') ? text.slice(0, text.indexOf('\n')) : 'Statement',
	text,
	publishedAt: at,
	rendering: 'verbatim',
	truncated: false,
	sha256: id.padEnd(64, '0'),
	...more
}));

function spanOf(account: string, words: string): Span {
	const start = TEXTS[account]?.text.indexOf(words) ?? -1;
	if (start === -1) throw new Error(`“${words}” is not in ${account}`);
	return { start, end: start + words.length };
}

type Said = Partial<Pick<Claim, 'voice' | 'certainty' | 'quote'>> & {
	from?: (Partial<Link> & { name: string })[];
	values?: (Partial<Value> & { kind: Value['kind']; text: string })[];
};

function claim(account: string, words: string, said: Said = {}): Claim {
	const span = spanOf(account, words);
	const attribution = (said.from ?? []).map((link) => ({
		named: true,
		...spanOf(account, link.describedAs ?? link.name),
		...link
	}));
	const last = attribution.at(-1);
	return {
		id: `${account}@${span.start}`,
		account,
		...span,
		text: words,
		voice: said.voice ?? (last ? (last.named ? 'named' : 'unnamed') : 'own'),
		certainty: said.certainty ?? 'stated',
		attribution,
		holder: last?.name ?? TEXTS[account]!.name,
		...(last?.identity ? { holderIdentity: last.identity } : {}),
		...(said.quote ? { quote: said.quote } : {}),
		values: (said.values ?? []).map((value) => ({ ...spanOf(account, value.text), ...value })),
		why: [{ rule: 'voice', text: 'Nobody else is named as saying it.', ...span }]
	};
}

const hospital = { name: 'Lode hospital', identity: 'Lode hospital', describedAs: 'hospital' };
const brigade = { name: 'Tarn Fire Brigade', identity: 'Tarn Fire Brigade', describedAs: 'fire brigade' };
const count = (text: string, bounds: { low?: number; high?: number }) => [
	{ kind: 'number' as const, text, unit: 'person', ...bounds }
];
const time = (text: string, from: string, to = from) => [{ kind: 'date' as const, text, from, to }];
const AT_640 = '2026-03-14T06:40';

const hurt = {
	brigade: claim('01-brigade', 'At least 28 people were treated at the scene', {
		values: count('At least 28', { low: 28 })
	}),
	wire: claim('02-wire', 'At least 28 people were treated', {
		from: [brigade],
		values: count('At least 28', { low: 28 })
	}),
	courier: claim('03-courier', '31 people were treated', {
		from: [hospital],
		values: count('31', { low: 31, high: 31 })
	}),
	onlookers: claim('04-lantern', 'more than 40 people were hurt', {
		from: [{ name: 'onlookers', named: false }],
		values: count('more than 40', { low: 41 })
	}),
	repeated: claim('04-lantern', 'at least 28', {
		from: [{ ...brigade, describedAs: 'brigade' }],
		values: count('at least 28', { low: 28 })
	}),
	radio: claim('05-radio', '31 people hurt', {
		from: [hospital],
		values: count('31', { low: 31, high: 31 })
	}),
	builder: claim('06-builder', 'fewer than 30 people needed care', {
		values: count('fewer than 30', { high: 29 })
	})
};
const fell = {
	brigade: claim('01-brigade', 'A crane fell across the Lode Canal at 06:40', {
		values: time('06:40', AT_640)
	}),
	wire: claim('02-wire', 'A crane fell across the Lode Canal at 06:40', {
		from: [brigade],
		values: time('06:40', AT_640)
	}),
	beacon: claim('04-lantern', 'the crane came down before 7', {
		from: [{ name: 'onlookers', named: false }],
		values: [{ kind: 'date', text: 'before 7', to: '2026-03-14T07:00' }]
	}),
	radio: claim('05-radio', 'The crane fell at 06:40', { values: time('06:40', AT_640) }),
	builder: claim('06-builder', 'the crane fell at 06:52', { values: time('06:52', '2026-03-14T06:52') })
};
const alarm = {
	wire: claim('02-wire', 'Investigators are looking at whether the alarm sounded', { certainty: 'hedged' }),
	courier: claim('03-courier', 'The alarm sounded at once', {
		from: [{ name: 'Ola Brandt' }],
		quote: 'direct'
	}),
	beacon: claim('04-lantern', 'There was no alarm, nothing', {
		from: [{ name: 'onlookers', named: false }],
		certainty: 'denied',
		quote: 'direct'
	}),
	builder: claim('06-builder', 'the alarm sounded')
};
const killed = {
	brigade: claim('01-brigade', 'No one was killed'),
	radio: claim('05-radio', 'Nobody died')
};
const shut = claim('03-courier', 'The canal stays shut until Friday');
const warned = claim('06-builder', 'It had not been warned of the wind');

function relation(
	a: Claim,
	b: Claim,
	kind: Relation['kind'],
	code: string,
	text: string,
	words: [string, string] = [a.text, b.text]
): Relation {
	const [first, second] = a.id < b.id ? [a, b] : [b, a];
	return {
		a: first.id,
		b: second.id,
		kind,
		reason: {
			code,
			text,
			evidence: [
				{ claim: a.id, ...spanOf(a.account, words[0]) },
				{ claim: b.id, ...spanOf(b.account, words[1]) }
			]
		},
		score: 0.9
	};
}

function line(
	id: string,
	title: string,
	state: Line['state'],
	versions: [string, Claim[]][],
	more: Partial<Line>
): Line {
	return {
		id,
		title,
		state,
		versions: versions.map(([label, claims], at) => ({
			id: `${id}.${at + 1}`,
			label,
			claims: claims.map((one) => one.id)
		})),
		silent: [],
		unknown: [],
		origins: [],
		...more
	};
}

const lines: Line[] = [
	line(
		'hurt',
		'… people were hurt',
		'disputed',
		[
			['more than 40', [hurt.onlookers, hurt.brigade, hurt.wire, hurt.repeated]],
			['31', [hurt.courier, hurt.radio, hurt.brigade, hurt.wire, hurt.repeated]],
			['fewer than 30', [hurt.builder, hurt.brigade, hurt.wire, hurt.repeated]]
		],
		{
			origins: [
				{ name: 'Lode hospital', named: true, accounts: ['03-courier', '05-radio'] },
				{ name: 'Tarn Fire Brigade', named: true, accounts: ['01-brigade', '02-wire', '04-lantern'] },
				{ name: 'onlookers', named: false, accounts: ['04-lantern'] },
				{ name: 'Ostrand Build', named: true, accounts: ['06-builder'] }
			]
		}
	),
	line(
		'fell',
		'The crane fell at …',
		'disputed',
		[
			['06:40', [fell.brigade, fell.wire, fell.radio, fell.beacon]],
			['06:52', [fell.builder, fell.beacon]]
		],
		{
			silent: ['03-courier'],
			origins: [
				{ name: 'Tarn Fire Brigade', named: true, accounts: ['01-brigade', '02-wire'] },
				{ name: 'Ostrand Build', named: true, accounts: ['06-builder'] }
			]
		}
	),
	line(
		'alarm',
		'The alarm sounded',
		'disputed',
		[
			['affirmed', [alarm.courier, alarm.builder, alarm.wire]],
			['denied', [alarm.beacon]]
		],
		{
			silent: ['01-brigade'],
			unknown: ['05-radio'],
			origins: [
				{ name: 'Ola Brandt', named: true, accounts: ['03-courier'] },
				{ name: 'onlookers', named: false, accounts: ['04-lantern'] }
			]
		}
	),
	line('killed', 'No one was killed', 'agreed', [['No one was killed', [killed.brigade, killed.radio]]], {
		silent: ['02-wire', '03-courier', '04-lantern', '06-builder'],
		origins: [
			{ name: 'Tarn Fire Brigade', named: true, accounts: ['01-brigade'] },
			{ name: 'Radio Lode', named: true, accounts: ['05-radio'] }
		]
	}),
	line('shut', 'The canal stays shut until Friday', 'single', [['', [shut]]], {
		silent: ['04-lantern', '06-builder'],
		unknown: ['01-brigade', '02-wire', '05-radio'],
		origins: [{ name: 'Tarn Courier', named: true, accounts: ['03-courier'] }]
	}),
	line('warned', 'Ostrand Build had not been warned of the wind', 'single', [['', [warned]]], {
		silent: ['01-brigade', '02-wire', '03-courier', '04-lantern'],
		unknown: ['05-radio'],
		origins: [{ name: 'Ostrand Build', named: true, accounts: ['06-builder'] }]
	})
];

const MORE = '31 cannot also be more than 40.';
const FEWER = '31 cannot also be fewer than 30.';
const relations: Relation[] = [
	relation(hurt.onlookers, hurt.courier, 'conflicts', 'number', MORE, ['more than 40', '31']),
	relation(hurt.onlookers, hurt.radio, 'conflicts', 'number', MORE, ['more than 40', '31']),
	relation(hurt.builder, hurt.courier, 'conflicts', 'number', FEWER, ['fewer than 30', '31']),
	relation(hurt.builder, hurt.radio, 'conflicts', 'number', FEWER, ['fewer than 30', '31']),
	relation(
		hurt.builder,
		hurt.onlookers,
		'conflicts',
		'number',
		'Fewer than 30 cannot also be more than 40.',
		['fewer than 30', 'more than 40']
	),
	relation(hurt.brigade, hurt.onlookers, 'differs', 'bound', 'At least 28 and more than 40 can both hold.', [
		'At least 28',
		'more than 40'
	]),
	relation(hurt.courier, hurt.radio, 'agrees', 'number', 'Both give 31.', ['31', '31']),
	relation(fell.brigade, fell.builder, 'conflicts', 'date', '06:40 and 06:52 are different times.', [
		'06:40',
		'06:52'
	]),
	relation(fell.radio, fell.builder, 'conflicts', 'date', '06:40 and 06:52 are different times.', [
		'06:40',
		'06:52'
	]),
	relation(
		alarm.courier,
		alarm.beacon,
		'conflicts',
		'negation',
		'One says that it sounded, the other that it did not.',
		['sounded', 'no alarm']
	),
	relation(killed.brigade, killed.radio, 'agrees', 'wording', 'Both say the same in other words.')
];

const claims = [hurt, fell, alarm, killed, { shut, warned }].flatMap(
	(group) => Object.values(group) as Claim[]
);

/** The comparison of the invented event, made by hand. */
export const inventedComparison: Comparison = {
	format: COMPARISON_FORMAT,
	engine: { version: '0', rules: '0' },
	event: { id: 'crane-on-the-canal', title: 'Crane falls across the Lode Canal' },
	accounts: accounts.map(({ id, source, title, url, publishedAt, truncated, sha256 }) => ({
		id,
		source,
		title,
		...(url ? { url } : {}),
		...(publishedAt ? { publishedAt } : {}),
		truncated,
		sha256
	})),
	claims: [...claims].sort((a, b) =>
		a.account < b.account ? -1 : a.account > b.account ? 1 : a.start - b.start
	),
	lines,
	relations
};

/** An event as the store keeps it: six accounts, six lines, three of them in dispute. */
export const inventedEvent: Event = {
	schema: EVENT_SCHEMA,
	id: '01J00000000000000000000000',
	name: 'crane-on-the-canal',
	title: 'Crane falls across the Lode Canal',
	when: '14 March 2026',
	createdAt: '2026-03-14T16:00:00Z',
	changedAt: '2026-03-14T16:00:00Z',
	accounts,
	removed: [],
	comparison: inventedComparison
};
