/** A set of bytes: entry `b` is 1 when byte `b` is in it. Inner loops look up, they do not compare. */
export type ByteSet = Uint8Array;
/** Makes a set of the characters of an ASCII string. */
export declare function byteSet(characters: string): ByteSet;
