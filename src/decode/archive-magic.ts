/** Tells archives by how they begin; apart from unpacking, which is loaded only when there is one. */

const TAR_MAGIC_AT = 257;
const TAR_MAGIC = [0x75, 0x73, 0x74, 0x61, 0x72];
/** Only bytes before this tell whether content is an archive. */
export const ARCHIVE_MAGIC_END = TAR_MAGIC_AT + TAR_MAGIC.length;

/** Whether content begins like an archive that can be unpacked. */
export function isArchive(bytes: Uint8Array): boolean {
  return isGzip(bytes) || isZip(bytes) || isTar(bytes);
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** Also `.docx`, `.xlsx`, `.jar`, `.whl`, `.nupkg`. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export function isTar(bytes: Uint8Array): boolean {
  return TAR_MAGIC.every((byte, index) => bytes[TAR_MAGIC_AT + index] === byte);
}
