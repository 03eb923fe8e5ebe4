/** UTF-16 text, in files that are nothing else and within binary ones. */
import { type Decoded, DecodedBuilder } from './decoded.ts';

export type Utf16Region = { readonly decoded: Decoded; readonly encoding: 'utf-16le' | 'utf-16be' };

const BLOCK = 4096;
/** ASCII text in UTF-16 is half zero bytes; other scripts with keys among them are less. */
const LEAST_ZERO_SHARE = 0.3;
/** What stands for a character outside of ASCII: it belongs to no key, and is no blank. */
const OTHER_CHARACTER = 0x1a;

/** The stretches of content that look like UTF-16, decoded; none in content without zero bytes. */
export function findUtf16(bytes: Uint8Array): Utf16Region[] {
  if (bytes.indexOf(0) < 0) return [];
  const regions: Utf16Region[] = [];
  for (let start = 0; start < bytes.length; ) {
    const order = byteOrder(bytes, start);
    if (order === null) {
      start += BLOCK;
      continue;
    }
    let end = start + BLOCK;
    while (end < bytes.length && byteOrder(bytes, end) === order) end += BLOCK;
    // A block to each side: a text does not begin and end where a block does.
    const from = Math.max(0, start - BLOCK);
    regions.push(decodeUtf16(bytes, from, Math.min(bytes.length, end + BLOCK), order));
    start = end;
  }
  return regions;
}

/** Which bytes of a block's characters are the zeros: the second ones (little-endian) or the first ones. */
function byteOrder(bytes: Uint8Array, start: number): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, start + BLOCK);
  if (start === 0 && markLength(bytes) > 0) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  let even = 0;
  let odd = 0;
  for (let i = start; i < end; i++) {
    if (bytes[i] !== 0) continue;
    if ((i & 1) === 0) even++;
    else odd++;
  }
  const least = ((end - start) / 2) * LEAST_ZERO_SHARE;
  if (odd > least && odd > 2 * even) return 'utf-16le';
  return even > least && even > 2 * odd ? 'utf-16be' : null;
}

/** Of a byte order mark, which is no character. */
function markLength(bytes: Uint8Array): number {
  const isMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isMark ? 2 : 0;
}

function decodeUtf16(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: 'utf-16le' | 'utf-16be',
): Utf16Region {
  const builder = new DecodedBuilder((end - start + 1) >> 1);
  for (let i = start + (start === 0 ? markLength(bytes) : 0); i + 1 < end; i += 2) {
    const [low, high] = encoding === 'utf-16le' ? [bytes[i], bytes[i + 1]] : [bytes[i + 1], bytes[i]];
    builder.add(high === 0 ? (low as number) : OTHER_CHARACTER, i, i + 2);
  }
  return { decoded: builder.build(), encoding };
}
