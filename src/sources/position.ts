/** A place in text: line from 1, column in UTF-16 code units from 1. */
export type Position = { readonly line: number; readonly column: number };

export const START: Position = { line: 1, column: 1 };

const NEWLINE = 10;

/**
 * The position behind `bytes[start..end)`, when `bytes[start]` stands at `from`. Bytes count as UTF-8: the
 * first byte of a character counts 1, of a 4-byte one 2 (a surrogate pair), the others 0. So any cut of the
 * bytes, also inside a character, gives the same sum.
 */
export function advance(from: Position, bytes: Uint8Array, start: number, end: number): Position {
  let { line, column } = from;
  let lineStart = start;
  for (let at = bytes.indexOf(NEWLINE, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
    line += 1;
    column = 1;
    lineStart = at + 1;
  }
  for (let at = lineStart; at < end; at += 1) column += UTF16_UNITS[bytes[at] ?? 0] ?? 0;
  return { line, column };
}

/** How much each byte counts: a table, because a large binary file may be one line. */
const UTF16_UNITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ((byte & 0xc0) === 0x80) return 0;
  return byte >= 0xf0 ? 2 : 1;
});
