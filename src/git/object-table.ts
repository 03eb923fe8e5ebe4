import type { ObjectId } from './object-id.ts';

/** Types of objects whose contents are scanned. */
export type ContentType = 'blob' | 'commit' | 'tag';

/** Trees hold only names and ids. */
export type ObjectType = ContentType | 'tree';

const TYPES: readonly ObjectType[] = ['blob', 'commit', 'tag', 'tree'];
const MARKED = 4;
const EMPTY = -1;

/**
 * Object ids in the order in which they were added, each with its type and a mark. A repository may have millions: ids are kept as 32-bit words in an open-addressing hash table, 20 to 40
 * bytes each, where a `Map` of strings would take ten times that.
 */
export class ObjectTable {
  readonly #words: number;
  #ids: Uint32Array;
  #flags: Uint8Array;
  #slots: Int32Array;
  #count = 0;
  #marked = 0;
  readonly #key: Uint32Array;

  /** @param hexLength characters of an object id: 40 (SHA-1) or 64 (SHA-256). */
  constructor(hexLength: number) {
    this.#words = hexLength / 8;
    this.#key = new Uint32Array(this.#words);
    this.#ids = new Uint32Array(1024 * this.#words);
    this.#flags = new Uint8Array(1024);
    this.#slots = new Int32Array(2048).fill(EMPTY);
  }

  get hexLength(): number {
    return this.#words * 8;
  }

  get size(): number {
    return this.#count;
  }

  /** Adds the id at `hex[at..]`; gives its place, an old one when it is known already. */
  add(hex: Uint8Array, at: number, type: ObjectType): number {
    this.#readKey(hex, at);
    const slot = this.#findSlot();
    const known = this.#slots[slot] ?? EMPTY;
    if (known !== EMPTY) return known;
    const place = this.#count;
    if ((place + 1) * this.#words > this.#ids.length) this.#growIds();
    this.#ids.set(this.#key, place * this.#words);
    this.#flags[place] = TYPES.indexOf(type);
    this.#slots[slot] = place;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#growSlots();
    return place;
  }

  /** The place of the id at `hex[at..]`, or -1. */
  find(hex: Uint8Array, at: number): number {
    this.#readKey(hex, at);
    return this.#slots[this.#findSlot()] ?? EMPTY;
  }

  idAt(place: number): ObjectId {
    let hex = '';
    for (let word = place * this.#words; word < (place + 1) * this.#words; word += 1) {
      const value = this.#ids[word] ?? 0;
      hex += (HEX_PAIRS[value >>> 24] ?? '') + (HEX_PAIRS[(value >>> 16) & 0xff] ?? '');
      hex += (HEX_PAIRS[(value >>> 8) & 0xff] ?? '') + (HEX_PAIRS[value & 0xff] ?? '');
    }
    return hex as ObjectId;
  }

  typeAt(place: number): ObjectType {
    return TYPES[(this.#flags[place] ?? 0) & 3] ?? 'blob';
  }

  /** Marks an object; false when it was marked before. */
  mark(place: number): boolean {
    const flags = this.#flags[place] ?? 0;
    if ((flags & MARKED) !== 0) return false;
    this.#flags[place] = flags | MARKED;
    this.#marked += 1;
    return true;
  }

  get markedCount(): number {
    return this.#marked;
  }

  #readKey(hex: Uint8Array, at: number): void {
    for (let word = 0; word < this.#words; word += 1) {
      let value = 0;
      for (let index = at + word * 8; index < at + word * 8 + 8; index += 1) {
        value = (value << 4) | (HEX_VALUE[hex[index] ?? 0] ?? 0);
      }
      this.#key[word] = value;
    }
  }

  /** The slot that holds the key, or the empty one where it belongs. Object ids are hashes already. */
  #findSlot(): number {
    const mask = this.#slots.length - 1;
    let slot = (this.#key[0] ?? 0) & mask;
    for (let place = this.#slots[slot]; place !== EMPTY && !this.#hasKey(place); place = this.#slots[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #hasKey(place: number | undefined): boolean {
    const start = (place ?? 0) * this.#words;
    for (let word = 0; word < this.#words; word += 1) {
      if (this.#ids[start + word] !== this.#key[word]) return false;
    }
    return true;
  }

  #growIds(): void {
    const ids = new Uint32Array(this.#ids.length * 2);
    ids.set(this.#ids);
    this.#ids = ids;
    const flags = new Uint8Array(this.#flags.length * 2);
    flags.set(this.#flags);
    this.#flags = flags;
  }

  #growSlots(): void {
    const mask = this.#slots.length * 2 - 1;
    const slots = new Int32Array(mask + 1).fill(EMPTY);
    for (let place = 0; place < this.#count; place += 1) {
      let slot = (this.#ids[place * this.#words] ?? 0) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = place;
    }
    this.#slots = slots;
  }
}

/** Value of each hex digit by character code. */
const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0 : value;
});

/** The two hex digits of each byte. */
const HEX_PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);
