export { decodeBytes } from './charset.ts';
export { fileKind, isBinary } from './file-kind.ts';
