import { lazyZlib } from '../../builtin-modules.ts';

/**
 * The personal access tokens that Azure DevOps issued until 2024: 52 characters of base32, 32 bytes, four of which
 * are a checksum of the others. Source: microsoft/security-utilities, `SEC101_102_AdoPat.cs`, `Crc32.cs`.
 */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 52;
/** Where the bytes of the checksum stand, the least significant first. */
const CHECKSUM_PLACES = [22, 8, 7, 2];
/** What the checksum is combined with: for tokens of people, and for those of applications. */
const MASKS = [0xe0b9692d, 0x1019f92e];

/** Whether the checksum inside a token is that of its other bytes. */
export function isDevOpsChecksumValid(token: string): boolean {
  if (token.length !== LENGTH) return false;
  const bytes = decodeBase32(token);
  const written = CHECKSUM_PLACES.reduce((sum, place, i) => sum + (bytes[place] ?? 0) * 256 ** i, 0);
  return MASKS.some((mask) => checksumOf(bytes, mask) === written);
}

/** Makes 52 characters into a token of a person, by putting the checksum in its places. */
export function completeDevOpsToken(body: string): string {
  const bytes = decodeBase32(body);
  const checksum = checksumOf(bytes, MASKS[0] ?? 0);
  CHECKSUM_PLACES.forEach((place, i) => {
    bytes[place] = (checksum >>> (8 * i)) & 0xff;
  });
  // The last character holds the last bit of the last byte, and four bits of none.
  return encodeBase32(bytes) + body.slice(-1);
}

function checksumOf(bytes: Uint8Array, mask: number): number {
  return (lazyZlib().crc32(bytes.filter((_, place) => !CHECKSUM_PLACES.includes(place))) ^ mask) >>> 0;
}

/** The whole bytes; bits that are left over are dropped. */
function decodeBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let bitCount = 0;
  for (const character of text) {
    bits = (bits << 5) | BASE32.indexOf(character);
    bitCount += 5;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes.push((bits >> bitCount) & 0xff);
    bits &= (1 << bitCount) - 1;
  }
  return Uint8Array.from(bytes);
}

/** The whole characters; bits that are left over are dropped. */
function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      text += BASE32.charAt((bits >> bitCount) & 31);
    }
    bits &= (1 << bitCount) - 1;
  }
  return text;
}
