/**
 * Texts in quotes that a call puts together: `["a", "b"].join("")`, `concat!("a", "b")`, `key += "b"`. Most lists of
 * texts are lists of words, so what is cheap is asked first: whether a piece looks random.
 */
import { byteSet } from './byte-set.ts';
import { isBlank, LONGEST_GAP, LONGEST_INDENT, type Piece, QUOTES } from './joined-bytes.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const EQUALS_SIGN = 0x3d;
const LESS_THAN = 0x3c;
const OPENING_PARENTHESIS = 0x28;
const CLOSING_PARENTHESIS = 0x29;
const DOT = 0x2e;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Between the items of a list. */
export const LIST_JOINER = /^\\?["'`][ \t]{0,8},[ \t]{0,8}(?:\r?\n[ \t]{0,40})?[@$fbruFBRU]{0,2}\\?["'`]/;

/** `"`, then on the next line `name += "`, `.=`, `<<`. */
const APPENDED =
  /^["'`][ \t]{0,4};?[ \t]{0,4}\r?\n[ \t]{0,40}[$@\w.]{1,60}[ \t]{0,4}(?:(?:[+.&~]|<>|\|\|)=|<<)[ \t]{0,4}[@$fbruFBRU]{0,2}["'`]/;
/** `").append("`, also in statements of their own. */
const CHAINED =
  /^["'`]\)?[ \t]{0,4}(?:;?[ \t]{0,4}\r?\n[ \t]{0,40}\w{0,40})?\.(?:append|concat|push_str)\([ \t]{0,4}["'`]/i;

/** What joins a text with one that is given later: the source from the end of the first to the start of the second. */
export function appendingJoiner(text: string): RegExpExecArray | null {
  return APPENDED.exec(text) ?? CHAINED.exec(text);
}

/** What joins the items behind it without anything between them. */
const JOINS_BEHIND =
  /(?:\bconcat!?|\bpaste0|\bstr|(["'])\1\s?\.join|-join|(?:\bimplode|\bjoin)\s?\(\s{0,4}(["'])\2\s{0,4},|\bEnum\.join|\bstrings\.Join|\bstring\.Concat)\s{0,4}[@([]{0,3}\s{0,4}(?:new\s?(?:string)?\[\]|\[\]string|array|qw|\[|\(|\{)?\s{0,4}[([{]?\s{0,40}["'`]$/i;
/** What joins the items before it. */
const JOINS_BEFORE =
  /^\\?["'`]\s{0,40},?\s{0,40}[\])}]{0,2}\s{0,40}(?:\??\.(?:join|joined|joinToString|mkString|concat)\b(?:\s{0,4}\(\s{0,4}(?:separator\s{0,2}[:=]\s{0,2})?(?:(["'`])\1)?\s{0,4}\))?(?!\s{0,4}\()|,\s{0,4}(["'])\2\s{0,4}\)|\s-join\s{0,4}(["'])\3|,\s{0,4}sep\s?=\s?(["'])\4)/;
const LOOK_BEFORE = 80;
const LOOK_BEHIND = 120;

/** Whether a list's items are put together with nothing between them. */
export function isJoinedList(bytes: Uint8Array, pieces: readonly Piece[]): boolean {
  const first = pieces[0]?.start ?? 0;
  const last = pieces.at(-1)?.end ?? 0;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const before = content.toString('latin1', Math.max(0, first - LOOK_BEFORE), first);
  if (JOINS_BEHIND.test(before)) return true;
  return JOINS_BEFORE.test(content.toString('latin1', last, Math.min(bytes.length, last + LOOK_BEHIND)));
}

/** Whether what ends at `end` in quotes may be joined with a text that is given later. Cheap. */
export function mayGoOnBehind(bytes: Uint8Array, end: number): boolean {
  let i = end + 1;
  if (bytes[i] === CLOSING_PARENTHESIS) i++;
  if (bytes[i] === DOT) return CALL_STARTS[bytes[i + 1] as number] === 1;
  if (bytes[i] === COMMA) {
    do i++;
    while (i < end + LONGEST_GAP && isBlank(bytes[i] as number));
    return QUOTES[bytes[i] as number] === 1;
  }
  const statement = nextStatement(bytes, i);
  if (statement < 0) return false;
  const name = skip(bytes, statement, NAME, LONGEST_NAME);
  return isAppending(bytes, skip(bytes, name, SPACES, MOST_SPACES));
}

/** Where the next line begins behind its indentation, when only the end of a statement stands before it; else -1. */
function nextStatement(bytes: Uint8Array, at: number): number {
  let i = skip(bytes, at, SPACES, MOST_SPACES);
  if (bytes[i] === SEMICOLON) i = skip(bytes, i + 1, SPACES, MOST_SPACES);
  if (bytes[i] === CARRIAGE_RETURN) i++;
  return bytes[i] === NEWLINE ? skip(bytes, i + 1, SPACES, LONGEST_INDENT) : -1;
}

function skip(bytes: Uint8Array, from: number, which: Uint8Array, most: number): number {
  let i = from;
  while (i < from + most && which[bytes[i] as number] === 1) i++;
  return i;
}

const MOST_SPACES = 4;
const LONGEST_NAME = 60;

/** Whether what begins at `start` in quotes may be joined with a text that was given before. Cheap. */
export function mayGoOnBefore(bytes: Uint8Array, start: number): boolean {
  let i = start - 2;
  while (i > start - LONGEST_GAP && isBlank(bytes[i] as number)) i--;
  if (bytes[i] === COMMA) {
    do i--;
    while (i > start - LONGEST_GAP && isBlank(bytes[i] as number));
    return QUOTES[bytes[i] as number] === 1;
  }
  return isAppending(bytes, i);
}

/** Whether `at` stands in or just before `+=`, `<<` or the `(` of `append(`. */
function isAppending(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number;
  if (byte === EQUALS_SIGN) return OPERATORS[bytes[at - 1] as number] === 1;
  if (byte === OPENING_PARENTHESIS) return CALL_ENDS[bytes[at - 1] as number] === 1;
  if (byte === LESS_THAN) return bytes[at - 1] === LESS_THAN || bytes[at + 1] === LESS_THAN;
  return OPERATORS[byte] === 1 && bytes[at + 1] === EQUALS_SIGN;
}

const OPERATORS = byteSet('+.&~|>');
const CALL_STARTS = byteSet('acpAC');
const CALL_ENDS = byteSet('dtr');
const SPACES = byteSet(' \t');
const NAME = byteSet('$@_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

const LEAST_DIGITS = 2;
const LOOK_FOR_DIGITS = 40;

/** Whether a piece has digits among its characters, as random ones have and words have not. */
export function looksRandom(bytes: Uint8Array, start: number): boolean {
  let digits = 0;
  for (let i = start; i < start + LOOK_FOR_DIGITS; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (QUOTES[byte] === 1 || byte === NEWLINE || byte === undefined) break;
    if (digits === LEAST_DIGITS) return true;
  }
  return false;
}
