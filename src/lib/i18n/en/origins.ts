/** Words of the origins view. */
export const originWords = {
	most: (name: string, n: number, of: number) =>
		`${name} stands behind claims in ${n} of the ${of} accounts.`,
	alone: (n: number) =>
		n === 0 ? '' : n === 1 ? 'One account has a single origin.' : `${n} accounts have a single origin each.`,
	unnamed: (n: number) =>
		n === 0 ? '' : n === 1 ? 'One origin is unnamed.' : `${n} of the origins are unnamed.`,
	ribbons:
		'Each ribbon is claims passed on. Colour = which origin: the most widely carried have one each, the others are grey, the unnamed dashed.',
	said: 'What it is cited for',
	more: (n: number) => (n === 1 ? 'and one more claim' : `and ${n} more claims`)
} as const;
