/**
 * Comments that say of a place that what stands there may stand there: ours, and those of tools that teams already
 * have. A mark allows what is on its own line, on the next one, or from there on, as its tool defines it.
 */

/** On the line of the secret. Sources: the READMEs of gitleaks, betterleaks, trufflehog, detect-secrets and secretlint. */
const SAME_LINE =
  /\b(?:keypetrel|gitleaks|betterleaks):allow\b|\btrufflehog:ignore\b|\bkingfisher:ignore\b|\bpragma: ?(?:allow|white)list[ -]secret\b|\bsecretlint-disable-line\b/;
/** On the line before it. */
const LINE_BEFORE = /\bpragma: ?(?:allow|white)list[ -]nextline[ -]secret\b|\bsecretlint-disable-next-line\b/;
/** From its line on, until the same tool is told otherwise. */
const BLOCK_START = Buffer.from('secretlint-disable');
const BLOCK_MARK = /\bsecretlint-(disable|enable)\b(?!-)/g;

/** Longer lines are looked at near the secret only, in bytes: a mark stands in a comment of its line. */
const LINE_REACH = 2000;
const NEWLINE = 0x0a;

/** Whether a mark allows what stands at `bytes[start..end)`. */
export function isAllowedInline(bytes: Uint8Array, start: number, end: number): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lineStart = start === 0 ? 0 : content.lastIndexOf(NEWLINE, start - 1) + 1;
  const newline = content.indexOf(NEWLINE, end);
  const lineEnd = newline < 0 ? content.length : newline;
  const line = content.toString(
    'latin1',
    Math.max(lineStart, start - LINE_REACH),
    Math.min(lineEnd, end + LINE_REACH),
  );
  if (SAME_LINE.test(line)) return true;
  return LINE_BEFORE.test(lineBefore(content, lineStart)) || isInBlock(content, start);
}

function lineBefore(content: Buffer, lineStart: number): string {
  if (lineStart === 0) return '';
  const end = lineStart - 1;
  const start = end === 0 ? 0 : content.lastIndexOf(NEWLINE, end - 1) + 1;
  return content.toString('latin1', Math.max(start, end - LINE_REACH), end);
}

/** Whether the last word of secretlint before a place is that it is off. */
function isInBlock(content: Buffer, at: number): boolean {
  const before = content.subarray(0, at);
  if (before.indexOf(BLOCK_START) < 0) return false;
  const last = [...before.toString('latin1').matchAll(BLOCK_MARK)].at(-1);
  return last?.[1] === 'disable';
}
