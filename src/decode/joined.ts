/**
 * Texts that a program puts together: `"…" + "…"`, `"…" "…"`, `"…" . "…"`, a backslash or a caret at the
 * end of a line.
 */
import { byteSet } from './byte-set.ts';
import { type Decoded, DecodedBuilder } from './decoded.ts';
import { isBlank, LONGEST_GAP, LONGEST_INDENT, type Piece, QUOTES } from './joined-bytes.ts';
import {
  appendingJoiner,
  isJoinedList,
  LIST_JOINER,
  looksRandom,
  mayGoOnBefore,
  mayGoOnBehind,
} from './joined-list.ts';

const MOST_PIECES = 12;
const LONGEST_JOINER = 80;
/** How far behind the last piece its quote may be. */
const LONGEST_REST = 400;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
/** Entry `b` is 1 when byte `b` at the end of a line joins it with the next: in shells and C, and in cmd. */
const CONTINUING = byteSet('\\^');

/** What stands between two pieces, from the end of the first to the start of the second. */
const QUOTED_JOINER =
  /^\\?["'`](?:[ \t]{0,8}|[ \t]{0,8}(?:(?:\+|\.\.?|&|<>|\|\||~)[ \t]{0,8}(?:[\\`_][ \t]{0,4})?(?:\r?\n[ \t]{0,40})?|(?:(?:,?[ \t]?_|[\\`])[ \t]{0,4})?\r?\n[ \t]{0,40}(?:[+.&~][ \t]{0,8})?|\\n))[@$fbruFBRU]{0,2}\\?["'`]/;
const CONTINUATION = /^[\\^]\r?\n[ \t]{0,40}/;

/** Bytes that may stand between two quotes that join: blanks, line ends, operators, a continuation. */
const JOINING = byteSet(' \t\r\n+.&~<>|_\\');
/** Letters before a quote that say what kind of text begins there. */
const PREFIXES = byteSet('@$fbruFBRU');
/** Entry `b` is 1 for quotes, blanks, line ends and commas: what may be between pieces and is of no key. */
export const BETWEEN_PIECES = byteSet('"\'` \t\r\n,');

/**
 * Whether a piece may begin behind a quote, blank or comma at `at`; not where blanks lead to a word, as most do. This is
 * asked of every blank that the sampler meets. Any character may stand behind the end of a line that goes on.
 */
export function mayBeBetween(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  if (QUOTES[byte] === 1) return true;
  if (byte === NEWLINE || byte === CARRIAGE_RETURN) {
    const before = bytes[at - 1] as number;
    if (CONTINUING[before] === 1 || before === CARRIAGE_RETURN) return true;
  }
  let i = at + 1;
  while (bytes[i] === SPACE) i++;
  const next = bytes[i] as number;
  return QUOTES[next] === 1 || JOINING[next] === 1;
}

/** Whether what joins stands behind or before a run, so that it may be a piece of a longer text. Cheap. */
export function mayBePiece(bytes: Uint8Array, start: number, end: number): boolean {
  if (QUOTES[bytes[end] as number] === 0 && QUOTES[bytes[start - 1] as number] !== 1)
    return continuesBehind(bytes, end) || continuesBefore(bytes, start);
  return joinsBehind(bytes, end) || joinsBefore(bytes, start) || mayBeItem(bytes, start, end);
}

/** Whether a run is in quotes, looks random, and may be an item of a list or be appended to. Cheap. */
export function mayBeItem(bytes: Uint8Array, start: number, end: number): boolean {
  if (QUOTES[bytes[end] as number] !== 1 || QUOTES[bytes[start - 1] as number] !== 1) return false;
  return (mayGoOnBehind(bytes, end) || mayGoOnBefore(bytes, start)) && looksRandom(bytes, start);
}

/** The start of the piece behind a joiner that `at` stands in; -1 when it stands in none. Cheap. */
export function pieceBehindJoiner(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (QUOTES[byte] === 1) {
    if (joinsBefore(bytes, at + 1) || isGivenLater(bytes, at + 1)) return at + 1;
    if (joinsBehind(bytes, at)) return nextQuote(bytes, at + 1) + 1;
    return mayGoOnBehind(bytes, at) ? givenPiece(bytes, at + 1) : -1;
  }
  if (byte === COMMA) {
    const item = quoteBehind(bytes, at + 1);
    return item >= 0 && isGivenLater(bytes, item + 1) ? item + 1 : -1;
  }
  if (JOINING[byte] === 0) return -1;
  const next = startOfNextLine(bytes, byte === BACKSLASH ? at + 1 : at);
  if (next >= 0 && continuesBefore(bytes, next)) return next;
  const opening = quoteBehind(bytes, at + 1);
  if (opening < 0) return -1;
  return joinsBefore(bytes, opening + 1) || isGivenLater(bytes, opening + 1) ? opening + 1 : -1;
}

/** The start of the next text in quotes, when it may be joined with one before. */
function givenPiece(bytes: Uint8Array, from: number): number {
  const opening = nextQuote(bytes, from);
  return opening >= 0 && isGivenLater(bytes, opening + 1) ? opening + 1 : -1;
}

/** The place of the next quote, whatever stands before it; -1 when it is too far. */
function nextQuote(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < from + LONGEST_GAP && QUOTES[bytes[i] as number] === 0) i++;
  return QUOTES[bytes[i] as number] === 1 ? i : -1;
}

