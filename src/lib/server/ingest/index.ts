export { isSameAccount, slugify, toAccount } from './account.ts';
export { readFolder } from './folder.ts';
export { isHtmlName, readHtml } from './html/index.ts';
export { EVENT_FILE, type Import } from './import.ts';
export { readPlain } from './plain.ts';
export { countWords, hashText, normaliseText } from './text.ts';
export { isWebAddress } from './url.ts';
export { readFiles, readZip } from './zip.ts';
