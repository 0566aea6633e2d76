export { createExtractor } from './extract.ts';
