import { readQuality } from '#lib/server/quality.ts';
import { qualityView } from '#lib/viz/quality.ts';
import type { PageServerLoad } from './$types';

/** What was measured of this engine, from the committed figures. */
export const load: PageServerLoad = () => {
	const quality = readQuality();
	return { view: quality && qualityView(quality) };
};
