/** Shorter names of files, folders and refs, in bytes, hold no credential. */
export const SHORTEST_NAME = 20;

/**
 * Tells which contents are worth a second look. The readers know no rule: this is all that they ask. Any
 * answer may err on the side of yes, none on the side of no.
 */
export type ContentScreen = {
  /** How far from a change, in bytes, a candidate may lie that it brought. */
  readonly reach: number;
  /** How far from a change, in bytes, a candidate may lie that it brought, or whose surroundings it changed. */
  readonly contextReach: number;
  /**
   * Whether a content has to be looked at as a whole, for what no part of it tells: another encoding, an archive.
   * `bytes[start..end)` is what is not known of it yet.
   */
  readonly concernsWhole: (bytes: Uint8Array, start: number, end: number) => boolean;
  /**
   * Whether the change `bytes[start..end)` may concern a candidate however far away, so that a content with
   * candidates has to be looked at as a whole.
   */
  readonly concernsCandidates: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** Looks at a whole content. */
  readonly inspect: (bytes: Uint8Array) => ScreenVerdict;
  /**
   * Looks at what a change can have made of a content that held no finding before.
   * @param start the change is `bytes[start..end)`; empty where something was taken out.
   * @param heldCandidate whether the content held a candidate before: its surroundings may have changed.
   */
  readonly inspectChange: (
    bytes: Uint8Array,
    start: number,
    end: number,
    heldCandidate: boolean,
  ) => ScreenVerdict;
};

/** `candidate`: detection looked closer at something, and it was nothing; `finding`: it was, at some path at least. */
export type ScreenVerdict = 'nothing' | 'candidate' | 'finding';
