/** A set of bytes: entry `b` is 1 when byte `b` is in it. Inner loops look up, they do not compare. */
export type ByteSet = Uint8Array;

/** Makes a set of the characters of an ASCII string. */
export function byteSet(characters: string): ByteSet {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(characters, 'latin1')) set[byte] = 1;
  return set;
}
