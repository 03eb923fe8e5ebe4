import type { Report } from '../credentials/report.js';
import type { RenderOptions } from './renderer.js';
/** The longest comment that GitHub takes, in characters; so many bytes are never more. */
export declare const COMMENT_BYTES = 65536;
/** The longest summary of a step that GitHub takes, in bytes. */
export declare const SUMMARY_BYTES = 1048576;
/**
 * Markdown for the comment on a pull request and for the summary of a job: an overview, and what there is to
 * know of each credential, collapsed. It fits into a comment, which is the smaller of the two. It never holds
 * a secret, also not with `--show-secrets`: others read it.
 */
export declare function renderMarkdown(report: Report, options: Pick<RenderOptions, 'warn'>): Generator<string>;
/**
 * The same in at most `mostBytes` bytes of UTF-8. What does not fit is left out from the end, where the least
 * severe credentials are: their details first, then their lines in the overview, and a sentence says so.
 */
export declare function renderMarkdownWithin(mostBytes: number, report: Report, { warn }: Pick<RenderOptions, 'warn'>): Generator<string>;
