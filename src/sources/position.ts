/** A place in text: line from 1, column in UTF-16 code units from 1. */
export type Position = { readonly line: number; readonly column: number };

export const START: Position = { line: 1, column: 1 };

const NEWLINE = 10;

/**
 * The position behind `bytes[start..end)`, when `bytes[start]` stands at `from`. Bytes count as UTF-8: the
 * first byte of a character counts 1, of a 4-byte one 2 (a surrogate pair), the others 0. So any cut of the
 * bytes, also inside a character, gives the same sum. What is no UTF-8 counts 1 a byte, as editors show it. A byte order
 * mark at the start of the content counts nothing.
 */
export function advance(from: Position, bytes: Uint8Array, start: number, end: number): Position {
  let { line, column } = from;
  let lineStart = start;
  const isCut = start === 0 && (line > 1 || column > 1);
  // Of nobody's editor is a byte order mark a column.
  if (line === 1 && column === 1 && start < byteOrderMarkLength(bytes))
    lineStart = Math.min(end, byteOrderMarkLength(bytes));
  for (let at = bytes.indexOf(NEWLINE, start); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) {
    line += 1;
    column = 1;
    lineStart = at + 1;
  }
  for (let at = lineStart; at < end; at += 1) column += unitsAt(bytes, at, isCut);
  return { line, column };
}

function byteOrderMarkLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? 2 : 0;
}

/** How many UTF-16 code units the byte at `at` adds. @param isCut whether a character may have begun before the bytes. */
function unitsAt(bytes: Uint8Array, at: number, isCut: boolean): number {
  const byte = bytes[at] as number;
  if (byte < FIRST_CONTINUATION) return 1;
  if (byte >= FIRST_LEAD) return byte >= FIRST_LEAD_OF_FOUR && isComplete(bytes, at) ? 2 : 1;
  for (let lead = at - 1; lead >= at - 3; lead--) {
    // What a cut took away is taken for the start of the character.
    if (lead < 0) return isCut ? 0 : 1;
    const before = bytes[lead] as number;
    if (before >= FIRST_LEAD) return at - lead < lengthOf(before) && isComplete(bytes, lead) ? 0 : 1;
    if (before < FIRST_CONTINUATION) return 1;
  }
  return 1;
}

const FIRST_CONTINUATION = 0x80;
const FIRST_LEAD = 0xc0;
const FIRST_LEAD_OF_THREE = 0xe0;
const FIRST_LEAD_OF_FOUR = 0xf0;

/** Whether a character's first byte has all others behind it, as far as the bytes go. */
function isComplete(bytes: Uint8Array, lead: number): boolean {
  const end = Math.min(bytes.length, lead + lengthOf(bytes[lead] as number));
  for (let i = lead + 1; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < FIRST_CONTINUATION || byte >= FIRST_LEAD) return false;
  }
  return true;
}

function lengthOf(lead: number): number {
  if (lead >= FIRST_LEAD_OF_FOUR) return 4;
  return lead >= FIRST_LEAD_OF_THREE ? 3 : 2;
}
