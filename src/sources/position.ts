/** A place in text: line from 1, column in UTF-16 code units from 1. */
export type Position = { readonly line: number; readonly column: number };

export const START: Position = { line: 1, column: 1 };

const NEWLINE = 10;

/**
 * The position behind `bytes[start..end)`, when `bytes[start]` stands at `from`. Bytes count as UTF-8: the
 * first byte of a character counts 1, of a 4-byte one 2 (a surrogate pair), the others 0. So any cut of the
 * bytes, also inside a character, gives the same sum. A byte order mark at the start of the content counts nothing.
 */
export function advance(from: Position, bytes: Uint8Array, start: number, end: number): Position {
  let { line, column } = from;
  let lineStart = start;
  // Of nobody's editor is a byte order mark a column.
  if (line === 1 && column === 1 && start < byteOrderMarkLength(bytes))
    lineStart = Math.min(end, byteOrderMarkLength(bytes));
  for (let at = bytes.indexOf(NEWLINE, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
    line += 1;
    column = 1;
    lineStart = at + 1;
  }
  for (let at = lineStart; at < end; at += 1) column += UTF16_UNITS[bytes[at] ?? 0] ?? 0;
  return { line, column };
}

function byteOrderMarkLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? 2 : 0;
}

/** How much each byte counts: a table, because a large binary file may be one line. */
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ((byte & 0xc0) === 0x80) return 0;
  return byte >= 0xf0 ? 2 : 1;
});
