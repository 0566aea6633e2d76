/** Whole lines that belong to the page and not to the account. Each is anchored, so that no line costs more than its length. */
const FURNITURE = [
	/^advertise?ment(?: - .{0,60})?$/i,
	/^(?:view |show |post a |leave a |\d+ )?comments?(?: \(\d+\))?$/i,
	/^(?:please )?let us know if you(?:'|’)re having/i,
	/^please let us know\b/i,
	/^(?:click|tap) here\b/i,
	/^(?:sign up|subscribe|register|log in|sign in|become a member|donate|support)\b.{0,200}\b(?:newsletters?|inbox|updates|alerts|today|here|emails?|subscription|account|free|journalism)\b/i,
	/^(?:get|start the day|stay|keep)\b.{0,120}\b(?:in|to) your (?:inbox|phone|e-?mail)\b/i,
	/^manage newsletters?$/i,
	/^follow\b.{0,120}\b(?:on|at)\b.{0,80}(?:twitter|facebook|instagram|x\b|threads|@|linkedin|google)/i,
	/^follow (?:us|me|him|her|them|@\w+)\b/i,
	/^(?:@\w+|https?:\/\/\S+|www\.\S+)$/i,
	/^(?:read|see|view|watch|listen|hear)\b(?: or share)?(?: this| the| more| also| next| full| here| below| our| all|:)(?:\b|\s|$).{0,160}$/i,
	/^(?:more|related|also|recommended|read also|see also|also read|analysis|opinion|graphic|interactive|video|watch|photos|gallery|slideshow|live updates?|in pictures|timeline|explainer|related (?:stories|video|articles?|coverage)|editor(?:'|’)s picks?|most (?:read|popular)|trending(?: stories)?)\s?:\s?\S/i,
	/^(?:related|trending|recommended|most (?:read|popular))\b.{0,20}\b(?:stories|articles|videos?|coverage|news)\b/i,
	/^related video\b/i,
	/^trending stories\b/i,
	/^(?:the )?story continues (?:below|after)\b/i,
	/^(?:article|post|content|text) continues\b/i,
	/^(?:share|tweet|email|print|save|facebook|twitter|whatsapp|copy link)(?: (?:this|on|via|to)\b.{0,80})?$/i,
	/^(?:copyright|©|\(c\)) ?.{0,140}$/i,
	/\ball rights reserved\.?$/i,
	/\bmay not be (?:published, )?(?:reproduced|republished|rewritten)\b/i,
	/^this (?:site|website|page) (?:is protected|uses cookies)\b/i,
	/\bprivacy policy\b.{0,60}\bterms\b/i,
	/^(?:we use|this site uses|by continuing)\b.{0,120}\bcookies\b/i,
	/^our standards:/i,
	/^(?:contributing|contributors?|with additional reporting)\s?:/i,
	/^\(?(?:additional )?(?:reporting|writing|editing|compiled|written|photography|research)(?: and (?:reporting|writing|editing))? by\b/i,
	/\bcontributed (?:to|reporting)\b.{0,60}\.?\)?$/i,
	/^(?:the )?(?:associated press|reuters|afp|cnn|bbc|\w+(?: \w+)? news)(?:'s|’s)? (?:writers?|reporters?|correspondents?)\b.{0,160}\bcontributed\b/i,
	/^(?:by|from) (?:[A-Z][\w.'’-]+ ?){1,4}(?:(?:,|and|&|\|) ?(?:[A-Z][\w.'’-]+ ?){1,5}){0,4}$/,
	/^(?:published|updated|posted|last (?:updated|modified)|first published)\b:?.{0,60}\d/i,
	/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\w+ )?\d{1,2},? .{0,30}$/i,
	/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? \d{4}.{0,30}$/i,
	/^\d{1,2} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)$/i,
	/^(?:[-_*=~•.·#—–]\s?){2,}$/,
	/^(?:for immediate release|media contact|press contact|contacts?:)\b/i,
	/^(?:tags?|topics?|filed under|categories|source|sources|url|via)\s?:/i,
	/^(?:watch|see|listen to) (?:the )?(?:full )?(?:video|clip|interview|audio|footage)\b.{0,40}$/i,
	/^editor(?:'|’)?s?(?:'|’)? note\s?:/i,
	/^(?:close|open|menu|skip to (?:main )?content|next article|previous article|back to top|loading\.*|play|pause|mute)$/i,
	/^to (?:read|see|hear|get|learn) more\b.{0,80}\b(?:click|visit|go to|subscribe)\b/i
] as const;

const CAPTION = [
	/^(?:file|handout|pool)?\s?(?:photo|image|picture)s?\s?[:–—-]/i,
	/^(?:file photo|enlarge this image|toggle caption|image caption|photo by|photograph by|image copyright|picture:|pictured:?|caption:)/i,
	/^close [A-Z“"]/i,
	/(?:^|[\s(/.])(?:getty images|afp\/|\/afp|ap photo|reuters\/|\/reuters|epa-efe|shutterstock|\/ap\b|zuma press|\/getty|via ap\b|via reuters|via getty|hide caption|\/epa\b|\/bloomberg|\/tass)/i,
	/^(?:ap|afp|reuters|epa|getty)(?: (?:photo|images?|pictures?))?\s?\/\s?\S/i,
	/\((?:photo|image|picture|credit|ap|afp|reuters|getty)(?: (?:photo|images?))?[:/ ].{0,80}\)$/i,
	/^(?:photo|image|picture)?\s?credits?\s?:/i
] as const;

/** A line of nothing but a picture's credit, under which the line before is the picture's caption. */
const CREDIT = /^(?:ap|afp|reuters|epa|getty|photo|image|picture|credit|courtesy|handout)\b.{0,80}$/i;

/** Longest line that is looked at: furniture is short, and a long paragraph is never furniture. */
const FURNITURE_LIMIT = 400;
const CAPTION_LIMIT = 700;

/** Whether a line is the page's own: an advertisement, a link box, a byline, a notice. */
export function isFurniture(line: string): boolean {
	return line.length <= FURNITURE_LIMIT && FURNITURE.some((pattern) => pattern.test(line));
}

/** Whether a line describes a picture or video or says whose it is. */
export function isCaption(line: string): boolean {
	return line.length <= CAPTION_LIMIT && CAPTION.some((pattern) => pattern.test(line));
}

/** Whether a line is only a picture's credit. */
export function isCredit(line: string): boolean {
	return CREDIT.test(line) && (isCaption(line) || /\//.test(line)) && !/[.!?]["”]?$/.test(line);
}
