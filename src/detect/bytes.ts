/** Tests on single bytes, as tables: the inner loops of detection look up, they do not compare. */

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A set of bytes: entry `b` is 1 when byte `b` is in it. */
export type ByteSet = Uint8Array;

/** Makes a set of the characters of an ASCII string. */
export function byteSet(characters: string): ByteSet {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(characters, 'latin1')) set[byte] = 1;
  return set;
}

/**
 * Every character that any credential format uses, and those of percent, JSON and HTML escapes, which may
 * stand for one of them: a run of these is what the sampler looks for.
 */
export const CREDENTIAL_BYTES = byteSet(`${ALPHANUMERIC}_-+/.~%\\&#;`);

/** The alphabets whose unbroken runs a rule may ask for by length. */
export type RunAlphabet = 'word' | 'base64';

/** For each byte a set of bits: which alphabets it ends a run of, and whether it may begin an escape. */
export const ENDS_WORD = 1;
export const ENDS_BASE64 = 2;
export const BEGINS_ESCAPE = 4;
export const BYTE_KINDS = makeByteKinds();

function makeByteKinds(): Uint8Array {
  const word = byteSet(`${ALPHANUMERIC}_-`);
  const base64 = byteSet(`${ALPHANUMERIC}+/`);
  const escapeStart = byteSet('%\\&');
  return Uint8Array.from(
    word,
    (inWord, byte) =>
      (inWord === 1 ? 0 : ENDS_WORD) |
      (base64[byte] === 1 ? 0 : ENDS_BASE64) |
      (escapeStart[byte] === 1 ? BEGINS_ESCAPE : 0),
  );
}