/** Whether what begins at `start` in quotes looks random, and may be joined with a text before. */
function isGivenLater(bytes: Uint8Array, start: number): boolean {
  return looksRandom(bytes, start) && mayGoOnBefore(bytes, start);
}

/** -1 when no line ends at `at`. */
function startOfNextLine(bytes: Uint8Array, at: number): number {
  const newline = bytes[at] === CARRIAGE_RETURN ? at + 1 : at;
  return bytes[newline] === NEWLINE ? newline + 1 : -1;
}

/** The place of the next quote, when only what joins stands before it; else -1. */
function quoteBehind(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < from + LONGEST_GAP && JOINING[bytes[i] as number] === 1) i++;
  return QUOTES[bytes[i] as number] === 1 ? i : -1;
}

function joinsBehind(bytes: Uint8Array, end: number): boolean {
  if (continuesBehind(bytes, end)) return true;
  if (QUOTES[bytes[end] as number] !== 1) return false;
  let i = end + 1;
  while (i < end + LONGEST_GAP && JOINING[bytes[i] as number] === 1) i++;
  if (PREFIXES[bytes[i] as number] === 1) i++;
  if (QUOTES[bytes[i] as number] !== 1) return false;
  return isKeyByte(bytes[i + 1] as number);
}

function joinsBefore(bytes: Uint8Array, start: number): boolean {
  if (QUOTES[bytes[start - 1] as number] !== 1) return continuesBefore(bytes, start);
  let i = start - 2;
  while (i > start - LONGEST_GAP && JOINING[bytes[i] as number] === 1) i--;
  if (i <= 0 || QUOTES[bytes[i] as number] !== 1) return false;
  return isKeyByte(bytes[i - 1] as number) || bytes[i - 1] === BACKSLASH;
}

/** Whether a line goes on in the next one right behind `end`. A backslash is of the alphabet of runs. */
function continuesBehind(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1] === BACKSLASH ? end - 1 : end;
  return CONTINUING[bytes[last] as number] === 1 && startOfNextLine(bytes, last + 1) >= 0;
}

/** Whether the line before goes on right at `start`. */
function continuesBefore(bytes: Uint8Array, start: number): boolean {
  let i = start - 1;
  while (i > start - LONGEST_INDENT && (bytes[i] === SPACE || bytes[i] === TAB)) i--;
  if (bytes[i] !== NEWLINE) return false;
  i--;
  if (bytes[i] === CARRIAGE_RETURN) i--;
  return CONTINUING[bytes[i] as number] === 1;
}

/** Of the alphabets of keys. */
function isKeyByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (byte >= 0x2b && byte <= 0x39 && byte !== 0x2c) ||
    byte === 0x5f ||
    byte === 0x7e
  );
}

/** Texts that are given one behind another, and whether a program puts them together. */
export type Pieces = { readonly pieces: readonly Piece[]; readonly isJoined: boolean };

type Joiner = (text: string) => RegExpExecArray | null;

const betweenPieces: Joiner = (text) =>
  QUOTED_JOINER.exec(text) ?? CONTINUATION.exec(text) ?? appendingJoiner(text);
const betweenItems: Joiner = (text) => LIST_JOINER.exec(text) ?? betweenPieces(text);

/** The pieces that a program would put together with `[start, end)`, in order; empty when there is none. */
export function findPieces(
  bytes: Uint8Array,
  start: number,
  end: number,
  isPieceByte: (byte: number) => boolean,
): readonly Piece[] {
  return piecesAround(bytes, start, end, isPieceByte, betweenPieces);
}

