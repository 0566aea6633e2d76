import { gridKeys } from '#lib/state/grid-keys.ts';

/**
 * What a script adds to a page to keep, which works without: arrows in the lineup, the open cell marked, Esc to close,
 * and the focus back where it came from.
 */
const CLOSED = '#closed';

let opener: HTMLElement | null = null;

const links = () => document.querySelectorAll<HTMLAnchorElement>('tr[data-row] a');
const isOpen = () => document.querySelector('section.line:target, section.line :target') !== null;

function mark(): void {
	for (const link of links())
		if (link.hash === location.hash) link.setAttribute('aria-current', 'true');
		else link.removeAttribute('aria-current');
}

document.addEventListener('click', ({ target }) => {
	const link = target instanceof Element ? target.closest('a') : null;
	if (link?.hash && link.hash !== CLOSED && !link.closest('section.line')) opener = link;
});

document.addEventListener('keydown', (event) => {
	if (event.key !== 'Escape' || !isOpen()) return;
	event.preventDefault();
	location.hash = CLOSED;
});

addEventListener('hashchange', () => {
	mark();
	if (location.hash === CLOSED) opener?.focus({ preventScroll: true });
});

const table = document.querySelector<HTMLTableElement>('main table');
mark();
if (table) gridKeys()(table);
