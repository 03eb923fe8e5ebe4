import { BETWEEN_PIECES, mayBeBetween, mayBePiece, pieceBehindJoiner } from '../decode/joined.ts';
import { QUOTES } from '../decode/joined-bytes.ts';
import { CREDENTIAL_BYTES } from './bytes.ts';

/** The shortest unbroken run of credential characters that any rule looks at, in bytes. */
export const SHORTEST_RUN = 32;

const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;

/** The shortest piece of a key that is put together of several. */
const SHORTEST_PIECE = 3;

/**
 * Finds every run of at least 32 credential characters. It looks at every 32nd byte only: a run that
 * long covers at least one of them, so a byte outside the alphabet rules out 31 places at once.
 * @param onRun gets the byte range `[start, end)` of each run, in order.
 * @param onPiece gets shorter runs that seem to be joined with others to a longer text, such as
 *   `"…" + "…"`: of a text of 32 characters and more at least one.
 */
export function sampleRuns(
  bytes: Uint8Array,
  onRun: (start: number, end: number) => void,
  onPiece: (start: number, end: number) => void = () => {},
): void {
  const length = bytes.length;
  let previousEnd = 0;
  let position = SHORTEST_RUN - 1;
  while (position < length) {
    if (CREDENTIAL_BYTES[bytes[position] as number] === 0) {
      if (BETWEEN_PIECES[bytes[position] as number] === 1 && mayBeBetween(bytes, position)) {
        const piece = pieceBehindJoiner(bytes, position);
        if (piece >= 0) onPiece(piece, endOfRun(bytes, piece));
      }
      position += SHORTEST_RUN;
      continue;
    }
    let start = position;
    while (start > previousEnd && CREDENTIAL_BYTES[bytes[start - 1] as number] === 1) start--;
    const end = endOfRun(bytes, position + 1);
    if (end - start >= SHORTEST_RUN) onRun(start, end);
    else if (end - start >= SHORTEST_PIECE) {
      // Both tests are made here: a call for each of millions of words costs more than all else about them.
      const isAtEdge =
        QUOTES[bytes[end] as number] === 1 ||
        QUOTES[bytes[start - 1] as number] === 1 ||
        bytes[end - 1] === BACKSLASH ||
        bytes[start - 1] === NEWLINE;
      if (isAtEdge && mayBePiece(bytes, start, end)) onPiece(start, end);
    } else if (end - start <= 2) {
      // `+`, `.` and `&` are of the alphabet, and join.
      const piece = pieceBehindJoiner(bytes, end - 1);
      if (piece >= 0) onPiece(piece, endOfRun(bytes, piece));
    }
    previousEnd = end;
    position = end + SHORTEST_RUN;
  }
}

function endOfRun(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && CREDENTIAL_BYTES[bytes[end] as number] === 1) end++;
  return end;
}
