/**
 * The checksums inside Azure's keys once more, from their published description
 * (microsoft/security-utilities: `Marvin.cs`, `IdentifiableSecrets.cs`, `Base62.cs`, `IdentifiableMetadata.cs`), in
 * arithmetic that shares nothing with `src/detect/checksums`: big integers in place of 32-bit ones, strings of bits
 * in place of buffers. What one gets wrong the other shows.
 */
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE66 = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';
const WORD = 32n;
const MASK = 0xffffffffn;

/** How an annotated key's checksum is written: by the first generator, or by the present one. */
export type AnnotatedForm = 'base64' | 'base62';

/**
 * Marvin in its 32-bit form.
 * @param seed 16 hex digits, or 8 ASCII characters.
 */
export function referenceMarvin32(data: readonly number[], seed: string): bigint {
  const seedHex = seed.length === 16 ? seed : Buffer.from(seed, 'latin1').toString('hex');
  let low = BigInt(`0x${seedHex.slice(8)}`);
  let high = BigInt(`0x${seedHex.slice(0, 8)}`);
  // The end is marked with a byte 0x80 and filled up to a word; a word of zeros comes last.
  const padded = [...data, 0x80];
  while (padded.length % 4 !== 0) padded.push(0);
  padded.push(0, 0, 0, 0);
  for (let at = 0; at < padded.length; at += 4) {
    const word = [3, 2, 1, 0].reduce((sum, i) => sum * 256n + BigInt(padded[at + i] ?? 0), 0n);
    low = (low + word) & MASK;
    high ^= low;
    low = (rotate(low, 20n) + high) & MASK;
    high = rotate(high, 9n) ^ low;
    low = (rotate(low, 27n) + high) & MASK;
    high = rotate(high, 19n);
  }
  return low ^ high;
}

/** An 84-character annotated key: the body of 80 characters, and its checksum in one of its two forms. */
export function annotatedKey(body: string, form: AnnotatedForm): string {
  return body + annotatedTail(body, form).slice(0, 4);
}

/** The long form of 88 characters. */
export function longAnnotatedKey(body: string, form: AnnotatedForm): string {
  const tail = annotatedTail(body, form);
  const last = BASE64.indexOf(tail.charAt(5));
  return `${body}${tail.slice(0, 5)}${BASE64.charAt(last - (last % 16))}==`;
}

/** Six characters: 32 bits, least significant byte first, as base64 or as one number in base 62. */
function annotatedTail(body: string, form: AnnotatedForm): string {
  const bits = littleEndianBits(referenceMarvin32(bytesOfBits(bitsOfText(body)), 'Default0'));
  if (form === 'base64') return textOfBits(`${bits}0000`);
  let value = BigInt(`0b${bits}`);
  let digits = '';
  for (; value > 0n; value /= 62n) digits = BASE62.charAt(Number(value % 62n)) + digits;
  const zeroBytes = Math.floor(bits.indexOf('1') / 8);
  return ('0'.repeat(zeroBytes) + digits).padEnd(6, '0');
}

/**
 * An identifiable key: its random text, the signature and the checksum behind it, which begins at the next whole byte.
 * @param seed 8 ASCII characters.
 */
export function identifiableKey(random: string, signature: string, seed: string): string {
  let bits = bitsOfText(random + signature);
  while (bits.length % 8 !== 0) bits += '0';
  bits += littleEndianBits(referenceMarvin32(bytesOfBits(bits), seed));
  const bytes = bits.length / 8;
  while (bits.length % 6 !== 0) bits += '0';
  return textOfBits(bits) + '='.repeat((3 - (bytes % 3)) % 3);
}

/** An Entra client secret of 40 characters: 37, and the first three of six digits in base 66. */
export function entraSecret(body: string): string {
  const bytes = [...body].map((character) => character.charCodeAt(0));
  const value = referenceMarvin32(bytes, 'AadPwd00');
  const digits = [5n, 4n, 3n].map((power) => BASE66.charAt(Number((value / 66n ** power) % 66n)));
  return body + digits.join('');
}

function rotate(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (WORD - by))) & MASK;
}

/** 32 bits, the least significant byte first, each byte from its most significant bit. */
function littleEndianBits(value: bigint): string {
  const bits = value.toString(2).padStart(32, '0');
  return [24, 16, 8, 0].map((at) => bits.slice(at, at + 8)).join('');
}

function bitsOfText(text: string): string {
  return [...text].map((character) => BASE64.indexOf(character).toString(2).padStart(6, '0')).join('');
}

function textOfBits(bits: string): string {
  return (bits.match(/.{6}/g) ?? []).map((six) => BASE64.charAt(Number.parseInt(six, 2))).join('');
}

function bytesOfBits(bits: string): number[] {
  return (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
}
