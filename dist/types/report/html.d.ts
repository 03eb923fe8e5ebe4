import type { Report } from '../credentials/report.js';
/**
 * The HTML report: one file with the page, its style, its script and the report as data. It needs no network
 * and could not use one: its policy allows nothing but its own script and style, known by their hashes. The
 * script inserts everything that comes from a repository as text.
 */
export declare function renderHtml(report: Report): Generator<string>;
