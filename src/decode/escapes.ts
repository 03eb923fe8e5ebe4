/**
 * Undoes percent encoding (also several times over), JSON, JavaScript and C escapes, and numeric HTML
 * entities, where they stand for a character that keys are made of.
 */
import { type Decoded, DecodedBuilder } from './decoded.ts';

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const HASH = 0x23;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const LOWER_U = 0x75;
const LOWER_X = 0x78;
const DIGIT_2 = 0x32;
const DIGIT_5 = 0x35;

/** What an escape sequence stands for, and how many bytes it takes. */
type Escape = { readonly byte: number; readonly length: number };

/** The escape sequence at `at`, when it stands for a printable ASCII character; else null. */
export function readEscape(bytes: Uint8Array, at: number): Escape | null {
  switch (bytes[at]) {
    case PERCENT:
      return readPercent(bytes, at);
    case BACKSLASH:
      return readBackslash(bytes, at);
    case AMPERSAND:
      return readEntity(bytes, at);
    default:
      return null;
  }
}

/** `bytes[start..end)` with every escape sequence undone. */
export function decodeEscapes(bytes: Uint8Array, start: number, end: number): Decoded {
  const decoded = new DecodedBuilder(end - start);
  for (let i = start; i < end; ) {
    const sequence = readEscape(bytes, i);
    if (sequence !== null && i + sequence.length <= end) {
      decoded.add(sequence.byte, i, i + sequence.length);
      i += sequence.length;
    } else {
      decoded.add(bytes[i] as number, i, i + 1);
      i += 1;
    }
  }
  return decoded.build();
}

/** `%2B`, `%252B`, `%25252B`. */
function readPercent(bytes: Uint8Array, at: number): Escape | null {
  let i = at + 1;
  while (
    bytes[i] === DIGIT_2 &&
    bytes[i + 1] === DIGIT_5 &&
    isHexDigit(bytes[i + 2]) &&
    isHexDigit(bytes[i + 3])
  )
    i += 2;
  return hexEscape(bytes, at, i, 2);
}

/** `\u002B`, `\x2B`, `\/`; behind any number of backslashes, as in JSON within JSON. */
function readBackslash(bytes: Uint8Array, at: number): Escape | null {
  let i = at + 1;
  while (bytes[i] === BACKSLASH) i += 1;
  if (bytes[i] === SLASH) return { byte: SLASH, length: i + 1 - at };
  if (bytes[i] === LOWER_U && bytes[i + 1] === 0x30 && bytes[i + 2] === 0x30)
    return hexEscape(bytes, at, i + 3, 2);
  return bytes[i] === LOWER_X ? hexEscape(bytes, at, i + 1, 2) : null;
}

/** `&#43;`, `&#x2B;`, `&amp;#43;`. */
function readEntity(bytes: Uint8Array, at: number): Escape | null {
  let i = at + 1;
  while (bytes[i] === 0x61 && bytes[i + 1] === 0x6d && bytes[i + 2] === 0x70 && bytes[i + 3] === SEMICOLON)
    i += 4;
  if (bytes[i] !== HASH) return null;
  i += 1;
  const isHex = bytes[i] === LOWER_X || bytes[i] === 0x58;
  if (isHex) i += 1;
  let code = 0;
  let digits = 0;
  for (; digits < 7; digits++, i++) {
    const digit = hexValue(bytes[i]);
    if (digit < 0 || (!isHex && digit > 9)) break;
    code = code * (isHex ? 16 : 10) + digit;
  }
  if (digits === 0 || bytes[i] !== SEMICOLON) return null;
  return printable(code, i + 1 - at);
}

function hexEscape(bytes: Uint8Array, at: number, digitsAt: number, digits: number): Escape | null {
  let code = 0;
  for (let i = digitsAt; i < digitsAt + digits; i++) {
    const digit = hexValue(bytes[i]);
    if (digit < 0) return null;
    code = code * 16 + digit;
  }
  return printable(code, digitsAt + digits - at);
}

function printable(code: number, length: number): Escape | null {
  return code > 0x20 && code < 0x7f ? { byte: code, length } : null;
}

function isHexDigit(byte: number | undefined): boolean {
  return hexValue(byte) >= 0;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
