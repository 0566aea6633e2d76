export { lineupCsv } from './lineup-csv.ts';
export { comparisonJson } from './json.ts';
export { comparisonMarkdown } from './markdown.ts';
export { labelledPairs } from './labelled-pairs.ts';
