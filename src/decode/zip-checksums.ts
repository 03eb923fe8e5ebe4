const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/**
 * The CRC-32 of each entry of a zip, in the order of its directory, which is that in which they are unpacked. Ends at
 * what is no entry, and is empty for a zip of 64 bits.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16.
 */
export function zipChecksums(zip: Uint8Array): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const checksums: number[] = [];
  let end = zip.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < first) return checksums;
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_LENGTH <= zip.length && view.getUint32(at, true) === ENTRY) {
    checksums.push(view.getUint32(at + 16, true));
    const variable =
      view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += ENTRY_LENGTH + variable;
  }
  return checksums;
}
