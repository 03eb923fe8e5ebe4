import type { Finding } from '../detect/finding.ts';
import { maskRandom } from '../detect/mask.ts';
import { redact } from './redact.ts';
import type { FrameLine } from './report.ts';

const LINES_BEFORE = 1;
const LINES_BEHIND = 1;
/** How much of a long line is shown to each side of the secret, in bytes. */
const REACH = 120;
/** A line is looked at this far to each side, in bytes: a minified file is one line of megabytes. */
const LONGEST_LINE = 1000;
const NEWLINE = 10;

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
  // Before the first line of a commit's message stands its header.
  for (let i = 0; i < LINES_BEFORE && number > 1 && start > 0 && bytes[start - 1] === NEWLINE; i++) {
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
  const reach = isOnLine
    ? { from: Math.max(start, finding.start - REACH), to: Math.min(end, finding.end + REACH) }
    : { from: start, to: Math.min(end, start + 2 * REACH) };
  const isCut = {
    before: reach.from > start || (start > 0 && bytes[start - 1] !== NEWLINE),
    behind: reach.to < end || (end < bytes.length && bytes[end] !== NEWLINE),
  };
  const from = isCut.before ? behindWord(bytes, reach.from, isOnLine ? finding.start : reach.to) : reach.from;
  const to = isCut.behind ? beforeWord(bytes, reach.to, isOnLine ? finding.end : from) : reach.to;
  const parts: { text: string; isTarget: boolean }[] = [{ text: isCut.before ? '…' : '', isTarget: false }];
  let position = from;
  for (const each of overlapping(all, from, to)) {
    // What is glued to a secret may be the rest of another one.
    const before = Math.max(position, beforeWord(bytes, each.start, position));
    parts.push({ text: plain(bytes, position, before) + gap(bytes, before, each.start), isTarget: false });
    parts.push({ text: redact(each.secret), isTarget: each === finding });
    position = Math.max(position, behindWord(bytes, each.end, to));
    parts.push({ text: gap(bytes, each.end, position), isTarget: false });
  }
  parts.push({ text: plain(bytes, position, to) + (isCut.behind ? '…' : ''), isTarget: false });
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

/** A word that is cut into may be the end of a secret, too short to look like one: it is left out. */
function behindWord(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWordByte(bytes[at])) at += 1;
  return at;
}

function beforeWord(bytes: Uint8Array, to: number, limit: number): number {
  let at = to;
  while (at > limit && isWordByte(bytes[at - 1])) at -= 1;
  return at;
}

/** What stands for text that is left out. */
function gap(bytes: Uint8Array, start: number, end: number): string {
  return bytes.subarray(start, Math.max(start, end)).some((byte) => byte !== 0) ? '…' : '';
}

/** What secrets and their encodings are made of, padding aside; in UTF-16 every other byte is zero. */
const WORD_BYTES: ReadonlySet<number | undefined> = new Set([
  0,
  ...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_.~%-'),
]);

function isWordByte(byte: number | undefined): boolean {
  return WORD_BYTES.has(byte);
}

function plain(bytes: Uint8Array, start: number, end: number): string {
  if (end <= start) return '';
  return maskRandom(
    Buffer.from(bytes.subarray(start, end))
      .toString('utf8')
      // In UTF-16 every other byte of ASCII text is zero.
      .replaceAll('\0', '')
      .replace(/[\r\n]+$/, ''),
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
