import type { Credential } from '../../credentials/report.js';
/** How much a reader of SARIF takes. */
export type Limits = {
    /** Results in a file; one more, and the file is refused. */
    readonly results: number;
    /** Results that are shown of those, worst first. */
    readonly shownResults: number;
    /** Places of one result. */
    readonly locations: number;
    /** Bytes of the whole file when it is compressed with gzip. */
    readonly compressedBytes: number;
};
/**
 * What GitHub takes. It refuses a result with more than 1,000 places and shows 100, so 100 are written.
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export declare const GITHUB_LIMITS: Limits;
/** What was left out of a file. */
export type Cut = {
    readonly found: readonly Credential[];
    /** How many of them are in the file: the first ones. */
    readonly written: number;
    readonly limits: Limits;
};
/**
 * The results as JSON, from the first on and as many as fit. Pieces are measured each on its own: compressed
 * together they get smaller, so what is measured is never too little.
 */
export declare function withinLimits(results: readonly (() => string)[], { compressedBytes }: Pick<Limits, 'compressedBytes'>): Generator<string>;
