import { parse } from 'svelte/compiler';

/** Where the function is that shows what cannot be seen, and what it is called in a component. */
const FROM = '#lib/i18n/unseen.ts';
const NAME = '__showUnseen';

/** Attributes that people read or hear. */
const READ = new Set(['title', 'alt', 'aria-label', 'aria-description', 'aria-valuetext']);

/** @typedef {{ type: string, start: number, end: number } & Record<string, any>} Node */
/** @typedef {{ at: number, text: string }} Insert */

/**
 * Lets every text that a component puts on the page, and every attribute that is read out, go through `showUnseen`, so
 * that no component can forget it. What stands in a form field stays as it is: it is sent back as it came.
 *
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function showsUnseen() {
	return {
		name: 'shows-unseen',
		markup({ content, filename = '' }) {
			if (filename.includes('node_modules')) return;
			const root = /** @type {any} */ (parse(content, { modern: true, filename }));
			/** @type {Insert[]} */
			const inserts = [];
			visit(root.fragment, inserts);
			if (inserts.length === 0) return;
			const line = `import { showUnseen as ${NAME} } from '${FROM}';`;
			const script = root.instance?.content.start;
			inserts.push(
				script === undefined ? { at: 0, text: `<script>${line}</script>` } : { at: script, text: line }
			);
			return { code: withInserts(content, inserts) };
		}
	};
}

/** @param {Node} node @param {Insert[]} inserts */
function visit(node, inserts) {
	if (node.type === 'ExpressionTag') return wrap(node, inserts);
	if (node.name === 'textarea' || node.name === 'script' || node.name === 'style') return;
	if (node.type === 'RegularElement') for (const one of node.attributes) visitAttribute(one, inserts);
	for (const part of Object.values(node)) {
		const list = Array.isArray(part) ? part : [part];
		for (const one of list) if (isMarkup(one)) visit(one, inserts);
	}
}

/** Whether something of the tree is, or holds, what is shown: fragments, elements, blocks; not attributes or scripts. */
const SHOWN = /^(Fragment|ExpressionTag|.*Element|.*Block|Component|Svelte.*|SlotElement)$/;
/** @param {any} one @returns {one is Node} */
const isMarkup = (one) => typeof one?.type === 'string' && SHOWN.test(one.type);

/** @param {Node} attribute @param {Insert[]} inserts */
function visitAttribute({ type, name, start, value }, inserts) {
	if (type !== 'Attribute' || !READ.has(name) || value === true) return;
	for (const part of Array.isArray(value) ? value : [value]) {
		if (part.type !== 'ExpressionTag') continue;
		// `{title}` stands for `title={title}`.
		if (part.expression.start === start + 1) inserts.push({ at: start, text: `${name}=` });
		wrap(part, inserts);
	}
}

/** @param {Node} tag @param {Insert[]} inserts */
function wrap({ expression }, inserts) {
	if (expression.type === 'Literal') return;
	inserts.push({ at: expression.start, text: `${NAME}(` }, { at: expression.end, text: ')' });
}

/** @param {string} content @param {Insert[]} inserts */
function withInserts(content, inserts) {
	let code = '';
	let from = 0;
	for (const { at, text } of inserts.sort((a, b) => a.at - b.at)) {
		code += content.slice(from, at) + text;
		from = at;
	}
	return code + content.slice(from);
}
