import { FERRY, FIRE, SCHOOL, type Story, textOf } from './stories.ts';

/** A page in the shape of some kind of site, with what a reader should get from it, or why it is refused. */
export type Shape = {
	name: string;
	html: string;
	expected:
		| { text: string; title: string; source: string; date: string | null; truncated?: boolean }
		| { refused: 'paywall' | 'consent_page' | 'error_page' | 'no_article' | 'too_deep' };
};

const ps = (story: Story, attributes = '') =>
	story.paragraphs.map((text) => `<p${attributes}>${text}</p>`).join('\n');
const expected = (story: Story, change: object = {}) => ({
	text: textOf(story),
	title: story.title,
	source: story.source,
	date: story.date,
	...change
});
const ld = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const article = (story: Story, more: object = {}) => ({
	'@context': 'https://schema.org',
	'@type': 'NewsArticle',
	headline: story.title,
	datePublished: story.date,
	author: [{ '@type': 'Person', name: story.author }],
	publisher: { '@type': 'Organization', name: story.source },
	...more
});
const og = (story: Story) =>
	`<meta property="og:title" content="${story.title}"><meta property="og:site_name" content="${story.source}">
	<meta property="article:published_time" content="${story.date}"><meta property="og:type" content="article">`;
const page = (head: string, body: string) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const NAV = `<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>`;
const FOOT = `<footer><p>Contact us · Terms · Privacy policy · Advertise</p><p>© The publisher. All rights reserved.</p></footer>`;
const SHARE = `<div class="share-tools"><a href="#">Share on Facebook</a> <a href="#">Copy link</a> <button>Print</button></div>`;
const RELATED = `<aside class="related"><h3>More on this</h3><ul><li><a href="/1">Bridge tolls to rise in spring</a></li><li><a href="/2">Storm shuts two roads</a></li><li><a href="/3">Market moves to the square</a></li></ul></aside>`;
const COOKIES = `<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We and our partners use cookies to improve your experience. Accept all cookies or manage preferences.</p><button>Accept all</button></div>`;
const NEWSLETTER = `<div class="newsletter-signup"><h4>Get our morning letter</h4><form><input type="email"><button>Sign up</button></form></div>`;
const COMMENTS = `<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>First!</p></div><div class="comment"><p>I was on that pier once and it was windy.</p></div></section>`;

const withoutMeta = (story: Story, source: string, date: string | null = null) =>
	expected(story, { source, date });

const nested = (html: string, depth: number) => '<div>'.repeat(depth) + html + '</div>'.repeat(depth);

