export { readFolder } from './folder.ts';
export { readHtml } from './html/index.ts';
export type { Import } from './import.ts';
