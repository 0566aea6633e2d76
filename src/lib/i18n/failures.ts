type Detail = Readonly<Record<string, string | number>>;
type Message = string | ((detail: Detail) => string);

const MEGABYTE = 1024 * 1024;

/** Bytes as megabytes, rounded up, so that a text just over the limit does not read as just the limit. */
const megabytes = (bytes: string | number) => `${Math.ceil((Number(bytes) / MEGABYTE) * 10) / 10} MB`;

const quoted = (text: string | number) => `'${text}'`;

/** The item's name where it has one, in quotation marks. */
const item = (detail: Detail, otherwise: string) =>
	detail.name === undefined ? otherwise : quoted(detail.name);

/** A part of a sentence that is left out where there is nothing to say. */
const part = (value: string | number | undefined, say: (value: string | number) => string) =>
	value === undefined ? '' : say(value);

/** The site that an address leads to. */
const site = (detail: Detail) => String(detail.host ?? 'The site');

const PRIVATE_PLACE = 'This address is inside a private network. Lateral only reads public pages.';

const CERTIFICATES: Record<string, string> = {
	expired: 'its certificate is out of date',
	'other host': 'its certificate belongs to another site',
	'unknown issuer': 'nobody we trust stands for its certificate'
};

/** Seconds as people say them, never less than it takes. */
function waitOf(seconds: number): string {
	if (seconds <= 1) return 'a second';
	if (seconds < 90) return `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}

/** What a site's answer number means to a person. */
function refusal(detail: Detail): string {
	const status = Number(detail.status);
	const host = site(detail);
	if (status === 404 || status === 410) return `${host} has no such page any more (${status}).`;
	if (status === 401 || status === 402 || status === 403)
		return `${host} refused us (${status}). Paste the text instead.`;
	if (status === 451)
		return `${host} may not show this page here, for legal reasons (451). Paste the text instead.`;
	if (status === 429) {
		const wait = detail.seconds === undefined ? 'later' : `in ${Number(detail.seconds)} seconds`;
		return `${host} asks us to come back ${wait} (429).`;
	}
	return `${host} did not give us the page${Number.isNaN(status) ? '' : ` (${status})`}. Try again later, or paste the text.`;
}

const STOPPED: Record<string, string> = {
	time: 'it took longer than Lateral allows',
	memory: 'it needed more memory than Lateral allows',
	crash: 'a part of Lateral stopped unexpectedly',
	error: 'there is an error in Lateral'
};

/**
 * What a person reads when something did not work: what happened, to which item, and what to do. By failure
 * code; `detail` fills the blanks (sizes are in bytes), and every message also reads well without it.
 */
const MESSAGES = {
	text_empty: (detail) =>
		detail.name === undefined
			? 'Paste some text first. Nothing was saved.'
			: `${quoted(detail.name)} is empty. Nothing was saved.`,
	text_too_long: (detail) =>
		`${item(detail, 'This text')} ${detail.size === undefined ? 'is too long' : `has ${megabytes(detail.size)}`}; the limit is 5 MB (about 900,000 words).`,
	no_sentences: (detail) => `We found no sentences in ${item(detail, 'this text')}.`,
	not_html: (detail) =>
		`${item(detail, 'This file')} is ${part(detail.type, (type) => `${type}, `)}not a web page.`,
	not_text: (detail) =>
		`${item(detail, 'This file')} is ${part(detail.type, (type) => `${type}, `)}not a text.`,
	too_deep: (detail) => `${item(detail, 'This page')} is nested too deeply to read safely.`,
	no_article: (detail) =>
		detail.name === undefined
			? 'We could not find an article on this page. You can paste the text.'
			: `We could not find an article in ${quoted(detail.name)}. You can paste the text.`,
	url_invalid: 'This is not a web address. It begins with https:// or http://.',
	url_bad_char: 'This address holds spaces or characters that no address may hold.',
	url_too_long: 'This address has more than 2,048 characters.',
	scheme: 'Lateral reads addresses that begin with https:// or http://.',
	credentials: 'This address holds a user name or password. Leave them out.',
	port: (detail) =>
		`This address asks for port ${detail.port ?? ''}; public pages are on 80, 443, 8080 or 8443.`,
	reserved_name: (detail) =>
		`${quoted(site(detail))} is a name inside a private network. Lateral only reads public pages.`,
	self: 'This address leads back to Lateral.',
	address_loopback: PRIVATE_PLACE,
	address_unspecified: PRIVATE_PLACE,
	address_mapped: PRIVATE_PLACE,
	address_compatible: PRIVATE_PLACE,
	address_nat64: PRIVATE_PLACE,
	address_tunnel: PRIVATE_PLACE,
	address_private: PRIVATE_PLACE,
	address_reserved: PRIVATE_PLACE,
	address_metadata: PRIVATE_PLACE,
	network_off:
		'Lateral is set not to reach other sites (LATERAL_NETWORK=off). Texts can be pasted, and files chosen.',
	host_unknown: (detail) =>
		`There is no site named ${site(detail)}, or this machine is not connected. Check the address.`,
	unreachable: (detail) => `${site(detail)} could not be reached. Try again later, or paste the text.`,
	no_answer: (detail) => `${site(detail)} does not answer. Try again later, or paste the text.`,
	too_slow: (detail) =>
		`${site(detail)} sends its page too slowly, or did not finish within 20 seconds. Try again later, or paste the text.`,
	tls: (detail) =>
		`There is no safe connection to ${site(detail)}${part(CERTIFICATES[String(detail.reason)], (reason) => `: ${reason}`)}. Paste the text instead.`,
	redirect_blocked: (detail) => `${site(detail)} leads on to an address that Lateral may not open.`,
	redirect_invalid: (detail) => `${site(detail)} leads on to something that is no web address.`,
	redirect_downgrade: (detail) =>
		`${site(detail)} leads on to a connection that is not safe. Paste the text instead.`,
	too_many_redirects: (detail) => `${site(detail)} sends us from one address to the next without end.`,
	headers_too_large: (detail) => `${site(detail)} answers in a way that Lateral cannot read.`,
	encoding: (detail) => `${site(detail)} packs its answer in a way that Lateral cannot read.`,
	too_large: (detail) =>
		`This page is larger than ${megabytes(detail.limit ?? 5 * MEGABYTE)}, the limit. Paste the part that matters.`,
	not_an_article: (detail) =>
		`This address leads to ${part(detail.type, (type) => `${type}, `)}not to a page with text. You can save a file and add it here.`,
	upstream: refusal,
	robots: (detail) =>
		`${site(detail)} asks programs not to fetch many of its pages at once. Try again asks for this one alone, as you would; or paste the text.`,
	paywall: (detail) =>
		`${site(detail)} shows only the beginning to readers who do not pay${part(detail.words, (words) => `: the first ${words} words`)}. Paste the whole text if you have it.`,
	consent_page: (detail) =>
		`${site(detail)} shows a notice about cookies or consent in place of the article. Paste the text instead.`,
	error_page: (detail) =>
		`${site(detail)} shows an error or a check for robots in place of the article. Paste the text instead.`,
	feed_invalid: (detail) => `${site(detail)} gives a feed that cannot be read safely.`,
	not_a_feed: (detail) =>
		`This is a web page, not a feed.${part(detail.feeds, (feeds) => ` It offers these feeds: ${feeds}`)}`,
	file_protected: (detail) =>
		`${item(detail, 'This file')} is protected by a password. Paste the text instead.`,
	no_text_layer: (detail) =>
		`${item(detail, 'This PDF')} holds pictures of pages, no text. Paste the text instead.`,
	import_too_large: (detail) =>
		detail.files === undefined
			? 'Unpacked, this import is larger than 100 MB. Stopped after 100 MB.'
			: `This import holds more than ${Number(detail.limit ?? 1000).toLocaleString('en-GB')} files. Nothing was brought in.`,
	import_twice: (detail) =>
		`The zip holds ${item(detail, 'a file')} twice. Pack it anew with one file of each name.`,
	import_bad_name: (detail) =>
		`The import holds a file name that is not allowed${part(detail.name, (name) => `: ${quoted(name)}`)}.`,
	import_no_event: (detail) =>
		`There is no event.json in ${item(detail, 'this folder')}; it says which accounts there are and whose they are.`,
	import_missing_file: (detail) =>
		`event.json names ${item(detail, 'a file')}, which is not in the import. Nothing was imported.`,
	not_a_zip: (detail) => `${item(detail, 'This file')} is not a zip file, or it is damaged.`,
	not_a_bundle: (detail) =>
		`${item(detail, 'This zip')} is not an event from Lateral: it holds no bundle.json. Nothing was brought in.`,
	is_bundle: (detail) =>
		`${item(detail, 'This zip')} holds a whole event with its reviews. Bring it in under “Bring in an event”.`,
	file_absent: (detail) => `There is no file ${item(detail, 'of that name')}.`,
	bundle_changed: (detail) =>
		`${item(detail, 'A file')} is not as it was when the event was saved. Nothing was brought in.`,
	bundle_missing: (detail) => `${item(detail, 'A file')} is missing from the zip. Nothing was brought in.`,
	bundle_foreign: (detail) =>
		`${item(detail, 'A file')} was not there when the event was saved. Nothing was brought in.`,
	bundle_unread:
		'This zip takes too long or too much memory to read, so it was given up. Nothing was brought in.',
	json_too_deep: (detail) => `${item(detail, 'This JSON')} is nested deeper than 32 levels.`,
	json_too_large: (detail) =>
		`${item(detail, 'This JSON')} holds more values than any event has. Nothing was brought in.`,
	json_forbidden_key: (detail) =>
		`The key ${quoted(detail.key ?? '__proto__')} is not allowed${part(detail.name, (name) => ` in ${quoted(name)}`)}${part(detail.line, (line) => ` (line ${line})`)}${part(detail.at, (at) => ` (at ${at})`)}.`,
	json_invalid: (detail) =>
		`${item(detail, 'The JSON')} is not valid JSON, or it ends too early${part(detail.line, (line) => ` (line ${line})`)}.`,
	field_invalid: (detail) => {
		const what = detail.at ?? detail.field ?? detail.name;
		return `${what === undefined ? 'A field' : quoted(what)} is missing or not as it should be. Correct it and try again.`;
	},
	schema_newer: (detail) =>
		`${item(detail, 'This file')} was made by a newer Lateral. Please update; nothing was changed.`,
	same_edition: (detail) =>
		`Nothing has changed in what ${detail.name ?? 'the account'} says: only punctuation or the page around it, if anything. No edition was added.`,
	duplicate: (detail) => `You already have this account${part(detail.name, (name) => `: ${quoted(name)}`)}.`,
	not_found: 'There is no such page. It may have been removed.',
	bad_origin: 'This request came from another site and was not carried out.',
	sign_in_needed:
		'Nobody is signed in here, or the sign-in has ended. Nothing was changed: copy your text, sign in, and try again.',
	not_allowed:
		'Your passcode does not open this. Nothing was changed. Ask whoever runs this Lateral for a passcode that does.',
	passcode_wrong: 'This passcode opens nothing here. Check capital letters and try again.',
	passcode_short: (detail) =>
		`A passcode has at least ${detail.least} letters or figures. Three or four words do well.`,
	passcode_long: (detail) => `A passcode has at most ${detail.most} letters or figures.`,
	passcode_missing: (detail) =>
		`Others can reach Lateral on ${detail.host}, and there is no passcode for the ${detail.role} yet. Set one with: node bin/lateral.mjs passcode ${detail.role}`,
	too_many_tries: (detail) =>
		`Too many wrong passcodes from here. Wait ${waitOf(Number(detail.seconds))}, then try again.`,
	storage_full: 'The disk is full. Your change was not saved; copy your text.',
	store_foreign: (detail) =>
		`The data folder ${part(detail.name, (name) => `${quoted(name)} `)}holds files that are not from Lateral. Choose an empty folder, or a new one, with --data.`,
	store_taken: (detail) =>
		`${item(detail, 'The folder')} holds events already. Name a folder that is new or empty.`,
	store_damaged: (detail) =>
		`${item(detail, 'A file of the data folder')} is damaged, so Lateral did not open the folder. Put back a copy of the file, or choose another folder with --data.`,
	store_read_only: (detail) =>
		`Lateral may not write to its data folder${part(detail.name, (name) => ` ${quoted(name)}`)}. Your change was not saved; copy your text.`,
	store_in_use: (detail) =>
		`The data folder ${part(detail.name, (name) => `${quoted(name)} `)}is in use by another Lateral${part(detail.pid, (pid) => ` (process ${pid}${part(detail.host, (host) => ` on ${host}`)})`)}. Stop that one first, or choose another folder with --data.`,
	store_absent: (detail) =>
		`The data folder ${part(detail.name, (name) => `${quoted(name)} `)}held events at the last start, and now it is missing or empty. If it is on a drive or a volume, connect that first. To begin anew in it, start with --new.`,
	store_failed:
		'The disk did not take a change, so Lateral stops writing. Your change was not saved; copy your text, and start Lateral again when the disk is well.',
	event_damaged: (detail) =>
		`A part of this event${part(detail.name, (name) => ` (${quoted(name)})`)} is damaged, so it can be read but not changed. What is whole is shown. Run lateral verify for a way on.`,
	purge_unfinished:
		'It is deleted, but the disk is too full to take away older copies of it. Make room: Lateral tries again every hour and at each start.',
	changed_meanwhile:
		'Somebody changed this meanwhile. Nothing of yours was saved, and nothing of it is lost.',
	claim_gone:
		'The words that this was about are no claim of the lineup any more: it was made anew meanwhile. What you typed is below; open the claim again and send it from there.',
	nothing_changed: 'Nothing is different from how it was, so nothing was kept.',
	busy: (detail) =>
		`Too much work right now${part(detail.place, (place) => `; you are number ${place}`)}. Nothing is lost; try again in a minute.`,
	cancelled: 'The comparison was cancelled. The accounts are kept.',
	engine_failed: (detail) =>
		`The comparison stopped: ${STOPPED[String(detail.reason)] ?? STOPPED.error}. The accounts are kept; try again.`,
	reading_failed: (detail) =>
		`${item(detail, 'This')} could not be read: ${STOPPED[String(detail.reason)] ?? STOPPED.error}. Paste its text instead.`,
	request_too_large: (detail) =>
		`What you sent ${detail.size === undefined ? 'is too large' : `has ${megabytes(detail.size)}`}; the limit is ${megabytes(detail.limit ?? 50 * MEGABYTE)}. Nothing was saved.`,
	method_not_allowed: 'This address does not take such a request.',
	internal: 'Something went wrong in Lateral. What you did may not have been saved.'
} satisfies Record<string, Message>;

export type FailureMessageCode = keyof typeof MESSAGES;

/** The message of a failure code with its blanks filled. */
export function failureMessage(code: FailureMessageCode, detail: Detail = {}): string {
	const message: Message = MESSAGES[code];
	return typeof message === 'string' ? message : message(detail);
}
