import { describe, expect, it } from 'vitest';
import { inventedComparison, inventedEvent } from '../../../../tests/support/invented-event.ts';
import { comparisonJsonLd, jsonLdFile } from './json-ld.ts';

type Node = Record<string, unknown>;

const nodesOf = (comparison = inventedComparison, texts = inventedEvent.accounts) =>
	comparisonJsonLd(comparison, texts)['@graph'] as Node[];
const ofType = (nodes: Node[], type: string) => nodes.filter((node) => node['@type'] === type);

describe('claims for machines', () => {
	it('hold every claim once, in the exact words of the account that it appears in', () => {
		const texts = new Map(inventedEvent.accounts.map(({ id, text }) => [`#account-${id}`, text]));
		const claims = ofType(nodesOf(), 'Claim');
		expect(claims.map(({ text }) => text).sort()).toEqual(
			inventedComparison.claims.map(({ text }) => text).sort()
		);
		for (const { text, appearance } of claims)
			expect(texts.get((appearance as Node)['@id'] as string)).toContain(text);
	});

	it('say whose a claim is, who is not named, and how it is said', () => {
		const [claim] = ofType(nodesOf(), 'Claim').filter(({ text }) => text === 'There was no alarm, nothing');
		expect(claim).toMatchObject({
			author: { name: 'onlookers', description: 'Not named in the account.' },
			description: 'denied, citing onlookers (unnamed)'
		});
	});

	it('say where and when an account appeared, and which are our summaries', () => {
		const [first] = inventedEvent.accounts;
		const texts = inventedEvent.accounts.map((one) => ({ ...one, rendering: 'summary' as const }));
		const nodes = nodesOf(inventedComparison, texts);
		expect(nodes.find((node) => node['@id'] === `#account-${first!.id}`)).toMatchObject({
			headline: first!.title,
			datePublished: first!.publishedAt,
			publisher: { name: first!.source.name },
			description: expect.stringContaining('our summary') as string
		});
		expect(ofType(nodes, 'Claim')[0]!.description).toContain('in our summary of the account');
	});

	it('lead to web addresses and to nothing else', () => {
		const at = (url: string) =>
			jsonLdFile({
				...inventedComparison,
				accounts: inventedComparison.accounts.map((one) => ({ ...one, url }))
			});
		expect(at('https://courier.example/crane')).toContain('"url": "https://courier.example/crane"');
		expect(at('javascript:alert(1)')).not.toContain('javascript');
	});

	it('rate nothing', () => {
		expect(jsonLdFile(inventedComparison)).not.toMatch(/rating|review|verdict|bestRating|\b(true|false)\b/i);
	});
});
