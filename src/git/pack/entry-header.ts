/** Types of pack entries (https://git-scm.com/docs/gitformat-pack, "Object types"). */
export const COMMIT = 1;
export const TREE = 2;
export const BLOB = 3;
export const TAG = 4;
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

/** What stands before an entry's zlib stream. */
export type EntryHeader = {
  type: number;
  /** Length of the unpacked stream in bytes: of the content, or of the delta. */
  size: number;
  /** Length of the header, and of the base's name behind it. */
  length: number;
  /** `OFS_DELTA`: how far before this entry its base starts. */
  distance: number;
};

/** The longest header: a 64-bit size, and a SHA-256 id or a 64-bit distance. */
export const LONGEST_HEADER = 10 + 32;

/**
 * Reads the header at `bytes[at..]` into `header`, an object that is used again: there are millions.
 * A header that runs over the end of `bytes`, or of an unknown type, gets type 0.
 */
export function readEntryHeader(
  bytes: Uint8Array,
  start: number,
  hashLength: number,
  header: EntryHeader,
): void {
  let at = start;
  let byte = bytes[at++] ?? 0;
  header.type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let unit = 16; byte >= 0x80; unit *= 128) {
    byte = bytes[at++] ?? 0;
    size += (byte & 0x7f) * unit;
  }
  header.size = size;
  if (header.type === REF_DELTA) at += hashLength;
  else if (header.type === OFS_DELTA) {
    byte = bytes[at++] ?? 0;
    let distance = byte & 0x7f;
    while (byte >= 0x80) {
      byte = bytes[at++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 0x7f);
    }
    header.distance = distance;
  } else if (header.type === 0 || header.type === 5) header.type = 0;
  header.length = at - start;
  if (at > bytes.length || at - start > LONGEST_HEADER) header.type = 0;
}
