/**
 * Comments that say of a place that what stands there may stand there: ours, and those of tools that teams already
 * have. A mark allows what is on its own line, on the next one, or from there on, as its tool defines it.
 */

/** On the line of the secret. Sources: the READMEs of gitleaks, betterleaks, trufflehog, detect-secrets and secretlint. */
const SAME_LINE =
  /\b(?:keypetrel|gitleaks|betterleaks):allow\b|\btrufflehog:ignore\b|\bkingfisher:ignore\b|\bpragma: ?(?:allow|white)list[ -]secret\b|\bsecretlint-disable-line\b/;
/** On the line before it. */
const LINE_BEFORE = /\bpragma: ?(?:allow|white)list[ -]nextline[ -]secret\b|\bsecretlint-disable-next-line\b/;
/** From its line on, until the same tool is told otherwise. In prose the word is no mark: it stands in a comment. */
const BLOCK_MARK = /(?:\/\/|\/\*|#|<!--|--|;)[ \t]{0,8}secretlint-(disable|enable)(?![\w-])/g;
const BLOCK_WORD = Buffer.from('secretlint-disable');

/** Longer lines are looked at near the secret only, in bytes: a mark stands in a comment of its line. */
const LINE_REACH = 2000;
/** A line that begins farther before a secret has none before it, in bytes. */
const LONGEST_LINE = 64 * 1024;
const NEWLINE = 0x0a;

/** Finds the marks in one content, or in a piece of one: a block that was begun in an earlier piece is not known. */
export class InlineMarks {
  readonly #content: Buffer;
  /** Where blocks begin and end, in the order of their places; read when it is first asked for. */
  #blocks: readonly BlockMark[] | null = null;

  constructor(bytes: Uint8Array) {
    this.#content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The mark that allows what stands at `[start..end)`, in bytes, as it is written; null when none does. */
  at(start: number, end: number): string | null {
    const content = this.#content;
    const lineStart = startOfLine(content, start, LONGEST_LINE);
    const from = Math.max(lineStart ?? 0, start - LINE_REACH);
    const behind = content.subarray(end, end + LINE_REACH);
    const newline = behind.indexOf(NEWLINE);
    const line = textOf(content, from, newline < 0 ? end + behind.length : end + newline);
    const here = SAME_LINE.exec(line);
    if (here !== null) return here[0];
    const before = lineStart === null ? null : LINE_BEFORE.exec(lineBefore(content, lineStart));
    return before?.[0] ?? this.#blockAt(start);
  }

  #blockAt(start: number): string | null {
    this.#blocks ??= readBlocks(this.#content);
    const last = this.#blocks.findLast(({ at }) => at < start);
    return last?.isStart === true ? 'secretlint-disable' : null;
  }
}

type BlockMark = { readonly at: number; readonly isStart: boolean };

function readBlocks(content: Buffer): BlockMark[] {
  if (content.indexOf(BLOCK_WORD) < 0) return [];
  const marks: BlockMark[] = [];
  for (const { index, 1: word } of content.toString('latin1').matchAll(BLOCK_MARK)) {
    const isStart = word === 'disable';
    // Only what changes something, so that each place is found among few.
    if ((marks.at(-1)?.isStart ?? false) !== isStart) marks.push({ at: index, isStart });
  }
  return marks;
}

/** Null when it is farther away than `most` bytes. */
function startOfLine(content: Buffer, at: number, most: number): number | null {
  const from = Math.max(0, at - most);
  const newline = content.subarray(from, at).lastIndexOf(NEWLINE);
  if (newline >= 0) return from + newline + 1;
  return from === 0 ? 0 : null;
}

function lineBefore(content: Buffer, lineStart: number): string {
  if (lineStart === 0) return '';
  const end = lineStart - 1;
  return textOf(content, startOfLine(content, end, LINE_REACH) ?? end - LINE_REACH, end);
}

/** In UTF-16 the characters of marks have a zero byte beside them. */
function textOf(content: Buffer, start: number, end: number): string {
  return content.toString('latin1', start, end).replaceAll('\0', '');
}
