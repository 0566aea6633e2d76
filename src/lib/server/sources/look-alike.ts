import { domainToUnicode } from 'node:url';

/** Letters of other scripts, and figures, that look like a Latin letter (after UTS 39's confusables). */
const LIKE: Record<string, string> = {
	а: 'a',
	ɑ: 'a',
	α: 'a',
	с: 'c',
	ϲ: 'c',
	ԁ: 'd',
	е: 'e',
	ε: 'e',
	һ: 'h',
	і: 'i',
	ı: 'i',
	ι: 'i',
	ј: 'j',
	к: 'k',
	κ: 'k',
	ӏ: 'l',
	м: 'm',
	ո: 'n',
	п: 'n',
	о: 'o',
	ο: 'o',
	σ: 'o',
	р: 'p',
	ρ: 'p',
	ԛ: 'q',
	г: 'r',
	ѕ: 's',
	т: 't',
	τ: 't',
	υ: 'u',
	ν: 'v',
	ѵ: 'v',
	ԝ: 'w',
	ω: 'w',
	х: 'x',
	χ: 'x',
	у: 'y',
	γ: 'y',
	'0': 'o',
	'1': 'l'
};

/** What a host looks like to the eye: look-alike letters folded, accents and hyphens off. */
function skeleton(host: string): string {
	const shown = domainToUnicode(host) || host;
	return [...shown.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
		.map((letter) => LIKE[letter] ?? letter)
		.join('')
		.replace(/rn/g, 'm')
		.replace(/vv/g, 'w')
		.replace(/-/g, '');
}

/** Whether two different hosts are hard to tell apart: by look-alike letters, or one letter more, less or other. */
export function looksLike(host: string, known: string): boolean {
	if (host === known || host.endsWith(`.${known}`) || known.endsWith(`.${host}`)) return false;
	const [a, b] = [skeleton(host), skeleton(known)];
	return a === b || (Math.min(a.length, b.length) >= 9 && isOneApart(a, b));
}

function isOneApart(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
