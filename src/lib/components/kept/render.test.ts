import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '#lib/model/index.ts';
import { claimAnchor, lineAnchor } from '#lib/viz/anchors.ts';
import { keptPage } from '#lib/viz/kept-page.ts';
import { inventedComparison, inventedEvent } from '../../../../tests/support/invented-event.ts';
import { renderKeptPage } from './render.ts';

type Accounts = typeof inventedEvent.accounts;

function write(comparison: Comparison = inventedComparison, accounts: Accounts = inventedEvent.accounts) {
	const event = { ...inventedEvent, title: comparison.event.title, accounts, comparison };
	const html = renderKeptPage(keptPage(event, '2026-03-15T08:00:00Z'), comparison);
	return { html, document: parseHTML(html).document };
}

const plain = write();

describe('a page to keep', () => {
	it('asks for nothing: all that it shows is in it', () => {
		const { html, document } = plain;
		expect(document.querySelectorAll('[src], [srcset], link, img, iframe, object, embed, form')).toHaveLength(
			0
		);
		const styles = document.querySelector('style')!.textContent;
		expect(styles).not.toContain('@import');
		for (const [, address] of styles.matchAll(/url\(["']?([^)"']{0,20})/g)) expect(address).toMatch(/^data:/);
		expect(html).not.toMatch(/fetch\(|XMLHttpRequest|import\(/);
	});

	it('allows its own styles and its own script by their hashes, and nothing else', () => {
		const policy = plain.document
			.querySelector('meta[http-equiv="Content-Security-Policy"]')!
			.getAttribute('content')!;
		const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
		expect(policy).toMatch(/^default-src 'none';/);
		expect(policy).not.toContain("'unsafe-inline'");
		const [linked, script, ...more] = plain.document.querySelectorAll('script');
		expect([linked!.getAttribute('type'), more]).toEqual(['application/ld+json', []]);
		expect(policy).toContain(`script-src ${hashOf(script!.textContent)};`);
		expect(policy).toContain(`style-src-elem ${hashOf(plain.document.querySelector('style')!.textContent)};`);
		for (const one of plain.document.querySelectorAll('[style]'))
			expect(policy).toContain(hashOf(one.getAttribute('style')!));
	});

	it('holds every line, and every claim with its exact words, where their addresses lead', () => {
		const { document } = plain;
		for (const line of inventedComparison.lines) {
			const section = document.getElementById(lineAnchor(line.id))!;
			expect(section.querySelector('h3')!.textContent).toContain(line.title);
			for (const id of new Set(line.versions.flatMap(({ claims }) => claims))) {
				const { text } = inventedComparison.claims.find((claim) => claim.id === id)!;
				const article = document.getElementById(claimAnchor(id))!;
				expect(section.contains(article)).toBe(true);
				expect([...article.querySelectorAll('.claim')].map((run) => run.textContent).join('')).toBe(text);
			}
		}
		const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => `#${id}`));
		for (const link of document.querySelectorAll('a:not([rel~="external"])'))
			expect(ids).toContain(link.getAttribute('href'));
		expect(ids.size).toBe(document.querySelectorAll('[id]').length);
	});

	it('says why claims conflict, who says so, and what made the page when', () => {
		const text = plain.document.body.textContent;
		expect(text).toContain('31 cannot also be more than 40.');
		expect(text).toContain('onlookers, unnamed');
		expect(text).toContain('Made on 15 March 2026, 08:00 by Lateral 0 (rules 0)');
		for (const { title, source } of inventedEvent.accounts) {
			expect(text).toContain(title);
			expect(text).toContain(source.name);
		}
	});

	it('shows what texts say as text, whatever it would do in a page', () => {
		const probe = `</title></style></script><img src=x onerror=ran()><svg onload=ran()>"'\`<!--`;
		const accounts = inventedEvent.accounts.map((account) => ({
			...account,
			title: probe,
			source: { ...account.source, name: probe },
			url: 'javascript:ran()',
			authors: [probe]
		}));
		const { document } = write(
			{
				...inventedComparison,
				event: { ...inventedComparison.event, title: probe },
				accounts: inventedComparison.accounts.map((account) => ({
					...account,
					title: probe,
					source: { ...account.source, name: probe }
				})),
				lines: inventedComparison.lines.map((line) => ({ ...line, title: probe }))
			},
			accounts
		);
		expect(document.querySelector('h1')!.textContent).toBe(probe);
		expect(document.querySelectorAll('script')).toHaveLength(2);
		expect(document.querySelectorAll('img, [onerror], [onload], [href^="javascript"]')).toHaveLength(0);
		const linked = document.querySelector('script')!.textContent;
		expect(linked).not.toContain('<');
		expect(linked).toContain('\\u003c/title>');
	});

	it('writes out what cannot be seen, and keeps it for machines', () => {
		const title = 'safe\u202Etxt\u200B';
		const { html, document } = write({
			...inventedComparison,
			lines: inventedComparison.lines.map((line) => ({ ...line, title }))
		});
		expect(html).not.toMatch(/[\u200b\u202e]/);
		expect(document.querySelector('section.line h3')!.textContent).toContain('safe[U+202E]txt[U+200B]');
		expect(document.querySelector('script')!.textContent).toContain('safe\\u202etxt\\u200b');
	});

	it('marks what a person decided', () => {
		const [claim, ...claims] = inventedComparison.claims;
		const { document } = write({
			...inventedComparison,
			claims: [{ ...claim!, reviewed: ['certainty'] }, ...claims]
		});
		const marks = [...document.querySelectorAll('article')].filter((one) => one.querySelector('.foot svg'));
		expect(marks.map(({ id }) => id)).toEqual([claimAnchor(claim!.id)]);
		expect(document.body.textContent).toContain('marks what a person decided');
		expect(plain.document.querySelector('.foot svg')).toBeNull();
	});
});
