import type { Report } from '../credentials/report.js';
import type { RenderOptions } from './renderer.js';
/**
 * A report for `artifacts: reports: secret_detection` of GitLab CI. Never a secret, also not with
 * `--show-secrets`: GitLab shows it to everybody who may see the pipeline.
 */
export declare function renderGitLab(report: Report, { scanned }: Pick<RenderOptions, 'scanned'>): Generator<string>;
