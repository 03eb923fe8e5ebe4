import { marvin32 } from './marvin.ts';

/**
 * The client secrets of Microsoft Entra ID applications that carry `8Q~`: 40 characters, the last three of
 * which are a checksum of the rest. Source: microsoft/security-utilities, `SEC101_156`, `IdentifiableMetadata.cs`.
 */
const BODY_LENGTH = 37;
const CHECKSUM_LENGTH = 3;
/** How many digits the whole checksum has, of which the secret carries the first. */
const DIGITS = 6;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';
const SEED = Buffer.from('AadPwd00', 'latin1');

/** Whether the last three characters are the checksum of the first 37. */
export function isEntraChecksumValid(secret: string): boolean {
  return (
    secret.length === BODY_LENGTH + CHECKSUM_LENGTH &&
    secret.slice(BODY_LENGTH) === entraChecksum(secret.slice(0, BODY_LENGTH))
  );
}

/** The three characters that belong behind a body of 37: the most significant digits, in base 66. */
export function entraChecksum(body: string): string {
  let value = marvin32(Buffer.from(body, 'latin1'), SEED);
  let digits = '';
  for (let i = 0; i < DIGITS; i++) {
    digits = ALPHABET.charAt(value % ALPHABET.length) + digits;
    value = Math.floor(value / ALPHABET.length);
  }
  return digits.slice(0, CHECKSUM_LENGTH);
}
