import { marvin32 } from './marvin.ts';

/**
 * Azure's "common annotated security key": 84 characters, or 88 in the long form.
 * Layout and checksum: microsoft/security-utilities, `IdentifiableSecrets.cs`, `Base62.cs`.
 */
const BODY_LENGTH = 80;
const SEED = Buffer.from('Default0', 'latin1');
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const YEAR_INDEX = 58;
const MONTH_INDEX = 59;
const FIRST_YEAR = 2024;

/** Whether the last four characters (six and `==` in the long form) are the checksum of the first 80. */
export function azureAnnotatedChecksum(key: string): 'valid' | 'mismatch' {
  const tail = key.slice(BODY_LENGTH);
  return annotatedChecksumTails(key.slice(0, BODY_LENGTH), tail.length > 4).includes(tail)
    ? 'valid'
    : 'mismatch';
}

/**
 * The tails that would make an 80-character body a valid key: the base64 form, which is what keys
 * found in the wild carry, and the base62 form of the current generator.
 */
export function annotatedChecksumTails(body: string, isLongForm: boolean): readonly [string, string] {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(marvin32(Buffer.from(body, 'base64'), SEED));
  const base64 = checksum.toString('base64');
  const base62 = encodeBase62(checksum);
  if (!isLongForm) return [base64.slice(0, 4), base62.slice(0, 4)];
  return [base64, Buffer.from(`${base62}==`, 'base64').toString('base64')];
}

/** Month of issue (`2025-03`), from the year and month characters; null when they are none. */
export function azureAnnotatedIssued(key: string): string | null {
  const year = BASE64.indexOf(key.charAt(YEAR_INDEX));
  const month = BASE64.indexOf(key.charAt(MONTH_INDEX));
  if (year < 0 || month < 0 || month > 11) return null;
  return `${FIRST_YEAR + year}-${String(month + 1).padStart(2, '0')}`;
}

/** Four bytes as one big-endian number in base 62, a `0` for each leading zero byte, filled up to six. */
function encodeBase62(bytes: Buffer): string {
  let value = bytes.readUInt32BE();
  let digits = '';
  while (value > 0) {
    digits = BASE62.charAt(value % 62) + digits;
    value = Math.floor(value / 62);
  }
  let leadingZeroBytes = 0;
  while (leadingZeroBytes < bytes.length && bytes[leadingZeroBytes] === 0) leadingZeroBytes++;
  return ('0'.repeat(leadingZeroBytes) + digits).padEnd(6, '0');
}
