import type { Report } from '../credentials/report.ts';
import { escapeJson } from './escape.ts';
import { toJsonCredential, toJsonScan } from './json-model.ts';

/**
 * The JSON report: one document, indented by two spaces, as `report.schema.json` describes it. It comes in
 * pieces of one credential each, which together are what `JSON.stringify(…, null, 2)` gives.
 */
export function* renderJson(report: Report): Generator<string> {
  const { schemaVersion, tool, coverage, suppressed, baseline } = toJsonScan(report);
  yield `{\n  "schemaVersion": ${schemaVersion},\n`;
  yield `  "tool": ${indented(tool, 1)},\n`;
  yield `  "coverage": ${indented(coverage, 1)},\n`;
  yield '  "credentials": [';
  let separator = '';
  for (const credential of report.credentials) {
    yield `${separator}\n    ${indented(toJsonCredential(credential), 2)}`;
    separator = ',';
  }
  yield report.credentials.length === 0 ? '],\n' : '\n  ],\n';
  yield `  "suppressed": ${indented(suppressed, 1)}`;
  if (baseline !== undefined) yield `,\n  "baseline": ${indented(baseline, 1)}`;
  yield '\n}\n';
}

/** The value as JSON that continues a line at a depth. */
function indented(value: unknown, depth: number): string {
  return escapeJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${'  '.repeat(depth)}`);
}
