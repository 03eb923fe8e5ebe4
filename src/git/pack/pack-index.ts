import { closeSync, readSync } from 'node:fs';
import { openRegularFile } from './open-regular-file.ts';

const MAGIC = 0xff744f63;
const HEADER_LENGTH = 8;
const FANOUT_LENGTH = 256 * 4;
/** From this many ids on they are looked up by their first two bytes: half as many comparisons. */
const LARGE_COUNT = 4096;
/** Set in a 4-byte offset that is the place of an 8-byte one: packs of 2 GiB and more. */
const IS_LARGE = 0x80000000;

/**
 * A pack's index, version 2: the ids of its objects in order, and where each starts in the pack.
 * Layout: https://git-scm.com/docs/gitformat-pack, "Version 2 pack-*.idx files".
 */
export class PackIndex {
  readonly count: number;
  /** Checksum at the pack's end, by which an index and a pack belong together. */
  readonly packChecksum: Buffer;
  /** The whole index, in memory that threads share: see `PackIndex.of`. */
  readonly bytes: Buffer;
  readonly #hashLength: number;
  readonly #fanout: Uint32Array;
  /** Where the ids end that start with each pair of bytes; null until one is looked for among many. */
  #fineFanout: Uint32Array | null = null;
  readonly #names: Buffer;
  readonly #offsets: Buffer;
  readonly #largeOffsets: Buffer;

  private constructor(bytes: Buffer, hashLength: number) {
    this.bytes = bytes;
    this.#hashLength = hashLength;
    this.#fanout = Uint32Array.from({ length: 256 }, (_, byte) =>
      bytes.readUInt32BE(HEADER_LENGTH + byte * 4),
    );
    this.count = this.#fanout[255] ?? 0;
    const names = HEADER_LENGTH + FANOUT_LENGTH;
    const checksums = names + this.count * hashLength;
    const offsets = checksums + this.count * 4;
    const largeOffsets = offsets + this.count * 4;
    const trailer = bytes.length - 2 * hashLength;
    if (largeOffsets > trailer || this.#fanout.some((count, byte) => count < (this.#fanout[byte - 1] ?? 0))) {
      throw new RangeError('a pack index whose tables do not fit into it');
    }
    this.#names = bytes.subarray(names, checksums);
    this.#offsets = bytes.subarray(offsets, largeOffsets);
    this.#largeOffsets = bytes.subarray(largeOffsets, trailer);
    this.packChecksum = Buffer.from(bytes.subarray(trailer, trailer + hashLength));
  }

  /** Reads the index in `file`; null when it is of a version that this reader does not know, or broken. */
  static read(file: string, hashLength: number): PackIndex | null {
    try {
      return PackIndex.of(readWhole(file, hashLength), hashLength);
    } catch {
      return null;
    }
  }

  /**
   * The index that `bytes` are, which may be those that another thread has read; null when it is of another version.
   * @throws RangeError when it is broken.
   */
  static of(bytes: Buffer, hashLength: number): PackIndex | null {
    const isKnown = bytes.readUInt32BE(0) === MAGIC && bytes.readUInt32BE(4) === 2;
    return isKnown ? new PackIndex(bytes, hashLength) : null;
  }

  /** The place, in the order of ids, of the id at `id[at..]`; -1 when the pack does not have it. */
  find(id: Uint8Array, at = 0): number {
    if (this.#fineFanout === null && this.count >= LARGE_COUNT) this.#fineFanout = this.#refineFanout();
    const fanout = this.#fineFanout ?? this.#fanout;
    const first = this.#fineFanout === null ? (id[at] ?? 0) : ((id[at] ?? 0) << 8) | (id[at + 1] ?? 0);
    let low = first === 0 ? 0 : (fanout[first - 1] ?? 0);
    let high = fanout[first] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, id, at);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /** The id at a place, in hex. */
  hexAt(place: number): string {
    return this.#names.toString('hex', place * this.#hashLength, (place + 1) * this.#hashLength);
  }

  /** All ids, in hex and in order. */
  *hexes(): Generator<string, void, undefined> {
    for (let place = 0; place < this.count; place += 1) yield this.hexAt(place);
  }

  /** The id at a place, in bytes. */
  idAt(place: number): Buffer {
    return this.#names.subarray(place * this.#hashLength, (place + 1) * this.#hashLength);
  }

  /** @returns -1 for an offset that the index has no room for. */
  offsetAt(place: number): number {
    const offset = this.#offsets.readUInt32BE(place * 4);
    if (offset < IS_LARGE) return offset;
    const large = (offset - IS_LARGE) * 8;
    if (large + 8 > this.#largeOffsets.length) return -1;
    return this.#largeOffsets.readUInt32BE(large) * 2 ** 32 + this.#largeOffsets.readUInt32BE(large + 4);
  }

  #refineFanout(): Uint32Array {
    const ends = new Uint32Array(0x10000);
    let pair = 0;
    for (let place = 0; place < this.count; place += 1) {
      const own = this.#names.readUInt16BE(place * this.#hashLength);
      // Ids out of order are a broken index's: what is not found there, git is asked for.
      while (pair < own) ends[pair++] = place;
    }
    return ends.fill(this.count, pair);
  }

  #compare(place: number, id: Uint8Array, at: number): number {
    const start = place * this.#hashLength;
    for (let index = 0; index < this.#hashLength; index += 1) {
      const difference = (this.#names[start + index] ?? 0) - (id[at + index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/**
 * Reads an index as a whole, which takes as much memory as it has bytes. So that it has to be one on the disk too, and no
 * file with holes that only says how large it is, it is looked at on the way.
 * @throws when its size does not fit what it says, or its ids are not in order.
 */
function readWhole(file: string, hashLength: number): Buffer {
  const { descriptor, size } = openRegularFile(file);
  try {
    const head = Buffer.alloc(HEADER_LENGTH + FANOUT_LENGTH);
    readSync(descriptor, head, 0, head.length, 0);
    const count = head.readUInt32BE(head.length - 4);
    const least = head.length + count * (hashLength + 8) + 2 * hashLength;
    if (size < least || size > least + count * 8) throw new RangeError('a pack index of another size');
    const bytes = Buffer.from(new SharedArrayBuffer(size));
    let checked = 0;
    for (let length = 0; length < size; ) {
      const read = readSync(descriptor, bytes, length, Math.min(size - length, READ_BYTES), length);
      if (read === 0) throw new RangeError('a pack index that ends early');
      length += read;
      const complete = Math.min(count, Math.floor((length - head.length) / hashLength));
      for (; checked + 1 < complete; checked += CHECK_DISTANCE) {
        const at = head.length + checked * hashLength;
        if (bytes.compare(bytes, at, at + hashLength, at + hashLength, at + 2 * hashLength) <= 0)
          throw new RangeError('a pack index whose ids are not in order');
      }
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

const READ_BYTES = 4 * 1024 * 1024;
/** Some ids in each block of the disk. */
const CHECK_DISTANCE = 100;
