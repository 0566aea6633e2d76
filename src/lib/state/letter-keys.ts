import type { Attachment } from 'svelte/attachments';

const TYPES_INTO = 'input, textarea, select, [contenteditable]';

/**
 * A letter presses the control that bears it as `data-key`, as long as the focus is inside the element; it takes the
 * focus when nothing else has it. Letters that are typed into a field stay there.
 */
export function letterKeys(): Attachment<HTMLElement> {
	return (element) => {
		if (document.activeElement === document.body) element.focus({ preventScroll: true });
		function onkeydown(event: KeyboardEvent) {
			const { key, target } = event;
			if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || key.length !== 1) return;
			if (target instanceof Element && target.closest(TYPES_INTO)) return;
			const control = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key.toLowerCase())}"]`);
			if (!control) return;
			event.preventDefault();
			control.click();
		}
		element.addEventListener('keydown', onkeydown);
		return () => element.removeEventListener('keydown', onkeydown);
	};
}
