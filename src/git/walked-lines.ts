const NEWLINE = 10;
const QUESTION_MARK = 0x3f;

/** Receives what a walk prints; the bytes are valid only during the call. */
export type WalkReceiver = {
  /** `id` is the object's id in bytes; `line[pathStart..lineEnd)` is its path, empty for a commit. */
  readonly object: (id: Uint8Array, line: Buffer, pathStart: number, lineEnd: number) => void;
  readonly missing: (hex: string) => void;
};

/**
 * Parses what `startObjectWalk` prints, as it comes. A repository has millions of lines: ids are made from hex into
 * one array that is used again, and a line is never cut out of its chunk.
 */
export class WalkedLines {
  readonly #receiver: WalkReceiver;
  readonly #id: Uint8Array;
  /** The start of a line that the last chunk ended in; its pieces are joined once, when it ends. */
  #rest: Buffer[] = [];

  /** @param hashLength bytes of an object id: 20 (SHA-1) or 32 (SHA-256). */
  constructor(hashLength: number, receiver: WalkReceiver) {
    this.#receiver = receiver;
    this.#id = new Uint8Array(hashLength);
  }

  push(chunk: Buffer): void {
    if (!chunk.includes(NEWLINE)) {
      this.#rest.push(chunk);
      return;
    }
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([...this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      this.#takeLine(bytes, start, end);
      start = end + 1;
    }
    this.#rest = start < bytes.length ? [Buffer.from(bytes.subarray(start))] : [];
  }

  #takeLine(bytes: Buffer, start: number, end: number): void {
    const hexLength = this.#id.length * 2;
    if (bytes[start] === QUESTION_MARK) {
      this.#receiver.missing(bytes.toString('latin1', start + 1, Math.min(end, start + 1 + hexLength)));
    } else if (end - start >= hexLength) {
      for (let index = 0; index < this.#id.length; index += 1) {
        const high = HEX_VALUE[bytes[start + 2 * index] ?? 0] ?? 0;
        this.#id[index] = (high << 4) | (HEX_VALUE[bytes[start + 2 * index + 1] ?? 0] ?? 0);
      }
      this.#receiver.object(this.#id, bytes, Math.min(end, start + hexLength + 1), end);
    }
  }
}

/** Value of each hex digit by character code. */
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0 : value;
});
