/** Elements that begin a paragraph of their own. */
const BLOCK = new Set(
	(
		'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN ' +
		'NAV OL P PRE SECTION TABLE TR UL'
	).split(' ')
);

/** What is shown but is no part of what the source says. */
const DROPPED = new Set(
	'FIGCAPTION BUTTON SELECT TEXTAREA INPUT IMG SCRIPT STYLE AUDIO VIDEO IFRAME'.split(' ')
);

/**
 * The paragraphs of an element, in order, as plain text: one for each paragraph, heading, list entry, table row
 * and part of a quotation. No mark-up survives.
 */
export function readBlocks(root: Node): string[] {
	const blocks: string[] = [];
	let current: string[] = [];
	const flush = () => {
		// Split and join, not a pattern with `\s+$`: runs of white space come from outside.
		const line = current.join('').split(/\s+/).filter(Boolean).join(' ');
		if (line !== '') blocks.push(line);
		current = [];
	};

	// Depth is bounded by the tidied page.
	const walk = (node: Node) => {
		for (const child of node.childNodes) {
			if (child.nodeType === 3) current.push(child.textContent ?? '');
			if (child.nodeType !== 1) continue;
			const name = child.nodeName.toUpperCase();
			if (DROPPED.has(name)) continue;
			if (name === 'BR') {
				if (isBreak(child)) flush();
				else current.push(' ');
				continue;
			}
			if (BLOCK.has(name)) flush();
			if (name === 'TD' || name === 'TH') current.push(' ');
			walk(child);
			if (BLOCK.has(name)) flush();
		}
	};
	walk(root);
	flush();
	return blocks;
}

/** Two line breaks in a row part paragraphs on old pages. */
function isBreak(node: Node): boolean {
	let next = node.nextSibling;
	while (next?.nodeType === 3 && (next.textContent ?? '').trim() === '') next = next.nextSibling;
	return next?.nodeName.toUpperCase() === 'BR';
}
