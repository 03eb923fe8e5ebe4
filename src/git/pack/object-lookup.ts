import type { PackIndex } from './pack-index.ts';
import { NONE, type PackTable } from './pack-table.ts';

/** A pack as far as looking up its objects goes. */
export type IndexedPack = { readonly index: PackIndex; readonly table: PackTable };

/**
 * Finds objects in several packs by their ids. Each entry of all packs has a number of its own: those of the first
 * pack from 0, then those of the second. An object that several packs have goes by its entry in the first of them.
 */
export class ObjectLookup {
  readonly packs: readonly IndexedPack[];
  /** Entries of all packs together. */
  readonly count: number;
  /** The number of each pack's first entry. */
  readonly #starts: readonly number[];

  constructor(packs: readonly IndexedPack[]) {
    this.packs = packs;
    const starts: number[] = [];
    let count = 0;
    for (const { table } of packs) {
      starts.push(count);
      count += table.count;
    }
    this.#starts = starts;
    this.count = count;
  }

  /** The number of the object with the id at `id[at..]`; NONE when no pack has it. */
  find(id: Uint8Array, at = 0): number {
    for (let pack = 0; pack < this.packs.length; pack += 1) {
      const found = this.packs[pack];
      const place = found?.index.find(id, at) ?? NONE;
      if (found !== undefined && place !== NONE)
        return this.numberOf(pack, found.table.entryOfPlace[place] ?? 0);
    }
    return NONE;
  }

  /** The number of an entry of a pack. */
  numberOf(pack: number, entry: number): number {
    return (this.#starts[pack] ?? 0) + entry;
  }

  /** The pack that an entry is in, by the entry's number. */
  packOf(number: number): number {
    let pack = this.#starts.length - 1;
    while (pack > 0 && (this.#starts[pack] ?? 0) > number) pack -= 1;
    return pack;
  }

  /** The entry within its pack. */
  entryOf(number: number, pack = this.packOf(number)): number {
    return number - (this.#starts[pack] ?? 0);
  }

  /** What became of an object: see `PackTable.states`. */
  stateOf(number: number): number {
    const pack = this.packOf(number);
    return this.packs[pack]?.table.states[this.entryOf(number, pack)] ?? 0;
  }

  /** The type of an object, 0 when it is not known. */
  typeOf(number: number): number {
    const pack = this.packOf(number);
    return this.packs[pack]?.table.types[this.entryOf(number, pack)] ?? 0;
  }

  /** Notes that a tree names an object. */
  markNamed(number: number): void {
    const pack = this.packOf(number);
    const named = this.packs[pack]?.table.named;
    const entry = this.entryOf(number, pack);
    // Other threads keep what is only read near them; what is written they have to fetch again.
    if (named !== undefined && named[entry] !== 1) named[entry] = 1;
  }
}
