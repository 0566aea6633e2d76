import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with what axe finds on the page, by rule and place. In dark only contrast is asked for: the two
 * schemes have one structure, which is read in full in light.
 */
export async function expectNoViolations(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<void> {
	const axe = new AxeBuilder({ page });
	const { violations } = await (
		scheme === 'dark' ? axe.withRules(['color-contrast']) : axe.withTags(TAGS)
	).analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`
	);
	expect(found).toEqual([]);
}
