/**
 * Cuts a stream at every `separator` byte and hands each part to `take`, without the separator; a last part
 * without one counts too. The bytes are valid only during the call. A part may be cut by any number of
 * chunks: its pieces are joined once, when it ends.
 */
export async function splitStream(
  chunks: AsyncIterable<Buffer>,
  separator: number,
  take: (part: Buffer) => void,
): Promise<void> {
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(separator); end !== -1; end = chunk.indexOf(separator, start)) {
      const tail = chunk.subarray(start, end);
      if (pending.length === 0) take(tail);
      else {
        pending.push(tail);
        take(Buffer.concat(pending));
        pending = [];
      }
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) take(Buffer.concat(pending));
}

/** Separators of git's output. */
export const NEWLINE = 10;
export const NUL = 0;
