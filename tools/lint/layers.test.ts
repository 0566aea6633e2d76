import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

/** The project's own settings, with no look at types: only what is imported counts here. */
const eslint = new ESLint({
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
	ruleFilter: ({ ruleId }) => ruleId === 'house/layers' || ruleId === 'no-restricted-imports'
});

async function complaints(filePath: string, code: string): Promise<string[]> {
	const results = await eslint.lintText(code, { filePath });
	return results.flatMap(({ messages }) =>
		messages.map(({ message }) => /(?:pattern\. )?([^.:']+):[^:]+$/.exec(message)?.[1] ?? message)
	);
}

const refused = (from: string, to: string) => [`${from}/ may not import ${to}/`];
const PURE = ['This part is pure'];
const CLIENT = ['Only server/fetch/ reaches other sites'];

it.each([
	['src/lib/viz/a.ts', `import { a } from '#lib/engine/index.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `import { a } from '../engine/index.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `import { a } from '../../lib/engine/index.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `import type { A } from '#lib/engine/types.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `export { a } from '#lib/engine/index.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `export * from '#lib/engine/index.ts';`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `export type A = import('#lib/engine/types.ts').A;`, refused('viz', 'engine')],
	['src/lib/viz/a.ts', `export const a = import('#lib/engine/index.ts');`, refused('viz', 'engine')],
	['src/lib/viz/a.test.ts', `import { a } from '#lib/engine/index.ts';`, refused('viz', 'engine')],
	[
		'src/lib/components/ui/A.svelte',
		`<script lang="ts">import { a } from '#lib/server/log.ts'; a();</script>`,
		refused('components', 'server')
	],
	['src/lib/engine/text/a.ts', `import { a } from '#lib/i18n/en.ts';`, refused('engine', 'i18n')],
	['src/lib/i18n/a.ts', `import { a } from '#lib/model/index.ts';`, refused('i18n', 'model')],
	['src/lib/server/fetch/a.ts', `import { a } from '#lib/components/a.ts';`, refused('server', 'components')],
	['src/lib/server/a.ts', `import { a } from '../../routes/a.ts';`, refused('server', 'routes')],
	['src/lib/server/a.ts', `import { a } from '../../../tests/support/a.ts';`, refused('server', 'tests')],
	['src/lib/engine/a.ts', `import { a } from 'node:fs';`, PURE],
	['src/lib/server/store/a.ts', `import { a } from 'node:http';`, CLIENT],
	['src/lib/server/store/a.ts', `import { a } from 'https';`, CLIENT],
	['src/lib/engine/a.ts', `import { a } from 'node:dns/promises';`, [...CLIENT, ...PURE]]
])('in %s, %s is refused', async (file, code, expected) => {
	expect(await complaints(file, code)).toEqual(expected);
});

it.each([
	['src/lib/viz/a.ts', `import { a } from '#lib/model/index.ts';`],
	['src/lib/viz/charts/a.ts', `import { a } from '../scale.ts';`],
	['src/lib/viz/a.test.ts', `import { a } from '../../../tests/support/a.ts'; import 'node:http';`],
	['src/lib/engine/a.ts', `import Fuse from 'fuse.js';`],
	['src/lib/server/fetch/a.ts', `import { a } from 'node:http';`],
	['src/routes/a.ts', `import { a } from '#lib/engine/index.ts';`],
	['tools/eval/a.ts', `import { a } from '#lib/server/lexicon.ts';`]
])('in %s, %s may stand', async (file, code) => {
	expect(await complaints(file, code)).toEqual([]);
});
