import type { Report } from '../credentials/report.ts';
import type { RenderOptions } from './renderer.ts';
import { adviceLines } from './text/advice.ts';
import { credentialLines } from './text/credential.ts';
import { BLANK_LINE, layoutFor } from './text/layout.ts';
import { type Line, printLine } from './text/span.ts';
import { nothingFoundLines, summaryLines } from './text/summary.ts';

/**
 * The report for people: each credential with its code, how far it got and why it is one, worst first; then
 * what to do, and what was scanned. The end is what a terminal shows first, so the summary stands there.
 */
export function* renderText(report: Report, options: RenderOptions): Generator<string> {
  for (const line of reportLines(report, options)) yield printLine(line, options.color);
}

function* reportLines(report: Report, { width, quiet, exit }: RenderOptions): Generator<Line> {
  const { credentials } = report;
  const layout = layoutFor(width, credentials.length);
  if (credentials.length === 0) {
    if (!quiet) yield* nothingFoundLines(report, exit, layout);
    return;
  }
  for (const [index, credential] of credentials.entries()) {
    yield* credentialLines(credential, index + 1, report, layout);
    yield BLANK_LINE;
  }
  yield* adviceLines(credentials, layout);
  if (quiet) return;
  yield BLANK_LINE;
  yield* summaryLines(report, exit, layout);
}
