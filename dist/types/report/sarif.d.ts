import type { Report } from '../credentials/report.js';
import type { RenderOptions } from './renderer.js';
import { type Limits } from './sarif/limits.js';
/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one result for each credential, worst first, and no more than
 * GitHub takes. It never holds a secret, also not with `--show-secrets`: it is made to be uploaded.
 *
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export declare function renderSarif(report: Report, options: RenderOptions): Generator<string>;
/** The same with limits of the caller's. */
export declare function renderSarifWithin(limits: Limits, report: Report, { warn }: Pick<RenderOptions, 'warn'>): Generator<string>;
