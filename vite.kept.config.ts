import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
/** Begins the id of a component that brings its styles along; a null byte keeps other plugins off it. */
const STYLED = '\0styled:';

/** The id of a styled component, and the file behind it; with `.svelte` in it Svelte's own plugin would take it. */
const idOf = (file: string) => `${STYLED}${file.slice(0, -'.svelte'.length)}.js`;
const fileOf = (id: string) => `${id.slice(STYLED.length, -'.js'.length)}.svelte`;

/** A script with all that it imports, as one piece that a page can hold. */
async function bundle(entry: string): Promise<string> {
	const built = await build({
		configFile: false,
		root: ROOT,
		logLevel: 'silent',
		publicDir: false,
		build: { write: false, lib: { entry, formats: ['iife'], name: 'kept' }, minify: true }
	});
	const [output] = Array.isArray(built) ? built : [built];
	if (output === undefined || !('output' in output)) throw new Error(`${entry} gave no script.`);
	return output.output[0].code.trim();
}

/**
 * What a page that stands by itself is made of. `X.svelte?styled` is a component for `svelte/server` whose styles, and
 * those of every component inside it, come with what it renders: the same files as on screen, of which Vite would
 * otherwise write the styles elsewhere. `x.ts?bundle` is a script as text, with all that it imports.
 */
export const keptParts: Plugin = {
	name: 'kept-parts',
	enforce: 'pre',
	async resolveId(source, importer) {
		const inside = importer?.startsWith(STYLED) ?? false;
		const wanted = source.replace(/\?styled$/, '');
		if (!inside && wanted === source) return null;
		const from = importer && inside ? fileOf(importer) : importer;
		const resolved = await this.resolve(wanted, from, { skipSelf: true });
		return resolved?.id.endsWith('.svelte') ? idOf(resolved.id) : resolved;
	},
	async load(id) {
		if (id.endsWith('?bundle')) {
			const code = await bundle(id.slice(0, -'?bundle'.length));
			return `export default ${JSON.stringify(code)};`;
		}
		if (!id.startsWith(STYLED)) return null;
		const file = fileOf(id);
		this.addWatchFile(file);
		// By its place in the project, so that the names of its classes are the same on every machine.
		const filename = relative(ROOT, file);
		const source = await readFile(file, 'utf8');
		return compile(source, { filename, generate: 'server', css: 'injected', runes: true }).js;
	}
};

/** What the command line makes the page with, from source; the server has the plugin in its own build. */
export default defineConfig({
	root: ROOT,
	plugins: [keptParts],
	publicDir: false,
	logLevel: 'error',
	server: { middlewareMode: true, hmr: false, ws: false, watch: null },
	appType: 'custom',
	optimizeDeps: { noDiscovery: true }
});
