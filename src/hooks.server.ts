export { handle } from '#lib/server/hooks/handle.ts';
export { handleError } from '#lib/server/hooks/error.ts';
export { start as init } from '#lib/server/hooks/init.ts';
