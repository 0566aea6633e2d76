export { eventBundle, type Evidence } from './bundle.ts';
export { evidenceOf, type CompareRequest } from './evidence.ts';
export { lineupCsv } from './lineup-csv.ts';
export { comparisonJson } from './json.ts';
export { comparisonJsonLd, jsonLdFile } from './json-ld.ts';
export { comparisonMarkdown } from './markdown.ts';
export { labelledPairs } from './labelled-pairs.ts';