export const SHAPES: Shape[] = [
	{
		name: 'JSON-LD and a semantic article',
		html: page(
			ld(article(FERRY)),
			`${NAV}<main><article><h1>${FERRY.title}</h1>${SHARE}${ps(FERRY)}</article></main>${RELATED}${FOOT}`
		),
		expected: expected(FERRY)
	},
	{
		name: 'a graph of JSON-LD with a site that repeats its name in the title',
		html: page(
			`<title>${SCHOOL.title} | ${SCHOOL.source}</title>${ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: SCHOOL.source }, article(SCHOOL)] })}`,
			`${COOKIES}${NAV}<div class="entry-content"><h1 class="entry-title">${SCHOOL.title}</h1>${ps(SCHOOL)}</div>${COMMENTS}${FOOT}`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'OpenGraph only, text in unnamed divisions',
		html: page(
			og(FIRE),
			`${NAV}<div class="c-1"><div class="c-2"><h1>${FIRE.title}</h1><div class="c-3">${ps(FIRE, ' class="p-7x"')}</div></div></div>${FOOT}`
		),
		expected: expected(FIRE)
	},
	{
		name: 'a weblog with sidebar, share buttons and comments',
		html: page(
			og(FERRY),
			`${NAV}<div id="primary"><article class="post hentry"><h1 class="entry-title">${FERRY.title}</h1><div class="entry-meta">By <a rel="author" href="/a">${FERRY.author}</a></div><div class="entry-content">${ps(FERRY)}</div>${SHARE}</article>${COMMENTS}</div><div id="secondary" class="sidebar">${RELATED}${NEWSLETTER}</div>${FOOT}`
		),
		expected: expected(FERRY)
	},
	{
		name: 'a related box and a letter offer between the paragraphs',
		html: page(
			ld(article(SCHOOL)),
			`<article><h1>${SCHOOL.title}</h1><div class="article-body">${SCHOOL.paragraphs
				.slice(0, 2)
				.map((t) => `<p>${t}</p>`)
				.join('')}${RELATED}${NEWSLETTER}${SCHOOL.paragraphs
				.slice(2)
				.map((t) => `<p>${t}</p>`)
				.join('')}</div></article>${FOOT}`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'figures with captions and credits',
		html: page(
			ld(article(FIRE)),
			`<article><h1>${FIRE.title}</h1><figure><img src="/a.jpg" alt=""><figcaption>Smoke over the mill. Photo: A. Person</figcaption></figure>${ps(FIRE)}<figure><img src="/b.jpg"><figcaption>The yard on Saturday.</figcaption></figure></article>`
		),
		expected: expected(FIRE)
	},
	{
		name: 'an accelerated mobile page',
		html: `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://www.quay-herald.example/ferry"><style amp-boilerplate>body{}</style>${ld(article(FERRY))}</head><body><amp-sidebar id="s"><ul><li>Home</li></ul></amp-sidebar><main><h1 class="amp-title">${FERRY.title}</h1><amp-img src="/a.jpg" width="1" height="1"></amp-img><div class="amp-body">${ps(FERRY)}</div></main><amp-ad type="x"></amp-ad></body></html>`,
		expected: expected(FERRY)
	},
	{
		name: 'no metadata but a heading and a line with the day',
		html: page(
			`<title>${SCHOOL.title}</title>`,
			`<div><h1>${SCHOOL.title}</h1><p><time datetime="2031-02-11">11 February</time></p>${ps(SCHOOL)}</div>`
		),
		expected: { ...withoutMeta(SCHOOL, '', '2031-02-11') }
	},
	{
		name: 'no metadata at all',
		html: `<html><body><h1>${FIRE.title}</h1>${ps(FIRE)}</body></html>`,
		expected: withoutMeta(FIRE, '')
	},
	{
		name: 'wrong metadata: every page calls itself by the site’s slogan',
		html: page(
			`<title>Lowland Courier - News you can use</title><meta property="og:title" content="Lowland Courier - News you can use"><meta property="og:site_name" content="Lowland Courier"><meta property="article:published_time" content="${FIRE.date}">`,
			`${NAV}<article><h1>${FIRE.title}</h1>${ps(FIRE)}</article>${FOOT}`
		),
		expected: expected(FIRE)
	},
	{
		name: 'wrong metadata: a date without sense beside a right one',
		html: page(
			`${og(FERRY).replace(FERRY.date, '0000-00-00')}<meta name="date" content="${FERRY.date}">`,
			`<article><h1>${FERRY.title}</h1>${ps(FERRY)}</article>`
		),
		expected: expected(FERRY)
	},
	{
		name: 'broken JSON-LD beside good OpenGraph',
		html: page(
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"${SCHOOL.title}",}</script>${og(SCHOOL)}`,
			`<article><h1>${SCHOOL.title}</h1>${ps(SCHOOL)}</article>`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'microdata',
		html: page(
			'',
			`<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${FIRE.title}</h1><meta itemprop="datePublished" content="${FIRE.date}"><span itemprop="publisher" itemscope><meta itemprop="name" content="${FIRE.source}"></span><span itemprop="author">${FIRE.author}</span><div itemprop="articleBody">${ps(FIRE)}</div></div>${FOOT}`
		),
		expected: expected(FIRE)
	},
	{
		name: 'a page of the nineties: nested tables, fonts and double breaks',
		html: `<HTML><HEAD><TITLE>${FERRY.title}</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD WIDTH=120><FONT SIZE=1><A HREF=a>News</A><BR><A HREF=b>Sport</A></FONT></TD><TD><TABLE><TR><TD><FONT FACE=Times SIZE=5><B>${FERRY.title}</B></FONT><BR><BR><FONT FACE=Times>${FERRY.paragraphs.join('<BR><BR>')}</FONT></TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>`,
		expected: withoutMeta(FERRY, '')
	},
	{
		name: 'tables within tables for layout',
		html: page(
			og(SCHOOL),
			`<table width="100%"><tr><td><table><tr><td><a href="/">Home</a></td><td><a href="/a">Archive</a></td></tr></table></td></tr><tr><td><table><tr><td valign="top"><table><tr><td><h2>${SCHOOL.title}</h2>${ps(SCHOOL)}</td></tr></table></td><td>Advertisement</td></tr></table></td></tr></table>`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'a hundred divisions around the text',
		html: page(og(FIRE), nested(`<article><h1>${FIRE.title}</h1>${ps(FIRE)}</article>`, 100)),
		expected: expected(FIRE)
	},
	{
		name: 'a press release of an office',
		html: page(
			`<meta property="og:site_name" content="Norrsund Maritime Board"><meta property="og:title" content="${FERRY.title}"><meta name="dcterms.created" content="2031-05-06">`,
			`<div class="gov-header">Government of Norrsund</div><main><p class="label">Press release</p><h1>${FERRY.title}</h1><div class="rich-text">${ps(FERRY)}<p>Media contact: press office, 555 0100</p></div></main>`
		),
		expected: expected(FERRY, {
			source: 'Norrsund Maritime Board',
			date: '2031-05-06',
			text: `${textOf(FERRY)}\n\nMedia contact: press office, 555 0100`
		})
	},
	{
		name: 'a live blog with stamped entries',
		html: page(
			ld({ ...article(FIRE), '@type': 'LiveBlogPosting' }),
			`<main><h1>${FIRE.title}</h1><div class="live-blog">${FIRE.paragraphs.map((text, index) => `<article class="entry"><time datetime="2030-10-19T0${6 - index}:00:00Z">0${6 - index}:00</time><h2>Update ${index}</h2><p>${text}</p></article>`).join('')}</div></main>`
		),
		expected: expected(FIRE, {
			text: [
				FIRE.title,
				...FIRE.paragraphs.flatMap((text, index) => [`0${6 - index}:00`, `Update ${index}`, text])
			].join('\n\n')
		})
	},
	{
		name: 'updates stacked on top of the text',
		html: page(
			ld(article(SCHOOL)),
			`<article><h1>${SCHOOL.title}</h1><p><strong>UPDATE, 22:10:</strong> The county said on Monday night that it would pay for half of the roof.</p>${ps(SCHOOL)}</article>`
		),
		expected: expected(SCHOOL, {
			text: `${SCHOOL.title}\n\nUPDATE, 22:10: The county said on Monday night that it would pay for half of the roof.\n\n${SCHOOL.paragraphs.join('\n\n')}`
		})
	},
	{
		name: 'a transcript with speakers',
		html: page(
			og({ ...FERRY, title: 'Transcript: harbour master on the ferry' }),
			`<main><h1>Transcript: harbour master on the ferry</h1><div class="transcript"><p><b>HOST:</b> How many people were aboard when she struck the buoy on Tuesday at noon, and where were they?</p><p><b>BELLING:</b> There were 64 aboard. Most of them sat in the forward saloon, and all of them walked off without help.</p><p><b>HOST:</b> When will she sail again? The company speaks of a week at the least, and the island waits.</p><p><b>BELLING:</b> When the divers have looked at the hull and the board is content. I will not name a day before that.</p></div></main>`
		),
		expected: expected(FERRY, {
			title: 'Transcript: harbour master on the ferry',
			text: 'Transcript: harbour master on the ferry\n\nHOST: How many people were aboard when she struck the buoy on Tuesday at noon, and where were they?\n\nBELLING: There were 64 aboard. Most of them sat in the forward saloon, and all of them walked off without help.\n\nHOST: When will she sail again? The company speaks of a week at the least, and the island waits.\n\nBELLING: When the divers have looked at the hull and the board is content. I will not name a day before that.'
		})
	},
	{
		name: 'an article followed by an endless list of others',
		html: page(
			ld(article(FERRY)),
			`<article><h1>${FERRY.title}</h1>${ps(FERRY)}</article><section class="river">${Array.from({ length: 40 }, (_, index) => `<div class="teaser"><h3><a href="/${index}">Another story, number ${index}</a></h3><p>Read what happened next.</p></div>`).join('')}</section>`
		),
		expected: expected(FERRY)
	},
	{
		name: 'a paragraph in spans, with links and a quotation block',
		html: page(
			ld(article(SCHOOL)),
			`<article><h1>${SCHOOL.title}</h1>${SCHOOL.paragraphs.map((text, index) => (index === 2 ? `<blockquote><p>${text}</p></blockquote>` : `<p><span>${text.replace('council', '<a href="/c">council</a>')}</span></p>`)).join('')}</article>`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'a consent layer over an article that is all there',
		html: page(
			ld(article(FIRE)),
			`${COOKIES}<div class="page"><article><h1>${FIRE.title}</h1>${ps(FIRE)}</article></div>`
		),
		expected: expected(FIRE)
	},
	{
		name: 'an article with a subscription offer at its foot',
		html: page(
			ld(article(FERRY)),
			`<article><h1>${FERRY.title}</h1>${ps(FERRY)}<p>Already a subscriber? Sign in.</p></article>`
		),
		expected: expected(FERRY)
	},
	{
		name: 'the beginning of a long article that goes on behind a wall',
		html: page(
			ld(article(SCHOOL, { isAccessibleForFree: false })),
			`<article><h1>${SCHOOL.title}</h1>${ps(SCHOOL)}<div class="paywall"><p>Subscribe to continue reading.</p></div></article>`
		),
		expected: expected(SCHOOL, { truncated: true })
	},
	{
		name: 'a text that breaks off with an ellipsis',
		html: page(
			og(FIRE),
			`<article><h1>${FIRE.title}</h1>${ps(FIRE)}<p>The county said that it would…</p></article>`
		),
		expected: expected(FIRE, { truncated: true, text: `${textOf(FIRE)}\n\nThe county said that it would…` })
	},
	{
		name: 'a paragraph list without any headings, in small capitals of CSS',
		html: page(
			`${og(SCHOOL)}<style>.x{font-variant:small-caps}</style>`,
			`<div role="main">${ps(SCHOOL, ' class="x" style="margin:0"')}</div>`
		),
		expected: expected(SCHOOL)
	},
	{
		name: 'a wall after two sentences',
		html: page(
			ld(article(FERRY, { isAccessibleForFree: 'False' })),
			`<article><h1>${FERRY.title}</h1><p>${FERRY.paragraphs[0]}</p></article><div class="subscribe"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p></div>`
		),
		expected: { refused: 'paywall' }
	},
	{
		name: 'a wall that only its words give away',
		html: page(
			og(SCHOOL),
			`<article><h1>${SCHOOL.title}</h1><p>${SCHOOL.paragraphs[0]}</p><p>Create a free account to keep reading.</p><p>You have no free articles remaining this month.</p></article>`
		),
		expected: { refused: 'paywall' }
	},
	{
		name: 'a consent wall in place of the page',
		html: page(
			'<title>Before you continue</title>',
			`<main><h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data for personalised ads and content.</p><p>With your consent we and our partners may use precise location. Some vendors may process your personal data on the basis of legitimate interest.</p><p>You can change your privacy settings at any time in our privacy policy.</p><button>Accept all</button><button>Manage options</button></main>`
		),
		expected: { refused: 'consent_page' }
	},
	{
		name: 'a page that is not there, answered as if it were',
		html: page(
			'<title>Page not found | Quay Herald</title>',
			`${NAV}<main><h1>Page not found</h1><p>The page you are looking for may have been moved or deleted. Try our search, or go back to the front page for the latest stories from the harbour and the town.</p></main>${FOOT}`
		),
		expected: { refused: 'error_page' }
	},
	{
		name: 'a check for robots',
		html: page(
			'<title>Just a moment...</title>',
			'<div class="main"><h1>quay-herald.example</h1><p>Checking your browser before you continue. Please enable JavaScript and cookies. This is done to protect the site from automated requests, and it takes a few seconds only.</p></div>'
		),
		expected: { refused: 'error_page' }
	},
	{
		name: 'a front page of links',
		html: page(
			'<title>Quay Herald</title>',
			`${NAV}<main>${Array.from({ length: 30 }, (_, index) => `<h3><a href="/${index}">Headline ${index}</a></h3>`).join('')}</main>`
		),
		expected: { refused: 'no_article' }
	},
	{
		name: 'a page that draws itself with a program',
		html: page(
			'<title>Quay Herald</title>',
			'<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>'
		),
		expected: { refused: 'no_article' }
	},
	{
		name: 'divisions without end',
		html: page('', nested('<p>deep</p>', 200_000)),
		expected: { refused: 'too_deep' }
	}
];
