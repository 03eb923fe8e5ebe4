/**
 * Marvin32, the keyed checksum inside Azure's identifiable and annotated keys.
 * Source: microsoft/security-utilities, `src/Microsoft.Security.Utilities.Core/Marvin.cs`.
 */

/** The two 32-bit halves of a Marvin hash. */
export type MarvinHash = { readonly low: number; readonly high: number };

/**
 * Hashes `data` with a seed.
 * @param seed 8 bytes, most significant first; Azure's seeds are 8 ASCII characters such as `Default0`.
 */
export function marvin(data: Uint8Array, seed: Uint8Array): MarvinHash {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const seedView = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
  let low = seedView.getUint32(4);
  let high = seedView.getUint32(0);

  const mix = (word: number): void => {
    low = (low + word) >>> 0;
    block();
  };
  const block = (): void => {
    high = (high ^ low) >>> 0;
    low = (rotateLeft(low, 20) + high) >>> 0;
    high = (rotateLeft(high, 9) ^ low) >>> 0;
    low = (rotateLeft(low, 27) + high) >>> 0;
    high = rotateLeft(high, 19);
  };

  const wholeWords = data.length & ~3;
  for (let i = 0; i < wholeWords; i += 4) mix(view.getUint32(i, true));
  let tail = 0x80;
  for (let i = data.length - 1; i >= wholeWords; i--) tail = ((tail << 8) | view.getUint8(i)) >>> 0;
  mix(tail);
  block();
  return { low, high };
}

/** The 32-bit form: both halves folded together. */
export function marvin32(data: Uint8Array, seed: Uint8Array): number {
  const { low, high } = marvin(data, seed);
  return (low ^ high) >>> 0;
}

function rotateLeft(value: number, bits: number): number {
  return ((value << bits) | (value >>> (32 - bits))) >>> 0;
}
