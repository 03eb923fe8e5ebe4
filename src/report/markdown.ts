import type { Report } from '../credentials/report.ts';
import { Details } from './markdown/details.ts';
import { overviewRow, TABLE_END, TABLE_START } from './markdown/overview.ts';
import { headText, restText } from './markdown/summary.ts';
import type { RenderOptions } from './renderer.ts';

/** The longest comment that GitHub takes, in characters; so many bytes are never more. */
export const COMMENT_BYTES = 65_536;
/** The longest summary of a step that GitHub takes, in bytes. */
export const SUMMARY_BYTES = 1_048_576;

/**
 * Markdown for the comment on a pull request and for the summary of a job: an overview, and what there is to
 * know of each credential, collapsed. It fits into a comment, which is the smaller of the two. It never holds
 * a secret, also not with `--show-secrets`: others read it.
 */
export function renderMarkdown(report: Report, options: Pick<RenderOptions, 'warn'>): Generator<string> {
  return renderMarkdownWithin(COMMENT_BYTES, report, options);
}

/** Of what there is room for, this much is for the overview at most, and the rest for details. */
const OVERVIEW_SHARE = 0.6;

/**
 * The same in at most `mostBytes` bytes of UTF-8. What does not fit is left out from the end, where the least
 * severe credentials are: their details first, then their lines in the overview, and a sentence says so.
 */
export function* renderMarkdownWithin(
  mostBytes: number,
  report: Report,
  { warn }: Pick<RenderOptions, 'warn'>,
): Generator<string> {
  const { credentials } = report;
  const head = headText(report);
  yield head;
  if (credentials.length === 0) return;
  const longestRest = restText({ rows: credentials.length, details: credentials.length });
  const frame = [head, TABLE_START, TABLE_END, longestRest].reduce((sum, text) => sum + bytesOf(text), 0);
  const room = mostBytes - frame;
  const overview = firstThatFit(
    credentials.map((credential, index) => () => overviewRow(credential, index + 1)),
    room * OVERVIEW_SHARE,
  );
  yield TABLE_START;
  yield* overview.texts;
  yield TABLE_END;
  const detailsMaker = new Details(report);
  const details = firstThatFit(
    credentials
      .slice(0, overview.texts.length)
      .map((credential, index) => () => detailsMaker.of(credential, index + 1)),
    room - overview.bytes,
  );
  yield* details.texts;
  const rest = restText({
    rows: credentials.length - overview.texts.length,
    details: overview.texts.length - details.texts.length,
  });
  yield rest;
  if (rest !== '') warn?.(`Markdown: ${rest.trim()}`);
}

/** The first texts that fit into so many bytes together. Those behind are not made. */
function firstThatFit(makers: readonly (() => string)[], bytes: number) {
  const texts: string[] = [];
  let used = 0;
  for (const make of makers) {
    const text = make();
    const size = bytesOf(text);
    if (used + size > bytes) break;
    texts.push(text);
    used += size;
  }
  return { texts, bytes: used };
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
