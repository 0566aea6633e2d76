import { join } from 'node:path';
import { createServer } from 'vite';
import { packageRoot } from '#lib/server/root.ts';
import type { KeptPage } from '#lib/viz/kept-page.ts';

type Render = (page: KeptPage, linked: unknown) => string;

/**
 * What draws a page to keep. Its components are read from source with Vite, as the tests do it: this command line runs
 * without a build, and Node reads no Svelte.
 */
export async function loadKeptPage(): Promise<Render> {
	const vite = await createServer({ configFile: join(packageRoot(), 'vite.kept.config.ts') });
	try {
		const module = await vite.ssrLoadModule('/src/lib/components/kept/render.ts');
		return module.renderKeptPage as Render;
	} finally {
		await vite.close();
	}
}
