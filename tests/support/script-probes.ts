/**
 * Texts that run a script where a page takes them for markup: the classic vectors, and those that only turn into one
 * when a parser mends them ("mXSS"). Each would call `ran(n)`.
 */
const VECTORS: readonly ((call: string) => string)[] = [
	(call) => `<script>${call}</script>`,
	(call) => `"><script>${call}</script>`,
	(call) => `'><img src=x onerror=${call}>`,
	(call) => `<img src=x onerror="${call}">`,
	(call) => `<svg onload=${call}>`,
	(call) => `<svg><script>${call}</script></svg>`,
	(call) => `<svg><style><img src=x onerror=${call}></style></svg>`,
	(call) => `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`,
	(call) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
	(call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
	(call) => `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
	(call) => `<textarea></textarea><img src=x onerror=${call}>`,
	(call) => `</title><script>${call}</script>`,
	(call) => `</textarea><script>${call}</script>`,
	(call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
	(call) => `<iframe src="javascript:parent.${call}"></iframe>`,
	(call) => `<a href="javascript:${call}">press</a>`,
	(call) => `<a href="&#106;avascript:${call}">press</a>`,
	(call) => `<object data="javascript:${call}"></object>`,
	(call) => `<body onload=${call}>`,
	(call) => `<details open ontoggle=${call}>`,
	(call) => `<input autofocus onfocus=${call}>`,
	(call) => `<video><source onerror=${call}></video>`,
	(call) => `<style>@import 'javascript:${call}';</style>`,
	(call) => `<template><script>${call}</script></template>`,
	(call) => `<select><style></select><img src=x onerror=${call}></style>`,
	(call) => `<!--><img src=x onerror=${call}>-->`,
	(call) => `<![CDATA[><img src=x onerror=${call}>]]>`,
	(call) => `{@html '<img src=x onerror=${call}>'}`,
	(call) => `\${${call}}`,
	(call) => `&lt;img src=x onerror=${call}&gt;`,
	(call) => `\\u003cimg src=x onerror=${call}\\u003e`
];

export const PROBES: readonly string[] = VECTORS.map((vector, at) => vector(`ran(${at})`));
