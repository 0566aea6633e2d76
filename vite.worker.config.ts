import { defineConfig } from 'vite';

/** The analysis thread's own build, run after the server's: SvelteKit emits no workers. */
export default defineConfig({
	build: {
		ssr: 'src/lib/server/jobs/analysis-worker.ts',
		outDir: 'build/workers',
		target: 'node20',
		sourcemap: true,
		rollupOptions: { output: { entryFileNames: 'analysis.js' } }
	},
	ssr: { noExternal: true },
	publicDir: false
});
