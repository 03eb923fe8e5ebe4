/**
 * Finds short fixed texts ("marks") in bytes. Every text of three bytes and more covers two bytes that begin at an even
 * place, so it is enough to look every other pair of bytes up in a table; unlike the steps of an automaton, no
 * look-up has to wait for the one before it.
 */
export type MarkTable = {
    /** For every pair of bytes, `pairs[first << 8 | second]`: `MAY_BE_MARK`, `MAY_BE_ESCAPE`, both or 0. */
    readonly pairs: Uint8Array;
    /** By the same number, the marks that hold the pair at their first or second byte. */
    readonly marksOfPair: ReadonlyMap<number, readonly PlacedMark[]>;
};
/** A mark that begins `offset` bytes before a pair; those with the larger offset come first. */
export type PlacedMark = {
    readonly mark: number;
    readonly offset: 0 | 1;
    readonly bytes: Uint8Array;
};
export declare const MAY_BE_MARK = 1;
export declare const MAY_BE_ESCAPE = 2;
/** Builds the table for ASCII texts; text `i` is mark `i`. @throws RangeError for a text of less than three bytes. */
export declare function buildMarkTable(texts: readonly string[]): MarkTable;
/** Whether a mark stands at `bytes[start..]` and ends before `end`. */
export declare function standsAt(mark: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean;
