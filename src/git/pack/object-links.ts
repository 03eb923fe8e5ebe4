import type { LinkStream } from './link-recorder.ts';
import type { ObjectLookup } from './object-lookup.ts';
import { CLEAN, NONE } from './pack-table.ts';
import { TreeEntryCursor } from './tree-entry-cursor.ts';

/** The number of no object: those below 0 are of objects that no pack has. */
export const NO_OBJECT = -(2 ** 31);

/** What objects name, put together from what several threads wrote down. See `LinkStream`, also for the numbers. */
export class ObjectLinks {
  readonly lookup: ObjectLookup;
  readonly #hashLength: number;
  #records: Int32Array;
  #length = 0;
  /** By number: where what an object names starts in `#records`; NONE where that is not known. */
  readonly #starts: Int32Array;
  readonly #outsideStarts: number[] = [];
  readonly #outsideIds: string[] = [];
  readonly #outsideNumbers = new Map<string, number>();
  /** Names as Latin-1, a character for each byte: in a repository they need not be text. */
  readonly #names: string[] = [];
  readonly #nameNumbers = new Map<string, number>();

  constructor(lookup: ObjectLookup, hashLength: number, streams: readonly LinkStream[]) {
    this.lookup = lookup;
    this.#hashLength = hashLength;
    this.#starts = new Int32Array(lookup.count).fill(NONE);
    this.#records = new Int32Array(streams.reduce((sum, { records }) => sum + records.length, 0));
    for (const stream of streams) this.#append(stream);
  }

  /** Whether it is known what an object names. */
  isKnown(number: number): boolean {
    return this.#startOf(number) !== NONE;
  }

  /** Whether trees have it among what they name: not so a content of a pack that is known to be clean. */
  isFollowed(number: number): boolean {
    return number < 0 || this.lookup.stateOf(number) !== CLEAN;
  }

  /** How many objects an object names, as far as they are of interest. */
  countOf(number: number): number {
    const start = this.#startOf(number);
    return start === NONE ? 0 : (this.#records[start] ?? 0);
  }

  /** The number of the object that stands at `index`, from 0, in what an object names. */
  targetAt(number: number, index: number): number {
    return this.#records[this.#startOf(number) + 1 + 2 * index] ?? NO_OBJECT;
  }

  isTreeAt(number: number, index: number): boolean {
    return ((this.#records[this.#startOf(number) + 2 + 2 * index] ?? 0) & 1) === 1;
  }

  /** The number of the name that stands at `index`. */
  nameAt(number: number, index: number): number {
    return (this.#records[this.#startOf(number) + 2 + 2 * index] ?? 0) >>> 1;
  }

  /** The bytes of a path, by the numbers of its names; what commits and tags name has an empty one, which is left out. */
  pathOf(names: readonly number[]): Buffer {
    const known = names.map((name) => this.#names[name] ?? '').filter((name) => name !== '');
    return Buffer.from(known.join('/'), 'latin1');
  }

  /** The number of an object, also of one that no pack has. */
  numberOf(hex: string): number {
    const number = this.lookup.find(Buffer.from(hex, 'hex'));
    return number === NONE ? this.#outsideNumber(hex) : number;
  }

  /** The id, in hex, of an object that no pack has. */
  outsideId(number: number): string {
    return this.#outsideIds[-1 - number] ?? '';
  }

  /** Adds what an object outside of packs names: a tree all of its entries. @returns false when it is none. */
  addTree(number: number, content: Buffer): boolean {
    const cursor = new TreeEntryCursor(this.#hashLength);
    const entries: number[] = [];
    cursor.start(content);
    while (cursor.next()) {
      if (cursor.isSubmodule) continue;
      const id = content.toString('hex', cursor.idStart, cursor.entryEnd);
      const name = this.#nameNumber(content.toString('latin1', cursor.nameStart, cursor.nameEnd));
      entries.push(this.numberOf(id), 2 * name + Number(cursor.isTree));
    }
    if (!cursor.isBroken) this.#add(number, entries);
    return !cursor.isBroken;
  }

  /** Adds the one object that a commit or tag names. */
  addTarget(number: number, hex: string): void {
    this.#add(number, [this.numberOf(hex), 2 * this.#nameNumber('') + 1]);
  }

  #startOf(number: number): number {
    return (number >= 0 ? this.#starts[number] : this.#outsideStarts[-1 - number]) ?? NONE;
  }

  #add(number: number, entries: readonly number[]): void {
    const end = this.#length + 1 + entries.length;
    if (end > this.#records.length) {
      const larger = new Int32Array(Math.max(end, 2 * this.#records.length));
      larger.set(this.#records.subarray(0, this.#length));
      this.#records = larger;
    }
    this.#setStart(number, this.#length);
    this.#records[this.#length] = entries.length / 2;
    this.#records.set(entries, this.#length + 1);
    this.#length = end;
  }

  #setStart(number: number, start: number): void {
    if (number >= 0) this.#starts[number] = start;
    else this.#outsideStarts[-1 - number] = start;
  }

  #append({ records, names, outside }: LinkStream): void {
    const ownNames = names.map((name) => this.#nameNumber(Buffer.from(name).toString('latin1')));
    const ownOutside: number[] = [];
    for (let at = 0; at < outside.length; at += this.#hashLength) {
      ownOutside.push(
        this.#outsideNumber(Buffer.from(outside.subarray(at, at + this.#hashLength)).toString('hex')),
      );
    }
    for (let at = 0; at < records.length; ) {
      const number = records[at++] ?? 0;
      const count = records[at++] ?? 0;
      this.#setStart(number, this.#length);
      this.#records[this.#length++] = count;
      for (const end = at + 2 * count; at < end; at += 2) {
        const target = records[at] ?? NO_OBJECT;
        const name = records[at + 1] ?? 0;
        this.#records[this.#length++] = target >= 0 ? target : (ownOutside[-1 - target] ?? NO_OBJECT);
        this.#records[this.#length++] = 2 * (ownNames[name >>> 1] ?? 0) + (name & 1);
      }
    }
  }

  #nameNumber(name: string): number {
    return numberIn(this.#nameNumbers, this.#names, name);
  }

  #outsideNumber(hex: string): number {
    return -1 - numberIn(this.#outsideNumbers, this.#outsideIds, hex);
  }
}

function numberIn(numbers: Map<string, number>, values: string[], value: string): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, values.length);
  return values.push(value) - 1;
}
