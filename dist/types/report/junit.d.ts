import type { Report } from '../credentials/report.js';
/**
 * A JUnit report, which CI servers show as test results: a failed test for each credential, a passed one when
 * there is none, and one more that has an error when something could not be read. Never a secret, also not
 * with `--show-secrets`: CI servers show it to all who may see the build.
 *
 * The schema is the one of Jenkins' xunit plugin; other servers read what fits it.
 */
export declare function renderJUnit(report: Report): Generator<string>;
