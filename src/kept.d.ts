/** A component for `svelte/server` that brings its styles along, and a script as text (`vite.kept.config.ts`). */
declare module '*.svelte?styled' {
	const component: import('svelte').Component<Record<string, unknown>>;
	export default component;
}

declare module '*?bundle' {
	const code: string;
	export default code;
}
