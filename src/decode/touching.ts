/**
 * Texts of binary formats, which stand side by side with nothing between them: the bytes that say how long they are
 * may look like characters of a key, and so does what begins behind them.
 */
import { type Decoded, DecodedBuilder } from './decoded.ts';

/** A text `[start, end)`; `[nameStart, start)` is the text before it, where they touch. */
export type TouchingText = { readonly nameStart: number; readonly start: number; readonly end: number };

const SHORTEST_TEXT = 32;
/** What may follow a text behind its length byte: the marks of what comes next in compiled Python, for one. */
const MOST_BEHIND = 2;
/** A text of a binary format has what is no text right before it, or its type and length in between. */
const LOOK_BEFORE = 5;
const LOOK_BEHIND = 2;
const LONGEST_RUN = 400;

const SPACE = 0x20;
const EQUALS_SIGN = 0x3d;
const QUOTE = 0x22;
const UTF8_LEAD = 0xc0;
const ASCII_END = 0x80;

/**
 * What the texts within a run of characters of keys may be, in order each: several readings, of which one is right;
 * none unless it stands in binary content.
 */
export function readTouchingTexts(bytes: Uint8Array, start: number, end: number): TouchingText[][] {
  if (end - start > LONGEST_RUN) return [];
  const constant = constantOfPython(bytes, start, end);
  if (constant !== null) return [[constant]];
  if (!isBinaryAround(bytes, start, end)) return [];
  return [
    prefixedText(bytes, start - 1, start, end),
    prefixedText(bytes, start, start, end),
    // The letter that tells its type stands before the length.
    prefixedText(bytes, start + 1, start, end),
    recordCells(bytes, start, end),
    hexTexts(bytes, start, end),
  ].filter((texts) => texts.length > 0);
}

/**
 * The one of the short texts that stand side by side in compiled Python, each behind a `z` and its length, which a run
 * begins with: where all lengths are those of printable characters, nothing else tells that from text.
 */
function constantOfPython(bytes: Uint8Array, start: number, end: number): TouchingText | null {
  if (!isShortText(bytes[start - 2])) return null;
  const length = bytes[start - 1] ?? 0;
  const textEnd = start + length;
  if (length < SHORTEST_TEXT || textEnd >= end || !isShortText(bytes[textEnd])) return null;
  const next = bytes[textEnd + 1] ?? 0;
  return next > SPACE && next !== QUOTE ? { nameStart: start, start, end: textEnd } : null;
}

/** The marks of a short text of ASCII: https://github.com/python/cpython/blob/main/Python/marshal.c */
function isShortText(byte: number | undefined): boolean {
  return byte === 0x7a || byte === 0x5a;
}

/** `[from, to)` with the texts parted from what they touch, and each behind its name: `name="text"`. */
export function partTexts(
  bytes: Uint8Array,
  texts: readonly TouchingText[],
  from: number,
  to: number,
): Decoded {
  const builder = new DecodedBuilder(to - from + texts.length * 4);
  const insert = (byte: number, at: number) => builder.add(byte, at, at);
  let done = from;
  for (const { nameStart, start, end } of texts) {
    builder.addUnchanged(bytes, done, nameStart);
    insert(SPACE, nameStart);
    builder.addUnchanged(bytes, nameStart, start);
    if (nameStart < start) {
      insert(EQUALS_SIGN, start);
      insert(QUOTE, start);
    }
    builder.addUnchanged(bytes, start, end);
    insert(nameStart < start ? QUOTE : SPACE, end);
    done = end;
  }
  builder.addUnchanged(bytes, done, to);
  return builder.build();
}

/** Whether there are bytes next to a run that no text has: control characters, broken UTF-8. */
function isBinaryAround(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    hasNoText(bytes, Math.max(0, start - LOOK_BEFORE), start) ||
    hasNoText(bytes, end, Math.min(bytes.length, end + LOOK_BEHIND))
  );
}

function hasNoText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = BINARY[bytes[i] as number];
    if (kind !== TEXT && (kind === CONTROL || isBrokenUtf8(bytes, i))) return true;
  }
  return false;
}

const TEXT = 0;
const CONTROL = 1;
const NOT_ASCII = 2;
/**
 * For each byte whether it may be text. Control characters but for tab, line feed, form feed, carriage return, escape,
 * and what stands for characters of other scripts are not.
 */
const BINARY = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= ASCII_END) return NOT_ASCII;
  return byte < 0x09 || (byte > 0x0d && byte < SPACE && byte !== 0x1a && byte !== 0x1b) ? CONTROL : TEXT;
});

/** Whether a byte outside of ASCII stands where no character of UTF-8 has it. */
function isBrokenUtf8(bytes: Uint8Array, at: number): boolean {
  const isLead = (bytes[at] as number) >= UTF8_LEAD;
  const neighbor = bytes[isLead ? at + 1 : at - 1] ?? ASCII_END;
  return isLead ? neighbor < ASCII_END || neighbor >= UTF8_LEAD : neighbor < ASCII_END;
}

