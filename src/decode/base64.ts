/** Base64, in both alphabets, on one line or wrapped over several. */
import { type Decoded, DecodedBuilder } from './decoded.ts';

const VALUES = makeValues();
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const EQUALS_SIGN = 0x3d;

/** Encoded lines are at least this long but for the last one: 60 in OpenSSL's oldest habit, 64, 76. */
const SHORTEST_WRAPPED_LINE = 60;
/** How much is decoded at once, in encoded characters. */
const MOST_CHARACTERS = 4 * 1024 * 1024;
/** Random base64 passes by accident less than once in 300 for 6 bytes, once in a million for 15. */
const FIRST_LOOK = 8;
const SECOND_LOOK = 20;

/** Whether the base64 at `start` begins like text: keys are leaked in encoded text, not in encoded images. */
export function beginsLikeText(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    decodesToText(bytes, start, FIRST_LOOK) &&
    decodesToText(bytes, start, Math.min(SECOND_LOOK, (end - start) & ~3))
  );
}

/** Decodes the block of base64 that begins at `start` and, where it is wrapped, goes on over the next lines. */
export function decodeBase64Block(bytes: Uint8Array, start: number, end: number): Decoded {
  const positions: number[] = [];
  for (let from = start, to = end; positions.length < MOST_CHARACTERS; ) {
    for (let i = from; i < to; i++) positions.push(i);
    if (to - from < SHORTEST_WRAPPED_LINE) break;
    const next = nextLineStart(bytes, to);
    if (next < 0 || valueAt(bytes, next) < 0) break;
    from = next;
    to = next;
    while (to < bytes.length && valueAt(bytes, to) >= 0) to++;
    // Else it is the name of the next setting or header.
    if (!endsText(bytes[behindPadding(bytes, to)])) break;
  }
  return decodePositions(bytes, positions);
}

/** Whether a byte may stand behind the last line of base64: the end of the line or of a text, nothing at all. */
function endsText(byte: number | undefined): boolean {
  return byte === undefined || byte <= SPACE || TEXT_ENDS.includes(byte);
}

const TEXT_ENDS = Buffer.from('"\'`<)]},;\\');

function behindPadding(bytes: Uint8Array, at: number): number {
  let i = at;
  while (bytes[i] === EQUALS_SIGN) i++;
  return i;
}

/**
 * Decodes what is around a place in base64, on one line or several.
 * @param place of the character at `at` within its group of four, 0 to 3.
 * @param reach how many characters to each side.
 */
export function decodeBase64Around(bytes: Uint8Array, at: number, place: number, reach: number): Decoded {
  const before = positionsBefore(bytes, at, reach);
  const misplaced = (before.length - place) & 3;
  return decodePositions(bytes, [...before.slice(misplaced), ...positionsFrom(bytes, at, reach)]);
}

function positionsBefore(bytes: Uint8Array, at: number, most: number): number[] {
  const positions: number[] = [];
  for (let i = at; positions.length < most; ) {
    if (valueAt(bytes, i - 1) >= 0) positions.push(--i);
    else {
      i = endOfLineBefore(bytes, i);
      if (i < 0) break;
    }
  }
  return positions.reverse();
}

function positionsFrom(bytes: Uint8Array, at: number, most: number): number[] {
  const positions: number[] = [];
  for (let i = at; positions.length < most; ) {
    if (valueAt(bytes, i) >= 0) positions.push(i++);
    else {
      const next = isWrappedAt(bytes, i) ? nextLineStart(bytes, i) : -1;
      if (next < 0 || valueAt(bytes, next) < 0) break;
      i = next;
    }
  }
  return positions;
}

function decodePositions(bytes: Uint8Array, positions: readonly number[]): Decoded {
  const decoded = new DecodedBuilder(Math.floor((positions.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let first = 0;
  for (const position of positions) {
    if (bitCount === 0) first = position;
    bits = ((bits << 6) | valueAt(bytes, position)) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    decoded.add((bits >> bitCount) & 0xff, first, position + 1);
    first = position;
  }
  return decoded.build();
}

function decodesToText(bytes: Uint8Array, start: number, characters: number): boolean {
  let bits = 0;
  let bitCount = 0;
  for (let i = start; i < start + characters; i++) {
    const value = valueAt(bytes, i);
    if (value < 0) return false;
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    const byte = (bits >> bitCount) & 0xff;
    if (byte > 0x7e || (byte < SPACE && byte !== NEWLINE && byte !== CARRIAGE_RETURN && byte !== TAB))
      return false;
  }
  return true;
}

/** The first byte of the next line that is no blank; -1 when something else stands behind `at` on its line. */
function nextLineStart(bytes: Uint8Array, at: number): number {
  let i = at;
  if (bytes[i] === CARRIAGE_RETURN) i++;
  if (bytes[i] !== NEWLINE) return -1;
  i++;
  while (bytes[i] === SPACE || bytes[i] === TAB) i++;
  return i;
}

/**
 * Where the line of base64 ends that is wrapped just before `start`; -1 when the line before is no such line.
 */
export function endOfLineBefore(bytes: Uint8Array, start: number): number {
  let end = start;
  while (bytes[end - 1] === SPACE || bytes[end - 1] === TAB) end--;
  if (bytes[end - 1] !== NEWLINE) return -1;
  end--;
  if (bytes[end - 1] === CARRIAGE_RETURN) end--;
  return isWrappedAt(bytes, end) ? end : -1;
}

/** Whether what ends at `end` is as long as a line of wrapped base64 is. */
function isWrappedAt(bytes: Uint8Array, end: number): boolean {
  for (let i = end - SHORTEST_WRAPPED_LINE; i < end; i++) if (valueAt(bytes, i) < 0) return false;
  return true;
}

function valueAt(bytes: Uint8Array, at: number): number {
  return VALUES[bytes[at] ?? 0] as number;
}

/** Both alphabets in one table; -1 for what is in neither. */
function makeValues(): Int8Array {
  const values = new Int8Array(256).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  values['-'.charCodeAt(0)] = 62;
  values['_'.charCodeAt(0)] = 63;
  return values;
}

/** A text that a fixed one always leaves in base64, and the place of its first character in its group of four. */
export type EncodedForm = { readonly text: string; readonly place: number };

/**
 * The forms of a fixed text in base64, one for each way that it can fall on the groups of three bytes; those
 * shorter than five characters say too little.
 */
export function encodedForms(text: string): EncodedForm[] {
  const forms: EncodedForm[] = [];
  for (let phase = 0; phase < 3; phase++) {
    const encoded = Buffer.from('\0'.repeat(phase) + text, 'latin1').toString('base64');
    const first = Math.ceil((phase * 8) / 6);
    const last = Math.floor(((phase + text.length) * 8) / 6);
    if (last - first >= SHORTEST_ENCODED_FORM) forms.push({ text: encoded.slice(first, last), place: first });
  }
  return forms;
}

const SHORTEST_ENCODED_FORM = 5;
