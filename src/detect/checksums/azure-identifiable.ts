import { marvin32 } from './marvin.ts';

/**
 * Azure's "identifiable" keys: random bytes, a signature of four characters, and a checksum of the bytes
 * before it. Layout and seeds: microsoft/security-utilities, `IdentifiableSecrets.cs`, `IdentifiableMetadata.cs`.
 */
const CHECKSUM_BYTES = 4;

/**
 * With which of the seeds the checksum of a key holds; null when it holds with none. Padding may be missing.
 * @param seeds 8 ASCII characters each; which one it is tells what the key is for.
 */
export function identifiableSeed(key: string, seeds: readonly string[]): string | null {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length <= CHECKSUM_BYTES || !isCanonical(key, bytes)) return null;
  const body = bytes.subarray(0, -CHECKSUM_BYTES);
  const checksum = bytes.readUInt32LE(body.length);
  return seeds.find((seed) => marvin32(body, Buffer.from(seed, 'latin1')) === checksum) ?? null;
}

/**
 * Puts the checksum behind a body that ends with the signature. Where the checksum does not begin with a
 * character of its own, the bits before it are zero, as the issuer leaves them.
 * @param isUrlSafe whether the key is written with `-` and `_` in place of `+` and `/`.
 */
export function completeIdentifiable(body: string, seed: string, isUrlSafe: boolean): string {
  const bodyLength = Math.ceil((body.length * 6) / 8);
  const bytes = Buffer.concat(
    [Buffer.from(`${body}A`, 'base64').subarray(0, bodyLength)],
    bodyLength + CHECKSUM_BYTES,
  );
  bytes.writeUInt32LE(marvin32(bytes.subarray(0, bodyLength), Buffer.from(seed, 'latin1')), bodyLength);
  const key = bytes.toString('base64');
  return isUrlSafe ? key.replaceAll('+', '-').replaceAll('/', '_') : key;
}

/** Whether the text is what an encoder makes of these bytes: the last character may hold unused bits. */
function isCanonical(key: string, bytes: Buffer): boolean {
  const text = key.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  return bytes.toString('base64').replace(/=+$/, '') === text;
}
