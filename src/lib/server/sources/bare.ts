/** A source's name as it is looked up: without "The", capitals and marks. */
export function bare(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^the\s+/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
