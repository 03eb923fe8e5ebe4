import type { Finding } from '../detect/finding.ts';
import { redact } from './redact.ts';
import type { FrameLine } from './report.ts';

const LINES_BEFORE = 1;
const LINES_BEHIND = 1;
/** How much of a long line is shown to each side of the secret, in bytes. */
const REACH = 120;
/** A line is looked at this far to each side, in bytes: a minified file is one line of megabytes. */
const LONGEST_LINE = 1000;
const NEWLINE = 10;

/** Long unbroken words beside a finding are masked too: a neighbour may be a secret of another kind. */
const LONG_WORD = /[A-Za-z0-9+~]{28,}={0,2}/g;

/**
 * The lines around one finding, with every finding in them redacted, whatever its confidence.
 * @param lineNumber of the line that the finding starts in.
 * @param all every finding of the content, sorted by start.
 */
export function makeFrame(
  bytes: Uint8Array,
  finding: Finding,
  lineNumber: number,
  all: readonly Finding[],
): FrameLine[] {
  const lines: FrameLine[] = [];
  let start = lineStart(bytes, finding.start);
  let number = lineNumber;
  for (let i = 0; i < LINES_BEFORE && start > 0 && bytes[start - 1] === NEWLINE; i++) {
    start = lineStart(bytes, start - 1);
    number -= 1;
  }
  const last = lineNumber + LINES_BEHIND;
  for (; number <= last && start < bytes.length; number++) {
    const end = lineEnd(bytes, number === lineNumber ? Math.max(start, finding.start) : start);
    lines.push(frameLine(bytes, start, end, number, finding, all));
    start = end + 1;
    if (bytes[end] !== NEWLINE) break;
  }
  return lines;
}

function frameLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  number: number,
  finding: Finding,
  all: readonly Finding[],
): FrameLine {
  const isOnLine = finding.start < end && finding.end > start;
  const from = isOnLine ? Math.max(start, finding.start - REACH) : start;
  const to = Math.min(end, isOnLine ? finding.end + REACH : start + 2 * REACH);
  const parts: { text: string; isTarget: boolean }[] = [{ text: from > start ? '…' : '', isTarget: false }];
  let position = from;
  for (const each of overlapping(all, from, to)) {
    parts.push({ text: plain(bytes, position, each.start), isTarget: false });
    parts.push({ text: redact(each.secret), isTarget: each === finding });
    position = Math.max(position, each.end);
  }
  parts.push({ text: plain(bytes, position, to) + (to < end ? '…' : ''), isTarget: false });
  let text = '';
  let mark: FrameLine['mark'] = null;
  for (const part of parts) {
    if (part.isTarget) mark = { start: text.length + 1, end: text.length + part.text.length + 1 };
    text += part.text;
  }
  return { number, text: text.trimEnd(), mark };
}

/** The findings in a range; `all` is sorted by start and none overlaps another, so ends are sorted too. */
function overlapping(all: readonly Finding[], from: number, to: number): Finding[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  const found: Finding[] = [];
  for (let i = low; i < all.length; i++) {
    const each = all[i];
    if (!each || each.start >= to) break;
    found.push(each);
  }
  return found;
}

function plain(bytes: Uint8Array, start: number, end: number): string {
  if (end <= start) return '';
  return (
    Buffer.from(bytes.subarray(start, end))
      .toString('utf8')
      // In UTF-16 every other byte of ASCII text is zero.
      .replaceAll('\0', '')
      .replace(/[\r\n]+$/, '')
      .replace(LONG_WORD, (word) => `${word.slice(0, 4)}••••`)
  );
}

/** The start of the line that holds `position`, or the place behind which a very long line is cut. */
function lineStart(bytes: Uint8Array, position: number): number {
  const limit = Math.max(0, position - LONGEST_LINE);
  const newline = bytes.subarray(limit, position).lastIndexOf(NEWLINE);
  return newline < 0 ? limit : limit + newline + 1;
}

function lineEnd(bytes: Uint8Array, position: number): number {
  const limit = Math.min(bytes.length, position + LONGEST_LINE);
  const newline = bytes.subarray(position, limit).indexOf(NEWLINE);
  return newline < 0 ? limit : position + newline;
}