/** The items of a list that `[start, end)` is one of, and whether they are put together; empty when there is no other. */
export function findItems(
  bytes: Uint8Array,
  start: number,
  end: number,
  isPieceByte: (byte: number) => boolean,
): Pieces {
  const pieces = piecesAround(bytes, start, end, isPieceByte, betweenItems);
  return { pieces, isJoined: pieces.length > 0 && isJoinedList(bytes, pieces) };
}

function piecesAround(
  bytes: Uint8Array,
  start: number,
  end: number,
  isPieceByte: (byte: number) => boolean,
  joiner: Joiner,
): readonly Piece[] {
  const pieces: Piece[] = [trimContinuation(bytes, { start, end })];
  extendForward(bytes, pieces, isPieceByte, joiner);
  extendBackward(bytes, pieces, isPieceByte, joiner);
  return pieces.length === 1 ? [] : pieces;
}

/**
 * Whether something other than their place says that pieces belong together: an operator, a new line, a call. Two
 * arguments of a command stand side by side as well.
 */
export function areJoined(bytes: Uint8Array, pieces: readonly Piece[]): boolean {
  return pieces.every(({ start }, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return true;
    const joiner = latin1(bytes, before.end, start);
    const quotes = joiner.match(/["'`]/g) ?? [];
    return /[^\s"'`]|\n/.test(joiner) && quotes[0] === quotes.at(-1);
  });
}

/** The text that pieces make, between what stands in `[from, to)` before the first and behind the last. */
export function joinPieces(bytes: Uint8Array, pieces: readonly Piece[], from: number, to: number): Decoded {
  const builder = new DecodedBuilder(to - from);
  builder.addUnchanged(bytes, from, pieces[0]?.start ?? to);
  for (const piece of pieces) builder.addUnchanged(bytes, piece.start, piece.end);
  builder.addUnchanged(bytes, pieces.at(-1)?.end ?? to, to);
  return builder.build();
}

function extendForward(
  bytes: Uint8Array,
  pieces: Piece[],
  isPieceByte: (byte: number) => boolean,
  joiner: Joiner,
): void {
  while (pieces.length < MOST_PIECES) {
    const last = pieces.at(-1);
    if (!last) return;
    const text = latin1(bytes, last.end, last.end + LONGEST_JOINER);
    const match = joiner(text);
    if (!match) return;
    const start = last.end + match[0].length;
    let end = start;
    while (end < bytes.length && isPieceByte(bytes[end] as number)) end++;
    if (end === start || !isClosed(bytes, bytes[start - 1] as number, end)) return;
    pieces.push(trimContinuation(bytes, { start, end }));
  }
}

/** Whether a text that `quote` opens ends on its line; what is not in quotes has no end to look for. */
function isClosed(bytes: Uint8Array, quote: number, from: number): boolean {
  if (QUOTES[quote] !== 1) return true;
  for (let i = from; i < from + LONGEST_REST && i < bytes.length && bytes[i] !== NEWLINE; i++)
    if (bytes[i] === quote) return true;
  return false;
}

function extendBackward(
  bytes: Uint8Array,
  pieces: Piece[],
  isPieceByte: (byte: number) => boolean,
  joiner: Joiner,
): void {
  while (pieces.length < MOST_PIECES) {
    const first = pieces[0];
    if (!first) return;
    const end = endOfPieceBefore(bytes, first.start, joiner);
    let start = end;
    while (start > 0 && isPieceByte(bytes[start - 1] as number)) start--;
    if (start === end) return;
    pieces.unshift({ start, end });
  }
}

/** Where the piece before one that begins at `start` ends; 0 when nothing joins there. */
function endOfPieceBefore(bytes: Uint8Array, start: number, joiner: Joiner): number {
  const least = Math.max(0, start - LONGEST_JOINER);
  const isQuoted = QUOTES[bytes[start - 1] as number] === 1;
  let tries = isQuoted ? MOST_TRIES : 1;
  for (let end = start - 1; end > least && tries > 0; end--) {
    const byte = bytes[end] as number;
    if (isQuoted ? QUOTES[byte] === 0 || end === start - 1 : isBlank(byte)) continue;
    tries--;
    const from = isQuoted && bytes[end - 1] === BACKSLASH ? end - 1 : end;
    const text = latin1(bytes, from, start);
    if (joiner(text)?.[0].length === text.length) return from;
  }
  return 0;
}

/** How many quotes before a piece are tried: its own, also escaped, and the one that ends the piece before. */
const MOST_TRIES = 2;

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
