import type { Report } from '../credentials/report.js';
/**
 * CSV (RFC 4180) for a spreadsheet: a line of names, then a line for each credential, worst first. Every field
 * is in quotes, no field has a line break, and none is a formula.
 */
export declare function renderCsv({ credentials }: Report): Generator<string>;
