/** The bytes that detection looks for. */
import { type ByteSet } from '../decode/byte-set.js';
/**
 * Every character that any credential format uses, and those of percent, JSON and HTML escapes, which may
 * stand for one of them: a run of these is what the sampler looks for.
 */
export declare const CREDENTIAL_BYTES: ByteSet;
/** The alphabets whose unbroken runs a rule may ask for by length. */
export type RunAlphabet = 'word' | 'base64';
/** The characters of each alphabet. */
export declare const ALPHABET_BYTES: Readonly<Record<RunAlphabet, ByteSet>>;
