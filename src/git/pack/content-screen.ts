/**
 * Tells which contents are worth a second look. The readers know no rule: this is all that they ask. Any
 * answer may err on the side of yes, none on the side of no.
 */
export type ContentScreen = {
  /**
   * How far, in bytes, what `holdsCandidate` says of a byte depends on the bytes around it: a candidate
   * farther than this from every change was there before, too.
   */
  readonly reach: number;
  /** Whether the content has to be looked at as a whole, for what no part of it tells: another encoding. */
  readonly concernsWhole: (bytes: Uint8Array) => boolean;
  /** Whether detection would look closer at anything in `bytes[start..end)`. */
  readonly holdsCandidate: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** Looks at a whole content. */
  readonly inspect: (bytes: Uint8Array) => ScreenVerdict;
};

/** `candidate`: detection looked closer at something, and it was nothing; `finding`: it was, at some path at least. */
export type ScreenVerdict = 'nothing' | 'candidate' | 'finding';
