export { start as init } from '#lib/server/hooks/init.ts';
