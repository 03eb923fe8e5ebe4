/** The smallest buffer, as a power of two in bytes. */
const SMALLEST = 12;
/** Buffers kept of one size: contents alive at once are a family's path, of which few are of one size. */
const KEPT = 4;
/** Larger buffers are not kept. */
const LARGEST_KEPT = 23;

/**
 * Buffers for contents, used again and again: making and clearing new ones for gigabytes of content costs more
 * than filling them. Sizes are powers of two.
 */
export class BufferPool {
  readonly #free: Buffer[][] = [];

  /** A buffer of at least `length` bytes, with anything in it. */
  take(length: number): Buffer {
    const power = Math.max(SMALLEST, 32 - Math.clz32(Math.max(1, length) - 1));
    return this.#free[power]?.pop() ?? Buffer.allocUnsafeSlow(2 ** power);
  }

  /** Takes back a buffer that `take` gave. */
  giveBack(buffer: Buffer): void {
    const power = 31 - Math.clz32(buffer.length);
    if (power > LARGEST_KEPT) return;
    let free = this.#free[power];
    if (free === undefined) {
      free = [];
      this.#free[power] = free;
    }
    if (free.length < KEPT) free.push(buffer);
  }
}
