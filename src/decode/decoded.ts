/** Bytes that were made out of others, with the place that each of them came from. */
export type Decoded = {
  readonly bytes: Uint8Array;
  /** For each decoded byte the offset of the first original byte that it was made of. */
  readonly starts: Uint32Array;
  /** For each decoded byte the offset behind the last one. */
  readonly ends: Uint32Array;
};

/** Collects decoded bytes one by one. */
export class DecodedBuilder {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  /** @param capacity the most bytes that will be added. */
  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  add(byte: number, start: number, end: number): void {
    this.#bytes[this.#length] = byte;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** Takes over original bytes as they are. */
  addUnchanged(bytes: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) this.add(bytes[i] as number, i, i + 1);
  }

  build(): Decoded {
    return {
      bytes: this.#bytes.subarray(0, this.#length),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}
