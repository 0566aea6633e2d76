import { dirname, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');
const LIB = '#lib/';
const TEST = /\.test\.ts$/;

/**
 * The part of the house that a file belongs to: a folder of `src/lib/`, or whatever lies directly under `src/`. What is
 * outside `src/` goes by its own top folder.
 *
 * @param {string} file An absolute path.
 */
function partOf(file) {
	const [top = '', second = '', third = ''] = relative(ROOT, file).split(sep);
	if (top !== 'src') return { part: top, isSource: false };
	return { part: second === 'lib' ? third : second, isSource: true };
}

/**
 * Where an import leads: an absolute path, or null where it leads to a package.
 *
 * @param {string} from The importing file.
 * @param {string} specifier
 */
function targetOf(from, specifier) {
	if (specifier.startsWith(LIB)) return resolve(ROOT, 'src', 'lib', specifier.slice(LIB.length));
	return specifier.startsWith('.') ? resolve(dirname(from), specifier) : null;
}

/**
 * Each part imports only itself and what the option says; parts that the option leaves out are free. Paths are
 * resolved, so that `#lib/…`, relative paths, types and `import()` are all alike. What lies outside `src/` is for tests.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const layers = {
	meta: {
		type: 'problem',
		schema: [{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
		messages: {
			layer: '{{from}}/ may not import {{to}}/: see the map in docs/ARCHITECTURE.md.'
		}
	},
	create(context) {
		const { part: from, isSource } = partOf(context.filename);
		const allowed = context.options[0][from];
		if (!isSource || allowed === undefined) return {};
		const isTest = TEST.test(context.filename);

		/** @param {any} source The node that names what is imported; none where something of the file's own is exported. */
		function judge(source) {
			if (typeof source?.value !== 'string') return;
			const target = targetOf(context.filename, source.value);
			if (target === null) return;
			const { part: to, isSource: inSource } = partOf(target);
			if (inSource ? to === from || allowed.includes(to) : isTest) return;
			context.report({ node: source, messageId: 'layer', data: { from, to } });
		}

		return {
			ImportDeclaration: (node) => judge(node.source),
			ExportNamedDeclaration: (node) => judge(node.source),
			ExportAllDeclaration: (node) => judge(node.source),
			ImportExpression: (node) => judge(node.source),
			/** @param {any} node */
			TSImportType: (node) => judge(node.source)
		};
	}
};
