import type { Report } from '../credentials/report.js';
/**
 * The JSON report: one document, indented by two spaces, as `report.schema.json` describes it. It comes in
 * pieces of one credential each, which together are what `JSON.stringify(…, null, 2)` gives.
 */
export declare function renderJson(report: Report): Generator<string>;
