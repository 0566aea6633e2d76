import { readRegister } from '#lib/server/sources/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ sources: [...(await readRegister()).sources] });
