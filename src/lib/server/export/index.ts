export { comparisonJson } from './json.ts';
export { comparisonMarkdown } from './markdown.ts';
