import { readRegister, searchSources } from '#lib/server/sources/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const words = url.searchParams.get('q') ?? '';
	const register = await readRegister();
	return { words, known: register.sources.length, sources: [...searchSources(register, words)] };
};
