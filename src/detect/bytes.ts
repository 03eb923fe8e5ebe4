/** The bytes that detection looks for. */
import { type ByteSet, byteSet } from '../decode/byte-set.ts';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Every character that any credential format uses, and those of percent, JSON and HTML escapes, which may
 * stand for one of them: a run of these is what the sampler looks for.
 */
export const CREDENTIAL_BYTES = byteSet(`${ALPHANUMERIC}_-+/.~%\\&#;`);

/** The alphabets whose unbroken runs a rule may ask for by length. */
export type RunAlphabet = 'word' | 'base64';

/** The characters of each alphabet. */
export const ALPHABET_BYTES: Readonly<Record<RunAlphabet, ByteSet>> = {
  word: byteSet(`${ALPHANUMERIC}_-`),
  base64: byteSet(`${ALPHANUMERIC}+/`),
};