/** The text that the byte at `lengthAt` tells the length of: in pickles, compiled Python, MessagePack, protobuf. */
function prefixedText(bytes: Uint8Array, lengthAt: number, start: number, end: number): TouchingText[] {
  const length = bytes[lengthAt] ?? 0;
  const textStart = lengthAt + 1;
  const textEnd = textStart + length;
  const behind = end - textEnd;
  const isApart = textStart === start && behind <= 0;
  if (length < SHORTEST_TEXT || isApart || behind > MOST_BEHIND || !isPadding(bytes, end, textEnd)) return [];
  return [{ nameStart: textStart, start: textStart, end: Math.min(textEnd, end) }];
}

/** Whether a text that goes on behind its run has only the padding of base64 there. */
function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  if (to > from + 2) return false;
  for (let i = from; i < to; i++) if (bytes[i] !== EQUALS_SIGN) return false;
  return true;
}

/** A record's header and values may begin that far before a run. */
const RECORD_REACH = 120;
const LONGEST_HEADER = 40;

/**
 * The long texts of a record of SQLite that the run is a part of. A record begins with the length of its header,
 * which tells the type of each value; the values follow: https://www.sqlite.org/fileformat2.html#record_format
 */
function recordCells(bytes: Uint8Array, start: number, end: number): TouchingText[] {
  // The length of a header is no character of keys.
  for (let header = Math.max(0, start - RECORD_REACH); header < start; header++) {
    const length = bytes[header] as number;
    if (length < 2 || length > LONGEST_HEADER || !tellsLongText(bytes, header, length)) continue;
    const cells = cellsOfRecord(bytes, header, header + length).filter((cell) => {
      const isWithin = cell.start >= start && cell.end <= end && cell.end - cell.start >= SHORTEST_TEXT;
      return isWithin && (cell.start > start || cell.end < end);
    });
    if (cells.length > 0) return cells;
  }
  return [];
}

/** Whether one of the types in a header may be that of a long text. */
function tellsLongText(bytes: Uint8Array, header: number, length: number): boolean {
  for (let i = header + 1; i < header + length; i++) if ((bytes[i] ?? 0) >= TYPE_OF_HEX) return true;
  return false;
}

/** Where the texts of a record are; none when this is no record. */
function cellsOfRecord(bytes: Uint8Array, header: number, values: number): TouchingText[] {
  const cells: TouchingText[] = [];
  let valueStart = values;
  let before: number | null = null;
  for (let i = header + 1; i < values; ) {
    const first = bytes[i] as number;
    const isLong = first >= ASCII_END;
    const type = isLong ? ((first & 0x7f) << 7) | (bytes[i + 1] as number) : first;
    i += isLong ? 2 : 1;
    const length = lengthOfType(type);
    if (length === null || i > values) return [];
    const isText = type >= 13 && (type & 1) === 1;
    if (isText) cells.push({ nameStart: before ?? valueStart, start: valueStart, end: valueStart + length });
    before = isText ? valueStart : null;
    valueStart += length;
  }
  return cells;
}

const LENGTHS_OF_NUMBERS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** How many bytes a value of a type of SQLite takes; null for what is no type, or too long for two bytes. */
function lengthOfType(type: number): number | null {
  if (type >= 12) return type < 1 << 14 ? (type - (type & 1 ? 13 : 12)) >> 1 : null;
  return LENGTHS_OF_NUMBERS[type] ?? null;
}

const HEX_LENGTH = 32;
/** SQLite's type of a text of 32 characters. */
const TYPE_OF_HEX = 0x4d;
/** How far from the start of a run its type may be: the header ends there. */
const TYPE_REACH = 6;
const LOWER_HEX = /(?<![0-9a-f])[0-9a-f]{32,39}(?![0-9a-f])/g;
const UPPER_HEX = /(?<![0-9A-F])[0-9A-F]{32,39}(?![0-9A-F])/g;

/**
 * 32 hex characters with letters right before or behind them. Where such letters are hex digits as well, only if
 * something says that a text of 32 characters is there. SHA-1 and SHA-256 are longer.
 */
function hexTexts(bytes: Uint8Array, start: number, end: number): TouchingText[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  const typeAt = bytes.subarray(Math.max(0, start - TYPE_REACH), start + TYPE_REACH).indexOf(TYPE_OF_HEX);
  const namesStart = typeAt < 0 ? 0 : Math.max(0, typeAt + 1 - Math.min(start, TYPE_REACH));
  const texts: TouchingText[] = [];
  for (const { 0: digits, index } of [...text.matchAll(LOWER_HEX), ...text.matchAll(UPPER_HEX)]) {
    const before = trailingName(text.slice(namesStart, index));
    const followsName = /[A-Za-z]$/.test(before);
    const precedesWord = /^[A-Za-z]/.test(text.slice(index + digits.length));
    if (!followsName && !precedesWord) continue;
    if (digits.length > HEX_LENGTH && typeAt < 0) continue;
    const offset = followsName ? 0 : digits.length - HEX_LENGTH;
    const textStart = start + index + offset;
    const nameStart = textStart - (offset === 0 ? before.length : 0);
    texts.push({ nameStart, start: textStart, end: textStart + HEX_LENGTH });
  }
  return texts.sort((a, b) => a.start - b.start);
}

function trailingName(text: string): string {
  return /[\w.-]{0,80}$/.exec(text)?.[0] ?? '';
}
