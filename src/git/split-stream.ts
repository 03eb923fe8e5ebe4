/** Separators of git's output. */
export const NEWLINE = 10;
export const NUL = 0;

/**
 * Cuts bytes that come in chunks at every `separator` byte. A part may be cut by any number of chunks: its
 * pieces are joined once, when it ends.
 */
export class Splitter {
  readonly #separator: number;
  readonly #take: (part: Buffer) => void;
  #pending: Buffer[] = [];

  /** @param take gets each part without its separator; its bytes are valid only during the call. */
  constructor(separator: number, take: (part: Buffer) => void) {
    this.#separator = separator;
    this.#take = take;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(this.#separator); end !== -1; end = chunk.indexOf(this.#separator, start)) {
      this.#finish(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
  }

  /** A last part counts without a separator too. */
  end(): void {
    if (this.#pending.length > 0) this.#finish(Buffer.alloc(0));
  }

  #finish(tail: Buffer): void {
    if (this.#pending.length === 0) {
      this.#take(tail);
      return;
    }
    const part = Buffer.concat([...this.#pending, tail]);
    this.#pending = [];
    this.#take(part);
  }
}

/** Cuts a whole stream: see `Splitter`. */
export async function splitStream(
  chunks: AsyncIterable<Buffer>,
  separator: number,
  take: (part: Buffer) => void,
): Promise<void> {
  const splitter = new Splitter(separator, take);
  for await (const chunk of chunks) splitter.push(chunk);
  splitter.end();
}
