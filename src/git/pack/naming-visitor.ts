import { ChangedRanges } from './delta.ts';
import type { FamilyVisitor } from './family-visitor.ts';
import type { ObjectLookup } from './object-lookup.ts';
import { CLEAN, NONE, UNREADABLE } from './pack-table.ts';
import { TreeEntryCursor } from './tree-entry-cursor.ts';

/** Marks what some trees name, where it is not to be known what all of them do; and notes which trees it has read. */
export class NamingVisitor implements FamilyVisitor<null> {
  readonly changed = new ChangedRanges(0);
  readonly #pack: number;
  readonly #lookup: ObjectLookup;
  readonly #reached: Uint8Array;
  readonly #cursor: TreeEntryCursor;

  /** @param reached 1 for each tree that counts, by the numbers of the lookup. */
  constructor(pack: number, lookup: ObjectLookup, hashLength: number, reached: Uint8Array) {
    this.#pack = pack;
    this.#lookup = lookup;
    this.#reached = reached;
    this.#cursor = new TreeEntryCursor(hashLength);
  }

  enter(entry: number, bytes: Buffer): null {
    if (this.#reached[this.#lookup.numberOf(this.#pack, entry)] !== 1) return null;
    this.#cursor.start(bytes);
    while (this.#cursor.next()) {
      const number = this.#cursor.isSubmodule ? NONE : this.#lookup.find(bytes, this.#cursor.idStart);
      if (number !== NONE) this.#lookup.markNamed(number);
    }
    const states = this.#lookup.packs[this.#pack]?.table.states;
    if (states !== undefined) states[entry] = this.#cursor.isBroken ? UNREADABLE : CLEAN;
    return null;
  }
}
