import type { ChangedRanges } from './delta.ts';

/** Looks at the contents of a delta family, from its base down. */
export type FamilyVisitor<State> = {
  /** Gets what a delta changed, for `enter`. */
  readonly changed: ChangedRanges;
  /**
   * Looks at a content, and notes in the table what came of it. The bytes are valid only during the call.
   * @param parent what this returned for the content that this one is built on, all of which but `changed` it took
   *   over; null: nothing is known of it.
   */
  readonly enter: (entry: number, bytes: Buffer, parent: State | null) => State;
};
