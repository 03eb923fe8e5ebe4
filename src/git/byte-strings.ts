const BLOCK_BYTES = 1024 * 1024;
const EMPTY = -1;

/**
 * Strings of bytes by number, from 0 in the order in which they were added. There may be millions, of paths for
 * example: they lie behind each other in large blocks, where a `Buffer` or a string for each takes some five times that.
 */
export class ByteStrings {
  readonly #blocks: Buffer[] = [];
  /** How much of the last block is taken. */
  #taken = BLOCK_BYTES;
  /** By number: where it starts, counted as if every block had the same size. */
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  /** Numbers of those that were interned, by their hash; none while nothing was. */
  #slots = new Int32Array(0);
  /** Where hashes start: so nobody can choose strings that fall together. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);

  get count(): number {
    return this.#count;
  }

  /** Adds `bytes[start..end)`. @returns its number. */
  add(bytes: Uint8Array, start = 0, end = bytes.length): number {
    const length = end - start;
    if (this.#taken + length > BLOCK_BYTES) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(length, BLOCK_BYTES)));
      this.#taken = 0;
    }
    const block = this.#blocks.length - 1;
    this.#blocks[block]?.set(bytes.subarray(start, end), this.#taken);
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = block * BLOCK_BYTES + this.#taken;
    this.#lengths[this.#count] = length;
    this.#taken += length;
    this.#count += 1;
    return this.#count - 1;
  }

  /** The number of an equal one that was interned before, or of a new one. Do not mix it with `add`. */
  intern(bytes: Uint8Array, start = 0, end = bytes.length): number {
    if (this.#count * 2 >= this.#slots.length) this.#growSlots();
    const mask = this.#slots.length - 1;
    let slot = hashOf(this.#seed, bytes, start, end) & mask;
    for (let number = this.#slots[slot] ?? EMPTY; number !== EMPTY; number = this.#slots[slot] ?? EMPTY) {
      if (this.#equals(number, bytes, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#count;
    return this.add(bytes, start, end);
  }

  /** The bytes by number: do not change them. */
  at(number: number): Buffer {
    const start = this.#starts[number] ?? 0;
    const offset = start % BLOCK_BYTES;
    const block = this.#blocks[(start - offset) / BLOCK_BYTES] ?? Buffer.alloc(0);
    return block.subarray(offset, offset + (this.#lengths[number] ?? 0));
  }

  #equals(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#lengths[number] !== end - start) return false;
    const first = this.#starts[number] ?? 0;
    let at = first % BLOCK_BYTES;
    const block = this.#blocks[(first - at) / BLOCK_BYTES];
    for (let index = start; index < end; index += 1) if (block?.[at++] !== bytes[index]) return false;
    return true;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint32Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }

  #growSlots(): void {
    const slots = new Int32Array(Math.max(2048, this.#slots.length * 2)).fill(EMPTY);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#count; number += 1) {
      const bytes = this.at(number);
      let slot = hashOf(this.#seed, bytes, 0, bytes.length) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), with its high bits mixed into the low ones. */
function hashOf(seed: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
