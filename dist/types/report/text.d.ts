import type { Report } from '../credentials/report.js';
import type { RenderOptions } from './renderer.js';
/**
 * The report for people: each credential with its code, how far it got and why it is one, worst first; then
 * what to do, and what was scanned. The end is what a terminal shows first, so the summary stands there.
 */
export declare function renderText(report: Report, options: RenderOptions): Generator<string>;
