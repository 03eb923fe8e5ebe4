/** Tests on single bytes, as tables: the inner loops of detection look up, they do not compare. */
/** A set of bytes: entry `b` is 1 when byte `b` is in it. */
export type ByteSet = Uint8Array;
/** Makes a set of the characters of an ASCII string. */
export declare function byteSet(characters: string): ByteSet;
/**
 * Every character that any credential format uses, and those of percent, JSON and HTML escapes, which may
 * stand for one of them: a run of these is what the sampler looks for.
 */
export declare const CREDENTIAL_BYTES: ByteSet;
/** The alphabets whose unbroken runs a rule may ask for by length. */
export type RunAlphabet = 'word' | 'base64';
/** The characters of each alphabet. */
export declare const ALPHABET_BYTES: Readonly<Record<RunAlphabet, ByteSet>>;
