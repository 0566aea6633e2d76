import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import sans from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';
import { escapeUnseen, showUnseen } from '#lib/i18n/unseen.ts';
import base from '#lib/styles/base.css?inline';
import type { KeptPage } from '#lib/viz/kept-page.ts';
import script from './keys.ts?bundle';
import Page from './KeptPage.svelte?styled';

const FONTS = [
	['Inter Variable', sans],
	['Source Serif 4 Variable', serif]
].map(
	([family, src]) =>
		`@font-face{font-family:'${family}';font-weight:200 900;src:url(${src}) format('woff2-variations')}`
);

/** A style's place in what Svelte renders into the head. */
const STYLE = /<style id="[^"]*">([^]*?)<\/style>/g;
/** Styles that hang on an element, as Svelte writes them: our own numbers, and nothing that a text could bring. */
const ATTRIBUTE = /<[a-z][^<>]* style="([^"]*)"/g;
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** JSON that can stand in a script element: no `<`, and no mark that is not seen, is left as itself. */
function inScript(value: unknown): string {
	return escapeUnseen(JSON.stringify(value)).replace(/</g, '\\u003c');
}

/** What the page may do: show its own styles and fonts, run its one script; each by its hash, and nothing else. */
function policyOf(styles: string, attributes: readonly string[]): string {
	const hanging = [...new Set(attributes)].sort().map(sha256);
	return [
		"default-src 'none'",
		`script-src ${sha256(script)}`,
		`style-src-elem ${sha256(styles)}`,
		`style-src-attr ${hanging.length > 0 ? `'unsafe-hashes' ${hanging.join(' ')}` : "'none'"}`,
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
}

/** An event as one HTML file that asks for nothing; `linked` is the same for machines (JSON-LD). */
export function renderKeptPage(page: KeptPage, linked: unknown): string {
	const { head, body } = render(Page, { props: { page } });
	const found = (where: string, what: RegExp) => [...where.matchAll(what)].map(([, inner = '']) => inner);
	const styles = [...FONTS, base, ...found(head, STYLE)].join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(styles, found(body, ATTRIBUTE))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Lateral">
${showUnseen(head.replace(STYLE, ''))}
<style>${styles}</style>
<script type="application/ld+json">${inScript(linked)}</script>
</head>
<body>
${showUnseen(body)}
<script>${script}</script>
</body>
</html>
`;
}
