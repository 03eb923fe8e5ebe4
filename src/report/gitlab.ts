import type { Report } from '../credentials/report.ts';
import { escapeJson, escapeText } from './escape.ts';
import { vulnerabilityOf } from './gitlab/vulnerability.ts';
import { gapsOf } from './prose.ts';
import type { RenderOptions, ScanTimes } from './renderer.ts';

/**
 * The version of GitLab's schema for secret detection reports that this follows. GitLab takes every 15.0.x
 * since its version 15.0, and refuses a minor version that it does not know yet.
 */
const SCHEMA_VERSION = '15.0.7';
const SCHEMA_URL = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${SCHEMA_VERSION}/dist/secret-detection-report-format.json`;

/**
 * A report for `artifacts: reports: secret_detection` of GitLab CI. Never a secret, also not with
 * `--show-secrets`: GitLab shows it to everybody who may see the pipeline.
 */
export function* renderGitLab(
  report: Report,
  { scanned }: Pick<RenderOptions, 'scanned'>,
): Generator<string> {
  yield `{\n  "version": ${toJson(SCHEMA_VERSION)},\n  "schema": ${toJson(SCHEMA_URL)},\n`;
  yield `  "scan": ${toJson(scanOf(report, scanned ?? timesOfRendering()))},\n`;
  yield '  "vulnerabilities": [';
  let separator = '';
  for (const credential of report.credentials) {
    yield `${separator}\n    ${toJson(vulnerabilityOf(credential, report))}`;
    separator = ',';
  }
  yield report.credentials.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

function scanOf(report: Report, { start, end }: ScanTimes) {
  const { name, version } = report.tool;
  const tool = { id: name, name, url: `https://www.npmjs.com/package/${name}`, vendor: { name }, version };
  return {
    analyzer: tool,
    scanner: tool,
    type: 'secret_detection',
    start_time: timeText(start),
    end_time: timeText(end),
    // The program did its work. What could not be read is told in messages, which GitLab shows as warnings.
    status: 'success',
    messages: gapsOf(report).map(({ text }) => ({ level: 'warn', value: escapeText(text) })),
  };
}

/** The schema asks for times; a program that renders a report of its own need not know them. */
function timesOfRendering(): ScanTimes {
  const now = new Date();
  return { start: now, end: now };
}

/** `2025-03-14T10:00:00`, in UTC. */
function timeText(time: Date): string {
  return time.toISOString().slice(0, 19);
}

function toJson(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}
