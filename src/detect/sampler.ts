import { CREDENTIAL_BYTES } from './bytes.ts';

/** The shortest unbroken run of credential characters that any rule looks at, in bytes. */
export const SHORTEST_RUN = 32;

/**
 * Finds every run of at least 32 credential characters. It looks at every 32nd byte only: a run that
 * long covers at least one of them, so a byte outside the alphabet rules out 31 places at once.
 * @param onRun gets the byte range `[start, end)` of each run, in order.
 */
export function sampleRuns(bytes: Uint8Array, onRun: (start: number, end: number) => void): void {
  const length = bytes.length;
  let previousEnd = 0;
  let position = SHORTEST_RUN - 1;
  while (position < length) {
    if (CREDENTIAL_BYTES[bytes[position] as number] === 0) {
      position += SHORTEST_RUN;
      continue;
    }
    let start = position;
    while (start > previousEnd && CREDENTIAL_BYTES[bytes[start - 1] as number] === 1) start--;
    let end = position + 1;
    while (end < length && CREDENTIAL_BYTES[bytes[end] as number] === 1) end++;
    if (end - start >= SHORTEST_RUN) onRun(start, end);
    previousEnd = end;
    position = end + SHORTEST_RUN;
  }
}
