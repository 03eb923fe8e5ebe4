/**
 * Texts that a program puts together: `"…" + "…"`, `"…" "…"`, `"…" . "…"`, a backslash or a backtick at the
 * end of a line.
 */
import { type Decoded, DecodedBuilder } from './decoded.ts';

const MOST_PIECES = 12;
const LONGEST_JOINER = 80;
const QUOTES = byteTable('"\'`');
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What stands between two pieces, from the end of the first to the start of the second. */
const QUOTED_JOINER =
  /^\\?["'`][ \t]{0,8}(?:(?:\+|\.|&|\.\.|<>|\|\||~|,?[ \t]?_)?[ \t]{0,8}(?:[\\`_][ \t]{0,4})?(?:\r?\n[ \t]{0,40}(?:[+.&~][ \t]{0,8})?)?|\\n)[@$fbruFBRU]{0,2}\\?["'`]/;
const CONTINUATION = /^[\\`^]\r?\n[ \t]{0,40}/;

/** A piece `[start, end)`. */
export type Piece = { readonly start: number; readonly end: number };

/** Bytes that may stand between two quotes that join: blanks, line ends, operators, a continuation. */
const JOINING = byteTable(' \t\r\n+.&~<>|_\\');
const LONGEST_GAP = 60;

/**
 * Whether a run may be a piece of a longer key: what joins stands behind or before it, and it holds a
 * digit, as random text of this length does but for one time in 300. Cheap.
 */
export function mayBePiece(bytes: Uint8Array, start: number, end: number): boolean {
  return (joinsBehind(bytes, end) || joinsBefore(bytes, start)) && hasDigit(bytes, start, end);
}

function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if ((bytes[i] as number) >= 0x30 && (bytes[i] as number) <= 0x39) return true;
  return false;
}

function joinsBehind(bytes: Uint8Array, end: number): boolean {
  const behind = bytes[end] as number;
  if (behind === NEWLINE || behind === CARRIAGE_RETURN) return bytes[end - 1] === BACKSLASH;
  if (QUOTES[behind] === 0) return false;
  let i = end + 1;
  while (i < end + LONGEST_GAP && JOINING[bytes[i] as number] === 1) i++;
  return QUOTES[bytes[i] as number] === 1 || QUOTES[bytes[i + 1] as number] === 1;
}

function joinsBefore(bytes: Uint8Array, start: number): boolean {
  if (QUOTES[bytes[start - 1] as number] === 0) return false;
  let i = start - 2;
  while (i > start - LONGEST_GAP && JOINING[bytes[i] as number] === 1) i--;
  return i > 0 && QUOTES[bytes[i] as number] === 1;
}

/** The pieces that a program would put together with `[start, end)`, in order; empty when there is none. */
export function findPieces(
  bytes: Uint8Array,
  start: number,
  end: number,
  isPieceByte: (byte: number) => boolean,
): readonly Piece[] {
  const pieces: Piece[] = [trimContinuation(bytes, { start, end })];
  extendForward(bytes, pieces, isPieceByte);
  extendBackward(bytes, pieces, isPieceByte);
  return pieces.length === 1 ? [] : pieces;
}

/** The text that pieces make, between what stands in `[from, to)` before the first and behind the last. */
export function joinPieces(bytes: Uint8Array, pieces: readonly Piece[], from: number, to: number): Decoded {
  const builder = new DecodedBuilder(to - from);
  builder.addUnchanged(bytes, from, pieces[0]?.start ?? to);
  for (const piece of pieces) builder.addUnchanged(bytes, piece.start, piece.end);
  builder.addUnchanged(bytes, pieces.at(-1)?.end ?? to, to);
  return builder.build();
}

function extendForward(bytes: Uint8Array, pieces: Piece[], isPieceByte: (byte: number) => boolean): void {
  while (pieces.length < MOST_PIECES) {
    const last = pieces.at(-1);
    if (!last) return;
    const text = latin1(bytes, last.end, last.end + LONGEST_JOINER);
    const joiner = QUOTED_JOINER.exec(text) ?? CONTINUATION.exec(text);
    if (!joiner) return;
    const start = last.end + joiner[0].length;
    let end = start;
    while (end < bytes.length && isPieceByte(bytes[end] as number)) end++;
    if (end === start) return;
    pieces.push(trimContinuation(bytes, { start, end }));
  }
}

function extendBackward(bytes: Uint8Array, pieces: Piece[], isPieceByte: (byte: number) => boolean): void {
  while (pieces.length < MOST_PIECES) {
    const first = pieces[0];
    if (!first) return;
    const end = endOfPieceBefore(bytes, first.start);
    let start = end;
    while (start > 0 && isPieceByte(bytes[start - 1] as number)) start--;
    if (start === end) return;
    pieces.unshift({ start, end });
  }
}

/** Where the piece before one that begins at `start` ends; 0 when nothing joins there. */
function endOfPieceBefore(bytes: Uint8Array, start: number): number {
  let end = start - 1;
  const least = Math.max(0, start - LONGEST_GAP);
  if (QUOTES[bytes[end] as number] === 1) {
    end--;
    while (end > least && JOINING[bytes[end] as number] === 1) end--;
    if (QUOTES[bytes[end] as number] !== 1) return 0;
    if (bytes[end - 1] === BACKSLASH) end--;
  } else {
    while (end > least && isBlank(bytes[end] as number)) end--;
  }
  const joiner = latin1(bytes, end, start);
  const match = QUOTED_JOINER.exec(joiner) ?? CONTINUATION.exec(joiner);
  return match?.[0].length === joiner.length ? end : 0;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === NEWLINE || byte === CARRIAGE_RETURN;
}

/** A continuation's backslash is of the alphabet that escapes are of, and no part of the piece. */
function trimContinuation(bytes: Uint8Array, { start, end }: Piece): Piece {
  let trimmed = end;
  while (trimmed > start && bytes[trimmed - 1] === BACKSLASH) trimmed--;
  return { start, end: trimmed };
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    start,
    Math.min(end, bytes.length),
  );
}

/** Entry `b` is 1 when byte `b` is one of the characters. */
function byteTable(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
