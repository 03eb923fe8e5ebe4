/** Names, each once, by a number: those of folders are written again and again in a history's trees. */
export class NameTable {
  #bytes = Buffer.allocUnsafeSlow(4096);
  /** Where each name ends in `#bytes`. */
  #ends = new Uint32Array(256);
  #count = 0;
  /** Numbers by hash, 1 more than the number; 0: free. */
  #slots = new Int32Array(512);
  /** Where hashes start: nobody can choose names that fall together. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);

  get count(): number {
    return this.#count;
  }

  /** All names, one behind the other, and where each ends. */
  content(): NameList {
    const length = this.#ends[this.#count - 1] ?? 0;
    return { bytes: this.#bytes.subarray(0, length), ends: this.#ends.subarray(0, this.#count) };
  }

  /** The number of the name `bytes[start..end)`, which is new or known. */
  add(bytes: Uint8Array, start: number, end: number): number {
    let slot = hash(this.#seed, bytes, start, end) & (this.#slots.length - 1);
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#isSame(known - 1, bytes, start, end)) return known - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const number = this.#count;
    this.#append(bytes, start, end);
    this.#slots[slot] = number + 1;
    if (2 * this.#count > this.#slots.length) this.#rehash();
    return number;
  }

  #append(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#ends[this.#count - 1] ?? 0;
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * to);
      this.#bytes.copy(larger, 0, 0, from);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#ends[this.#count] = to;
    this.#count += 1;
  }

  #isSame(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - from !== end - start) return false;
    for (let index = 0; index < end - start; index += 1) {
      if (this.#bytes[from + index] !== bytes[start + index]) return false;
    }
    return true;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    let start = 0;
    for (let number = 0; number < this.#count; number += 1) {
      const end = this.#ends[number] ?? 0;
      let slot = hash(this.#seed, this.#bytes, start, end) & (this.#slots.length - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number + 1;
      start = end;
    }
  }
}

export type NameList = { readonly bytes: Buffer; readonly ends: Uint32Array };

/** FNV-1a, with its high bits folded into the low ones. */
function hash(seed: number, bytes: Uint8Array, start: number, end: number): number {
  let value = seed;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
