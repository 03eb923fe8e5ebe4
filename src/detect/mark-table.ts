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
export type PlacedMark = { readonly mark: number; readonly offset: 0 | 1; readonly bytes: Uint8Array };

export const MAY_BE_MARK = 1;
export const MAY_BE_ESCAPE = 2;

const SHORTEST_MARK = 3;
const ESCAPE_STARTS = Buffer.from('%\\&');

/** Builds the table for ASCII texts; text `i` is mark `i`. @throws RangeError for a text of less than three bytes. */
export function buildMarkTable(texts: readonly string[]): MarkTable {
  const pairs = new Uint8Array(256 * 256);
  const marksOfPair = new Map<number, PlacedMark[]>();
  for (const offset of [1, 0] as const) {
    texts.forEach((text, mark) => {
      const bytes = Buffer.from(text, 'latin1');
      if (bytes.length < SHORTEST_MARK) throw new RangeError(`the mark "${text}" is too short`);
      const pair = bytes.readUInt16BE(offset);
      pairs[pair] = MAY_BE_MARK;
      marksOfPair.set(pair, [...(marksOfPair.get(pair) ?? []), { mark, offset, bytes }]);
    });
  }
  for (const start of ESCAPE_STARTS) {
    for (let other = 0; other < 256; other++) {
      pairs[(start << 8) | other] = (pairs[(start << 8) | other] as number) | MAY_BE_ESCAPE;
      pairs[(other << 8) | start] = (pairs[(other << 8) | start] as number) | MAY_BE_ESCAPE;
    }
  }
  return { pairs, marksOfPair };
}

/** Whether a mark stands at `bytes[start..]` and ends before `end`. */
export function standsAt(mark: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (start + mark.length > end) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[start + i] !== mark[i]) return false;
  return true;
}
