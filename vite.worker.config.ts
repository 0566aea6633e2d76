import { defineConfig } from 'vite';

/** The threads' own build, run after the server's: SvelteKit emits no workers. */
export default defineConfig({
	build: {
		ssr: true,
		outDir: 'build/workers',
		target: 'node20',
		sourcemap: true,
		rollupOptions: {
			input: {
				analysis: 'src/lib/server/jobs/analysis-worker.ts',
				reading: 'src/lib/server/jobs/reading-worker.ts'
			},
			output: { entryFileNames: '[name].js' }
		}
	},
	// What only reads files is left where it is: no thread asks for it.
	ssr: { noExternal: true, external: ['mammoth', 'pdfjs-dist'] },
	publicDir: false
});
