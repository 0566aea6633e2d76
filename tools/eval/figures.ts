import { CERTAINTIES, RELATION_KINDS, type Figure } from '#lib/model/index.ts';
import type { Counts } from './counts.ts';

export type Figures = Record<string, Figure>;

const round = (value: number) => Math.round(value * 1e4) / 1e4;

function ratio(top: number, n: number, better: Figure['better'] = 'higher'): Figure {
	return { value: n === 0 ? 0 : round(top / n), n, better };
}

/** Makes the figures out of an event's counts, or of several events' together; tools/eval/score.ts counts. */
export function figuresOf(counts: Counts): Figures {
	const at = (key: string) => counts.get(key) ?? 0;
	const share = (name: string, better?: Figure['better']) => ratio(at(name), at(`${name} of`), better);
	const precision = (name: string) => ratio(at(`${name} right`), at(`${name} guessed`));
	const recall = (name: string) => ratio(at(`${name} right`), at(`${name} gold`));
	const f1 = (name: string) => ratio(2 * at(`${name} right`), at(`${name} guessed`) + at(`${name} gold`));
	const macro = (names: readonly string[]): Figure => ({
		value: round(names.reduce((sum, name) => sum + f1(name).value, 0) / names.length),
		n: names.reduce((sum, name) => sum + at(`${name} gold`), 0),
		better: 'higher'
	});
	const split = (name: string, label: string, better?: Figure['better']) =>
		Object.fromEntries(
			[...counts.keys()]
				.filter((key) => key.startsWith(`${name}, `) && key.endsWith(' of'))
				.map((key) => key.slice(0, -' of'.length))
				.sort()
				.map((key) => [key.replace(name, label), share(key, better)])
		);

	return {
		'claims found': share('claims found'),
		'claims in 1,000 characters': ratio(1000 * at('claims'), at('characters'), 'neither'),
		'alignment precision': precision('alignment'),
		'alignment recall': recall('alignment'),
		'alignment F1': f1('alignment'),
		holder: share('holder'),
		'whole attribution': share('whole attribution'),
		voice: share('voice'),
		values: share('values'),
		'certainty macro-F1': macro(CERTAINTIES),
		...Object.fromEntries(CERTAINTIES.map((name) => [`${name} F1`, f1(name)])),
		'conflicts precision': share('conflicts right'),
		// By the engine's own words for its reasons, which may change: a look inside, no promise.
		...split('conflicts right', 'conflicts precision', 'neither'),
		'conflicts recall': share('conflicts found'),
		...split('conflicts found', 'conflicts recall'),
		'conflicts on no gold claim': share('conflicts unjudged', 'neither'),
		'disputes in one disputed line': share('disputes shown'),
		'near misses called conflicts': share('near misses raised', 'lower'),
		'updates found': share('updates found'),
		'updates called conflicts': share('updates raised', 'lower'),
		'origins exact': share('origins exact'),
		'origins mean error': ratio(at('origins off'), at('origins exact of'), 'lower'),
		'changed quotes found': share('changed quotes found'),
		'kept quotes called changed': share('kept quotes raised', 'lower'),
		...Object.fromEntries(
			RELATION_KINDS.flatMap((kind) => [
				[`relation ${kind} precision`, share(`relation ${kind}`)],
				[`relation ${kind} recall`, share(`pair ${kind}`)]
			])
		)
	};
}
