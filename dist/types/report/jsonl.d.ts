import type { Report } from '../credentials/report.js';
/**
 * JSON Lines: every line is an object whose `type` says what it is.
 *
 * - The first is `{"type":"scan", …}`: version, coverage and suppressed counts, as in the JSON report, and
 *   `credentialCount`. It is there even when nothing was found, so that an empty file means a scan that did
 *   not run and never a clean one, and a file that was cut off shows by its count.
 * - Each that follows is `{"type":"credential", …}` with the fields of the JSON report.
 *
 * Log collectors (Splunk, Elastic, Loki, BigQuery) take one event a line and tell kinds apart by a field,
 * and `jq 'select(.type == "credential")'` or `grep` leaves the credentials alone.
 */
export declare function renderJsonLines(report: Report): Generator<string>;
