import { ByteStrings } from '../byte-strings.ts';
import type { ObjectLookup } from './object-lookup.ts';
import { NONE } from './pack-table.ts';

/**
 * What objects name: commits their tree, tags what they stand for, trees what is of interest of their entries. In a
 * form that one thread can hand to another.
 */
export type LinkStream = {
  /**
   * One object after the other: its number, how many it names, and for each of these two numbers: the object, and twice
   * the number of its name, plus 1 when it is a tree or may be one. An object that no pack has is `-1 - n`: the `n`-th of `outside`.
   */
  readonly records: Int32Array;
  readonly names: readonly Uint8Array[];
  /** Ids that no pack has, one behind the other. */
  readonly outside: Uint8Array;
};

/** Writes down what objects name. */
export class LinkRecorder {
  readonly #lookup: ObjectLookup;
  readonly #hashLength: number;
  readonly #names = new ByteStrings();
  readonly #outside = new Map<string, number>();
  #records = new Int32Array(16 * 1024);
  #length = 0;
  /** Where the record starts that is being written. */
  #start = 0;

  constructor(lookup: ObjectLookup, hashLength: number) {
    this.#lookup = lookup;
    this.#hashLength = hashLength;
  }

  /** Starts the record of an object. */
  begin(number: number): void {
    this.#reserve(2);
    this.#start = this.#length;
    this.#records[this.#length++] = number;
    this.#records[this.#length++] = 0;
  }

  /** The number of the object with the id at `id[at..]`, also when no pack has it. */
  find(id: Uint8Array, at: number): number {
    const number = this.#lookup.find(id, at);
    return number === NONE ? this.#outsideNumber(id, at) : number;
  }

  /** Adds to the record an object, whose name is `bytes[start..end)`. */
  add(child: number, isTree: boolean, bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(2);
    this.#records[this.#length++] = child;
    this.#records[this.#length++] = 2 * this.#names.intern(bytes, start, end) + Number(isTree);
    this.#records[this.#start + 1] = (this.#records[this.#start + 1] ?? 0) + 1;
  }

  /** Takes back what `begin` started: the object could not be read. */
  drop(): void {
    this.#length = this.#start;
  }

  /** All that was written. The recorder is not used any more. */
  finish(): LinkStream {
    const outside = Buffer.alloc(this.#outside.size * this.#hashLength);
    let at = 0;
    for (const id of this.#outside.keys()) at += outside.write(id, at, 'latin1');
    // Each in bytes of its own: what is handed to another thread takes all of the memory that it lies in.
    const names = Array.from({ length: this.#names.count }, (_, name) =>
      Uint8Array.from(this.#names.at(name)),
    );
    return { records: this.#records.slice(0, this.#length), names, outside };
  }

  #outsideNumber(id: Uint8Array, at: number): number {
    const key = Buffer.from(id.subarray(at, at + this.#hashLength)).toString('latin1');
    const known = this.#outside.get(key);
    if (known !== undefined) return known;
    const number = -1 - this.#outside.size;
    this.#outside.set(key, number);
    return number;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#records.length) return;
    const larger = new Int32Array(2 * this.#records.length);
    larger.set(this.#records);
    this.#records = larger;
  }
}
